import assert from 'node:assert/strict'
import { ExitNotification } from 'vscode-languageserver-protocol/node'
import {
  type ClientOptions,
  exitStatus,
  type LanguageServer,
  open,
  pulling,
  report,
  startServer,
  stopServer,
} from './languageServer.ts'
import { nestedMail } from './transcripts.ts'

/** Whether a process of that id is there. */
function isAlive(id: number | undefined): boolean {
  if (id === undefined) return false
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

describe('the language server, from start to end', () => {
  const started: LanguageServer[] = []

  async function start(options?: ClientOptions): Promise<LanguageServer> {
    const server = await startServer(options)
    started.push(server)
    return server
  }

  afterEach(() => {
    for (const server of started.splice(0)) server.process.kill('SIGKILL')
  })

  it('says what it can do', async () => {
    const server = await start({ capabilities: pulling })
    const { capabilities, serverInfo } = server.answer
    assert.equal(serverInfo?.name, 'smtp-transcript')
    assert.equal(capabilities.hoverProvider, true)
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.extract', 'refactor.rewrite', 'source.fixAll.smtp'],
      resolveProvider: false,
    })
    assert.equal(capabilities.documentFormattingProvider, true)
    assert.equal(capabilities.documentRangeFormattingProvider, true)
    const sync = capabilities.textDocumentSync
    assert.equal(typeof sync === 'object' ? sync.change : sync, 2)
  })

  it('offers to be asked for diagnostics only to a client that asks', async () => {
    const server = await start({ capabilities: pulling })
    assert.deepEqual(server.answer.capabilities.diagnosticProvider, {
      interFileDependencies: false,
      workspaceDiagnostics: false,
    })
    await stopServer(server)
    const other = await start()
    assert.equal(other.answer.capabilities.diagnosticProvider, undefined)
  })

  it('ends with status 0 after shutdown and exit, and leaves no process behind', async () => {
    const server = await start({ capabilities: pulling })
    await open(server, 'file:///a.smtp', nestedMail)
    await report(server, 'file:///a.smtp')
    assert.equal(await stopServer(server), 0)
    assert.equal(isAlive(server.process.pid), false)
  })

  it('ends with status 1 after exit without shutdown', async () => {
    const server = await start()
    await server.connection.sendNotification(ExitNotification.type)
    assert.equal(await exitStatus(server), 1)
  })

  it('ends when its client goes away without a word', async () => {
    const server = await start()
    server.process.stdin?.destroy()
    await exitStatus(server)
    assert.equal(isAlive(server.process.pid), false)
  })

  it('answers a request that it does not know with an error, and goes on', async () => {
    const server = await start({ capabilities: pulling })
    await assert.rejects(server.connection.sendRequest('smtp/nothing', {}), { code: -32601 })
    await open(server, 'file:///a.smtp', nestedMail)
    const { kind } = await report(server, 'file:///a.smtp')
    assert.equal(kind, 'full')
    assert.equal(await stopServer(server), 0)
  })
})
