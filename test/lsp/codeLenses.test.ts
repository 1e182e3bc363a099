import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import {
  type ClientCapabilities,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  DidChangeConfigurationNotification,
} from 'vscode-languageserver-protocol/node'
import { visibleLinesNotification } from '../../server/lsp/messages.ts'
import { change, type LanguageServer, open, startServer, stopServer } from './languageServer.ts'
import { greylisted, nestedMail } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'
const refreshing: ClientCapabilities = { workspace: { codeLens: { refreshSupport: true } } }

describe('code lenses, asked for by a client', () => {
  let server: LanguageServer
  let refreshes: EventEmitter
  let refreshed: number

  async function start(initializationOptions: unknown = { commandLinks: true }): Promise<void> {
    refreshes = new EventEmitter()
    refreshed = 0
    server = await startServer({
      capabilities: refreshing,
      initializationOptions,
      listen: connection =>
        connection.onRequest(CodeLensRefreshRequest.type, () => {
          refreshed += 1
          refreshes.emit('refresh')
        }),
    })
  }
  async function afterRefreshes(count: number): Promise<void> {
    while (refreshed < count) await once(refreshes, 'refresh')
  }
  async function lenses(): Promise<readonly CodeLens[]> {
    return (await server.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? []
  }
  async function told(lens: CodeLens | undefined): Promise<string | undefined> {
    assert.ok(lens)
    if (lens.command) return lens.command.title
    return (await server.connection.sendRequest(CodeLensResolveRequest.type, lens)).command?.title
  }

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('stand where sessions and transactions begin, and say what they have to say when they are in view', async () => {
    await start()
    assert.deepEqual(await lenses(), [])
    await open(server, uri, greylisted)
    const found = await lenses()
    assert.deepEqual(
      found.map(({ range, command }) => [range.start.line, command]),
      [
        [0, undefined],
        [3, undefined],
      ],
    )
    assert.equal(await told(found[0]), 'Session 1: deferred at RCPT TO:<bob@example.org> (450 4.2.0)')
    assert.equal(await told(found[1]), 'Transaction 1 · recipients: 1 deferred')
  })

  it('lead to the comparison where there is another session, for a client that has it', async () => {
    await start()
    await open(server, uri, greylisted + nestedMail)
    const commands = (await lenses()).flatMap(({ range, command }) =>
      command ? [[range.start.line, command]] : [],
    )
    const command = (line: number) => ({
      title: 'Compare with another session…',
      command: 'smtp.compareSessions',
      arguments: [uri, line],
    })
    assert.deepEqual(commands, [
      [0, command(0)],
      [9, command(9)],
    ])
    await stopServer(server)
    await start({})
    await open(server, uri, greylisted + nestedMail)
    assert.ok((await lenses()).every(lens => lens.command === undefined))
  })

  it('say nothing of what an edit has taken away, and are asked for in other words in another language', async () => {
    await start()
    await open(server, uri, greylisted + nestedMail)
    const [, , , last] = (await lenses()).filter(({ command }) => !command)
    const start0 = { line: 9, character: 0 }
    await change(server, uri, 2, [{ range: { start: start0, end: { line: 99, character: 0 } }, text: '' }])
    assert.equal(await told(last), '')
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { smtp: { locale: 'ko' } },
    })
    await afterRefreshes(1)
    assert.match((await told((await lenses())[0])) ?? '', /\p{Script=Hangul}/u)
  })

  it('go and come with the setting', async () => {
    await start({ settings: { codeLens: false } })
    await open(server, uri, greylisted)
    assert.deepEqual(await lenses(), [])
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { smtp: { codeLens: true } },
    })
    await afterRefreshes(1)
    assert.equal((await lenses()).length, 2)
  })

  it('are those around what is in view in a long document, and follow it', async () => {
    await start({})
    const sessions = 3000
    await open(server, uri, greylisted.repeat(sessions))
    const first = await lenses()
    assert.equal(first.length, 1000)
    assert.equal(first[0]?.range.start.line, 0)
    const line = 9 * 2000
    await server.connection.sendNotification(visibleLinesNotification, { uri, first: line, last: line + 40 })
    await afterRefreshes(1)
    const found = await lenses()
    assert.equal(found.length, 1000)
    const atLine = found.find(({ range }) => range.start.line === line)
    assert.equal(await told(atLine), 'Session 2001: deferred at RCPT TO:<bob@example.org> (450 4.2.0)')
    await server.connection.sendNotification(visibleLinesNotification, {
      uri,
      first: line + 9,
      last: line + 50,
    })
    await lenses()
    assert.equal(refreshed, 1)
  })
})
