import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import {
  CancellationTokenSource,
  type ClientCapabilities,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol/node'
import { visibleLinesNotification } from '../../server/lsp/messages.ts'
import {
  change,
  close,
  diagnosticsOf,
  hover,
  type LanguageServer,
  open,
  pulling,
  pushedFor,
  readingOf,
  report,
  startServer,
  stopServer,
} from './languageServer.ts'
import { nestedMail } from './transcripts.ts'

const uri = 'file:///folder/long.smtp'
const refreshing: ClientCapabilities = { ...pulling, workspace: { diagnostics: { refreshSupport: true } } }

/** A log that takes much longer to check than the server works at a time: each session has one error. */
const sessions = 3000
const log = `${nestedMail.trimEnd()}\n`.repeat(sessions)
const sessionLines = nestedMail.trimEnd().split('\n').length
const lastError = (sessions - 1) * sessionLines + 6

describe('a long document', () => {
  let server: LanguageServer
  let refreshes: EventEmitter
  let refreshed: number

  async function start(capabilities: ClientCapabilities, initializationOptions?: unknown): Promise<void> {
    refreshes = new EventEmitter()
    refreshed = 0
    server = await startServer({
      capabilities,
      initializationOptions,
      listen: connection =>
        connection.onRequest(DiagnosticRefreshRequest.type, () => {
          refreshed += 1
          refreshes.emit('refresh')
        }),
    })
  }

  async function afterRefreshes(count: number): Promise<void> {
    while (refreshed < count) await once(refreshes, 'refresh')
  }

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('has the diagnostics of its first lines at once, and all when the server asks to ask again', async () => {
    await start(refreshing)
    await open(server, uri, log)
    const first = await report(server, uri)
    assert.ok(first.kind === 'full' && first.resultId === undefined)
    assert.ok(first.items.length > 0 && first.items.length < 100)
    assert.equal(refreshed, 0)
    assert.ok(first.items.every(({ code }) => code === 'sequence/nested-mail'))
    await afterRefreshes(1)
    const second = await report(server, uri, first.resultId)
    assert.ok(second.kind === 'full' && second.resultId)
    assert.equal(second.items.length, 500)
    assert.match(`${second.items[0]?.message}`, /^3000 problems were found; the 499 most severe are shown\.$/)
    assert.equal((await report(server, uri, second.resultId)).kind, 'unchanged')
  })

  it('has them all in one answer for a client that cannot be asked to ask again', async () => {
    await start(pulling)
    await open(server, uri, log)
    assert.equal((await diagnosticsOf(server, uri)).length, 500)
  })

  it('does not keep others waiting: what is asked meanwhile is answered first', async () => {
    await start(pulling)
    await open(server, uri, log)
    const answered: string[] = []
    await Promise.all([
      diagnosticsOf(server, uri).then(() => answered.push('diagnostics')),
      hover(server, uri, { line: 6, character: 4 }).then(found => answered.push(found ? 'hover' : 'nothing')),
    ])
    assert.deepEqual(answered, ['hover', 'diagnostics'])
  })

  it('is left alone when the client cancels, and checked when it asks once more', async () => {
    await start(pulling)
    await open(server, uri, log)
    const source = new CancellationTokenSource()
    const asked = server.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri } },
      source.token,
    )
    source.cancel()
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled })
    assert.equal((await diagnosticsOf(server, uri)).length, 500)
  })

  it('leaves its outline when the client cancels', async () => {
    await start(pulling)
    await open(server, uri, log)
    const source = new CancellationTokenSource()
    const params = { textDocument: { uri } }
    const asked = server.connection.sendRequest(DocumentSymbolRequest.type, params, source.token)
    source.cancel()
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled })
    const outline = await server.connection.sendRequest(DocumentSymbolRequest.type, params)
    assert.equal(outline?.length, sessions)
  })

  it('has no diagnostics when it is closed before they are there', async () => {
    await start(pulling)
    await open(server, uri, log)
    const asked = diagnosticsOf(server, uri)
    await close(server, uri)
    assert.deepEqual(await asked, [])
  })

  it('shows what is wrong in view also where there is too much to show all', async () => {
    await start(refreshing)
    await open(server, uri, log)
    await report(server, uri)
    await afterRefreshes(1)
    const lines = (found: Awaited<ReturnType<typeof diagnosticsOf>>) => found.map(one => one.range.start.line)
    assert.ok(!lines(await diagnosticsOf(server, uri)).includes(lastError))
    await server.connection.sendNotification(visibleLinesNotification, {
      uri,
      first: lastError - 20,
      last: lastError + 20,
    })
    await afterRefreshes(2)
    const found = await diagnosticsOf(server, uri)
    assert.ok(lines(found).includes(lastError))
    assert.equal(found.length, 500)
    assert.match(
      `${found[0]?.message}`,
      /^3000 problems were found; those in view and the most severe are shown, 499 in all\.$/,
    )
  })

  it('is looked at first where the person looks', async () => {
    await start(refreshing)
    await server.connection.sendNotification(visibleLinesNotification, { uri, first: 4, last: 9 })
    await open(server, uri, log)
    const found = await diagnosticsOf(server, uri)
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [6],
    )
  })

  it('is pushed in two steps to a client that does not ask', async () => {
    await start({})
    await open(server, uri, log)
    const first = await pushedFor(server, uri, 1)
    assert.ok(first.diagnostics.length > 0 && first.diagnostics.length < 100)
    const second = await pushedFor(server, uri, 1, 1)
    assert.equal(second.diagnostics.length, 500)
  })

  it('is what it has become when it is edited before it was read to its end', async () => {
    await start({}, { readingNotices: true })
    const start0 = { line: 0, character: 0 }
    const end = { line: sessionLines * (sessions - 1), character: 0 }
    await Promise.all([
      open(server, uri, log),
      change(server, uri, 2, [{ range: { start: start0, end }, text: '' }]),
    ])
    const { diagnostics } = await pushedFor(server, uri, 2)
    assert.deepEqual(
      diagnostics.map(({ range }) => range.start.line),
      [6],
    )
    assert.equal((await readingOf(server, uri, ({ version }) => version === 2)).sessions, 1)
  })
})
