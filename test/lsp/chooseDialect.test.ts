import assert from 'node:assert/strict'
import { DiagnosticRefreshRequest } from 'vscode-languageserver-protocol/node'
import { dialects } from '../../server/transcript/dialects/registry.ts'
import {
  type ClientOptions,
  change,
  close,
  codeActions,
  diagnosticsOf,
  type LanguageServer,
  open,
  pulling,
  pushedFor,
  readingOf,
  report,
  startServer,
  stopServer,
} from './languageServer.ts'
import { nestedMail, swaksOutput } from './transcripts.ts'

const uri = 'file:///folder/session.log'

/** A finding that reads the same with and without the marks of swaks, which options of swaks leave out. */
const unmarked = nestedMail.replaceAll(/^[CS]: /gm, '')

describe('choosing a dialect', () => {
  let server: LanguageServer

  async function start(options: ClientOptions = {}): Promise<void> {
    server = await startServer({ capabilities: pulling, ...options })
  }

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  const request = (params: unknown): Promise<unknown> =>
    server.connection.sendRequest('smtp/chooseDialect', params)
  const choose = (dialect: unknown, of = uri) => request({ uri: of, dialect })

  async function codes(): Promise<readonly unknown[]> {
    return (await diagnosticsOf(server, uri)).map(({ code }) => code)
  }

  it('has every dialect to choose from', async () => {
    await start()
    assert.deepEqual(
      await server.connection.sendRequest('smtp/dialects', {}),
      dialects.map(({ name, title }) => ({ name, title })),
    )
  })

  it('reads the document again, and answers how', async () => {
    await start()
    await open(server, uri, swaksOutput, 5)
    assert.deepEqual(await codes(), ['sequence/nested-mail'])
    const { name, title } = dialects[0] ?? {}
    assert.deepEqual(await choose('smtp'), {
      uri,
      version: 5,
      dialect: { name, title },
      chosen: true,
      sessions: 0,
    })
    assert.deepEqual(await codes(), [])
  })

  it('is told like any other reading', async () => {
    await start({ initializationOptions: { readingNotices: true } })
    await open(server, uri, swaksOutput)
    assert.equal((await readingOf(server, uri)).chosen, false)
    const answer = await choose('smtp')
    assert.deepEqual(await readingOf(server, uri, ({ chosen }) => chosen), answer)
  })

  it('holds over later changes, also of the whole text', async () => {
    await start({ initializationOptions: { readingNotices: true } })
    await open(server, uri, nestedMail)
    await choose('swaks')
    const at = { line: 0, character: 0 }
    await change(server, uri, 2, [{ range: { start: at, end: at }, text: 'S: 220 another one\n' }])
    const second = await readingOf(server, uri, ({ version }) => version === 2)
    assert.deepEqual([second.dialect.name, second.chosen], ['swaks', true])
    await change(server, uri, 3, [{ text: nestedMail }])
    const third = await readingOf(server, uri, ({ version }) => version === 3)
    assert.deepEqual([third.dialect.name, third.chosen], ['swaks', true])
    assert.deepEqual(await codes(), [])
  })

  it('goes back to the detection with null', async () => {
    await start({ initializationOptions: { readingNotices: true } })
    await open(server, uri, swaksOutput)
    await choose('bare')
    await choose(null)
    const read = await readingOf(server, uri, ({ chosen }) => !chosen)
    assert.equal(read.dialect.name, 'swaks')
    assert.deepEqual(await codes(), ['sequence/nested-mail'])
    await change(server, uri, 2, [{ text: nestedMail }])
    assert.equal((await readingOf(server, uri, ({ version }) => version === 2)).dialect.name, 'smtp')
  })

  it('is forgotten when the document is closed', async () => {
    await start({ initializationOptions: { readingNotices: true } })
    await open(server, uri, swaksOutput)
    await choose('smtp')
    await close(server, uri)
    await open(server, uri, swaksOutput, 2)
    const read = await readingOf(server, uri, ({ version }) => version === 2)
    assert.deepEqual([read.dialect.name, read.chosen], ['swaks', false])
  })

  it('leaves other documents alone', async () => {
    await start()
    const other = 'untitled:Untitled-1'
    await Promise.all([open(server, uri, swaksOutput), open(server, other, swaksOutput)])
    await choose('smtp', other)
    assert.deepEqual(await codes(), ['sequence/nested-mail'])
  })

  it('makes the diagnostics of the same version full again, and leaves them where nothing changes', async () => {
    await start()
    await open(server, uri, swaksOutput)
    const first = await report(server, uri)
    await choose('smtp')
    const second = await report(server, uri, first.resultId)
    assert.ok(second.kind === 'full' && second.items.length === 0)
    await choose('smtp')
    assert.equal((await report(server, uri, second.resultId)).kind, 'unchanged')
  })

  it('asks a client that pulls to pull again, if the client knows that', async () => {
    await start({ capabilities: { ...pulling, workspace: { diagnostics: { refreshSupport: true } } } })
    const refreshed = new Promise<void>(resolve => {
      server.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve())
    })
    await open(server, uri, swaksOutput)
    await choose('smtp')
    await refreshed
    assert.deepEqual(server.pushed, [])
  })

  it('pushes to a client that does not pull', async () => {
    await start({ capabilities: {} })
    await open(server, uri, swaksOutput)
    assert.equal((await pushedFor(server, uri, 1)).diagnostics.length, 1)
    const before = server.pushed.length
    await choose('smtp')
    const { diagnostics } = await pushedFor(server, uri, 1, before)
    assert.deepEqual(diagnostics, [])
  })

  it('voids the fixes of what was found before, and gives them for what is found now', async () => {
    await start()
    await open(server, uri, unmarked)
    const stale = await diagnosticsOf(server, uri)
    await choose('swaks')
    const fresh = await diagnosticsOf(server, uri)
    assert.deepEqual(
      fresh.map(({ code, range }) => ({ code, range })),
      stale.map(({ code, range }) => ({ code, range })),
    )
    assert.deepEqual(await codeActions(server, uri, stale), [])
    assert.notDeepEqual(await codeActions(server, uri, fresh), [])
  })

  for (const [name, params, answer] of [
    ['a dialect that does not exist', { uri, dialect: 'pidgin' }, /^There is no dialect "pidgin"\. .*swaks/],
    ['a dialect that is no text', { uri, dialect: 7 }, /^There is no dialect "7"/],
    ['no dialect at all', { uri }, /^There is no dialect/],
    ['a document that is not open', { uri: 'file:///b', dialect: 'smtp' }, /^No transcript .* is open\.$/],
    ['an empty request', {}, /^There is no dialect/],
  ] as const) {
    it(`answers in a sentence and changes nothing for ${name}`, async () => {
      await start()
      await open(server, uri, swaksOutput)
      const { resultId } = await report(server, uri)
      const given: unknown = await request(params)
      assert.ok(typeof given === 'object' && given !== null && 'error' in given)
      assert.match(String(given.error), answer)
      assert.equal((await report(server, uri, resultId)).kind, 'unchanged')
    })
  }
})
