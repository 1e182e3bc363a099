import assert from 'node:assert/strict'
import { type Diagnostic, DidChangeConfigurationNotification } from 'vscode-languageserver-protocol/node'
import { chooseDialectRequest, rulesRequest } from '../../server/lsp/messages.ts'
import {
  type ClientOptions,
  codeActions,
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
import { greylisted, nestedMail } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'
const hangul = /\p{Script=Hangul}/u

/** The code of the reply to the second MAIL of `nestedMail`. */
const code = { line: 7, character: 4 }

/** What the first of some diagnostics says. */
function messageOf([first]: readonly Diagnostic[]): string {
  return String(first?.message)
}

describe('the language of the server', () => {
  let server: LanguageServer

  async function start(options: ClientOptions): Promise<void> {
    server = await startServer({ capabilities: pulling, ...options })
  }

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  function configure(smtp: unknown): Promise<void> {
    return server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { smtp } })
  }

  async function message(): Promise<string> {
    return messageOf(await diagnosticsOf(server, uri))
  }

  async function hovered(): Promise<string> {
    return JSON.stringify((await hover(server, uri, code))?.contents)
  }

  for (const [name, options, isKorean] of [
    ['the display language of the editor', { locale: 'ko' }, true],
    ['that of a region, too', { locale: 'ko-KR' }, true],
    ['English for an editor that does not say', {}, false],
    ['English for an editor in a third language', { locale: 'fr' }, false],
    ['what smtp.locale says', { initializationOptions: { settings: { locale: 'ko' } } }, true],
    [
      'what smtp.locale says, whatever the editor does',
      { locale: 'ko', initializationOptions: { settings: { locale: 'en' } } },
      false,
    ],
    [
      'that of the editor with smtp.locale auto',
      { locale: 'ko', initializationOptions: { settings: { locale: 'auto' } } },
      true,
    ],
  ] as const) {
    it(`is ${name}`, async () => {
      await start(options)
      await open(server, uri, nestedMail)
      assert.equal(hangul.test(await message()), isKorean)
      assert.equal(hangul.test(await hovered()), isKorean)
    })
  }

  it('changes with smtp.locale: findings, fixes and hovers are told anew', async () => {
    await start({})
    await open(server, uri, nestedMail)
    const before = { message: await message(), hovered: await hovered() }
    await configure({ locale: 'ko' })
    const diagnostics = await diagnosticsOf(server, uri)
    assert.match(messageOf(diagnostics), hangul)
    assert.equal(diagnostics[0]?.code, 'sequence/nested-mail')
    assert.match(await hovered(), /이 세션에서/)
    const actions = await codeActions(server, uri, diagnostics)
    assert.ok(actions && actions.length > 1)
    for (const { title } of actions) assert.match(title, hangul)
    await configure({ locale: 'en' })
    assert.deepEqual({ message: await message(), hovered: await hovered() }, before)
  })

  it('is another result for a client that has the one of before', async () => {
    await start({})
    await open(server, uri, nestedMail)
    const { resultId } = await report(server, uri)
    await configure({ locale: 'ko' })
    const next = await report(server, uri, resultId)
    assert.equal(next.kind, 'full')
    assert.notEqual(next.resultId, resultId)
    assert.equal((await report(server, uri, next.resultId)).kind, 'unchanged')
  })

  it('is told anew to a client that does not ask', async () => {
    await start({ capabilities: {} })
    await open(server, uri, nestedMail)
    const { diagnostics } = await pushedFor(server, uri, 1)
    assert.doesNotMatch(messageOf(diagnostics), hangul)
    await configure({ locale: 'ko' })
    const again = await pushedFor(server, uri, 1, server.pushed.length)
    assert.match(messageOf(again.diagnostics), hangul)
  })

  it('is that of the notices of readings, which come again', async () => {
    await start({ initializationOptions: { readingNotices: true } })
    await open(server, uri, greylisted)
    const { failure } = await readingOf(server, uri)
    assert.equal(failure?.outcome, 'deferred at RCPT TO:<bob@example.org>')
    await configure({ locale: 'ko' })
    const again = await readingOf(server, uri, read => hangul.test(read.dialect.title))
    assert.equal(again.dialect.name, 'smtp')
    assert.match(again.failure?.outcome ?? '', /RCPT TO:<bob@example\.org>.*보류/)
    assert.match(again.failure?.reason ?? '', hangul)
  })

  it('is that of titles to choose from and of refusals; names stay', async () => {
    await start({ locale: 'ko' })
    const rules: readonly { readonly name: string; readonly title: string }[] =
      await server.connection.sendRequest(rulesRequest, {})
    assert.match(rules.find(({ name }) => name === 'sequence/nested-mail')?.title ?? '', hangul)
    const refusal = await server.connection.sendRequest<{ readonly error: string }>(chooseDialectRequest, {
      uri,
      dialect: null,
    })
    assert.match(refusal.error, hangul)
  })
})
