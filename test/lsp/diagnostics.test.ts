import assert from 'node:assert/strict'
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node'
import {
  change,
  close,
  diagnosticsOf,
  hover,
  type LanguageServer,
  open,
  pulling,
  pushedFor,
  report,
  startServer,
  stopServer,
} from './languageServer.ts'
import { clean, dataWithoutRcpt, greylisted, nestedMail } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'
const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
})

describe('diagnostics that the client asks for', () => {
  let server: LanguageServer

  beforeEach(async () => {
    server = await startServer({ capabilities: pulling })
  })

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('say what is wrong, exactly where, and point at the cause', async () => {
    await open(server, uri, nestedMail)
    const items = await diagnosticsOf(server, uri)
    assert.equal(items.length, 1)
    const [found] = items
    assert.ok(found)
    assert.deepEqual(found.range, range(6, 3, 7))
    assert.equal(found.severity, DiagnosticSeverity.Error)
    assert.equal(found.code, 'sequence/nested-mail')
    assert.equal(found.source, 'smtp:client')
    assert.deepEqual(found.codeDescription, { href: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4' })
    assert.deepEqual(
      found.relatedInformation?.map(({ location }) => location),
      [{ uri, range: range(4, 3, 7) }],
    )
  })

  it('come with a result id, and are unchanged for the client that has it', async () => {
    await open(server, uri, nestedMail)
    const first = await report(server, uri)
    assert.equal(first.kind, 'full')
    assert.ok(first.resultId)
    assert.deepEqual(await report(server, uri, first.resultId), {
      kind: 'unchanged',
      resultId: first.resultId,
    })
  })

  it('are full again for an id from before a change', async () => {
    await open(server, uri, nestedMail)
    const { resultId } = await report(server, uri)
    await change(server, uri, 2, [{ text: dataWithoutRcpt }])
    const second = await report(server, uri, resultId)
    assert.ok(second.kind === 'full' && second.resultId !== resultId)
    assert.deepEqual(
      second.items.map(({ code }) => code),
      ['sequence/data-without-rcpt'],
    )
  })

  it('are full for an id from before the document was closed and opened again', async () => {
    await open(server, uri, greylisted)
    const { resultId } = await report(server, uri)
    await close(server, uri)
    await open(server, uri, nestedMail)
    const second = await report(server, uri, resultId)
    assert.equal(second.kind, 'full')
    assert.ok(second.kind === 'full' && second.items.length === 1)
  })

  it('are none for a document that is not open', async () => {
    assert.deepEqual(await diagnosticsOf(server, uri), [])
    await open(server, uri, nestedMail)
    await close(server, uri)
    assert.deepEqual(await diagnosticsOf(server, uri), [])
  })

  it('are not pushed as well', async () => {
    await open(server, uri, nestedMail)
    await change(server, uri, 2, [{ text: dataWithoutRcpt }])
    await diagnosticsOf(server, uri)
    await close(server, uri)
    await diagnosticsOf(server, uri)
    assert.deepEqual(server.pushed, [])
  })
})

describe('diagnostics that the server pushes', () => {
  let server: LanguageServer

  beforeEach(async () => {
    server = await startServer()
  })

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('name the version that they are for', async () => {
    await open(server, uri, nestedMail, 7)
    const { diagnostics } = await pushedFor(server, uri, 7)
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['sequence/nested-mail'],
    )
    await change(server, uri, 9, [{ text: dataWithoutRcpt }])
    const later = await pushedFor(server, uri, 9)
    assert.deepEqual(
      later.diagnostics.map(({ code }) => code),
      ['sequence/data-without-rcpt'],
    )
  })

  it('are empty for a document without findings', async () => {
    await open(server, uri, clean)
    assert.deepEqual((await pushedFor(server, uri, 1)).diagnostics, [])
  })

  it('are cleared when the document is closed', async () => {
    await open(server, uri, nestedMail)
    await pushedFor(server, uri, 1)
    await close(server, uri)
    assert.deepEqual((await pushedFor(server, uri)).diagnostics, [])
  })

  it('do not come back after a document was changed and closed at once', async () => {
    await Promise.all([
      open(server, uri, greylisted),
      change(server, uri, 2, [{ text: nestedMail }]),
      close(server, uri),
    ])
    await pushedFor(server, uri)
    await hover(server, uri, { line: 0, character: 0 })
    assert.deepEqual(server.pushed.at(-1), { uri, diagnostics: [] })
  })

  it('are those of the last of many changes', async () => {
    await open(server, uri, '')
    const lines = nestedMail.split('\n')
    await Promise.all(
      lines.map((_, index) =>
        change(server, uri, index + 2, [{ text: lines.slice(0, index + 1).join('\n') }]),
      ),
    )
    const { diagnostics } = await pushedFor(server, uri, lines.length + 1)
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['sequence/nested-mail'],
    )
  })

  it('are kept apart for each document', async () => {
    const other = 'untitled:Untitled-1'
    await Promise.all([open(server, uri, nestedMail), open(server, other, dataWithoutRcpt)])
    const codes = async (of: string) => (await pushedFor(server, of, 1)).diagnostics.map(({ code }) => code)
    assert.deepEqual(await codes(uri), ['sequence/nested-mail'])
    assert.deepEqual(await codes(other), ['sequence/data-without-rcpt'])
  })
})
