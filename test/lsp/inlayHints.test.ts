import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import {
  DidChangeConfigurationNotification,
  type InlayHint,
  InlayHintRefreshRequest,
  InlayHintRequest,
} from 'vscode-languageserver-protocol/node'
import { type LanguageServer, open, startServer, stopServer } from './languageServer.ts'
import { greylisted } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'

describe('inlay hints, asked for by a client', () => {
  let server: LanguageServer
  let refreshes: EventEmitter
  let refreshed: number

  async function hints(first = 0, last = 100): Promise<readonly InlayHint[]> {
    const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } }
    return (
      (await server.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range })) ?? []
    )
  }
  async function set(inlayHints: string): Promise<void> {
    const count = refreshed + 1
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { smtp: { inlayHints } },
    })
    while (refreshed < count) await once(refreshes, 'refresh')
  }

  beforeEach(async () => {
    refreshes = new EventEmitter()
    refreshed = 0
    server = await startServer({
      capabilities: { workspace: { inlayHint: { refreshSupport: true } } },
      listen: connection =>
        connection.onRequest(InlayHintRefreshRequest.type, () => {
          refreshed += 1
          refreshes.emit('refresh')
        }),
    })
  })

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('are as many as the setting asks for, and are asked for again when it changes', async () => {
    assert.deepEqual(await hints(), [])
    await open(server, uri, greylisted)
    const basic = await hints()
    assert.deepEqual(
      basic.map(({ label, position }) => [label, position.line]),
      [['→ sender accepted, no recipient yet', 6]],
    )
    await set('full')
    assert.equal((await hints()).length, 5)
    await set('off')
    assert.deepEqual(await hints(), [])
    await set('basic')
    assert.deepEqual(await hints(), basic)
    assert.deepEqual(await hints(0, 5), [])
  })

  it('are at hand in a long document before all of it has been read', async () => {
    await open(server, uri, greylisted.repeat(20_000))
    assert.deepEqual(
      (await hints(0, 17)).map(({ position }) => position.line),
      [6, 15],
    )
    const far = 9 * 19_000
    assert.deepEqual(
      (await hints(far, far + 8)).map(({ position }) => position.line),
      [far + 6],
    )
  })
})
