import assert from 'node:assert/strict'
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  Command,
} from 'vscode-languageserver-protocol/node'
import { change, type LanguageServer, open, startServer, stopServer } from './languageServer.ts'
import { nestedMail } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'
const two = `${nestedMail}\n${nestedMail}`
const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] }
const creating: ClientCapabilities = { workspace: { workspaceEdit } }
const resolving: ClientCapabilities = {
  ...creating,
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
}

describe('refactorings by the language server', () => {
  let server: LanguageServer

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  async function actions(only?: string[]): Promise<readonly CodeAction[]> {
    const start = { line: 1, character: 0 }
    const found = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [], ...(only && { only }) },
    })
    return (found ?? []).filter((one): one is CodeAction => !Command.is(one))
  }

  function created({ edit }: CodeAction): string[] {
    return (edit?.documentChanges ?? []).flatMap(one =>
      'kind' in one && one.kind === 'create' ? [one.uri] : [],
    )
  }

  const parts = ['file:///folder/session-1.smtp', 'file:///folder/session-2.smtp']
  const title = 'Write the 2 sessions to files of their own'

  it('have their edits when somebody chooses them, as long as the document is the same', async () => {
    server = await startServer({ capabilities: resolving })
    await open(server, uri, two)
    const action = (await actions(['refactor'])).find(one => one.title === title)
    assert.ok(action && action.edit === undefined)
    const chosen = await server.connection.sendRequest(CodeActionResolveRequest.type, action)
    assert.deepEqual(created(chosen), parts)
    await change(server, uri, 2, [{ text: nestedMail }])
    const stale = await server.connection.sendRequest(CodeActionResolveRequest.type, action)
    assert.equal(stale.edit, undefined)
  })

  it('have them at once for a client that does not ask for them later', async () => {
    server = await startServer({ capabilities: creating })
    await open(server, uri, two)
    const action = (await actions(['refactor.extract'])).find(one => one.title === title)
    assert.ok(action)
    assert.deepEqual(created(action), parts)
  })

  it('are of the kinds that are asked for, and create nothing where the client cannot', async () => {
    server = await startServer({ capabilities: {} })
    await open(server, uri, two)
    assert.deepEqual(await actions(['refactor']), [])
    assert.deepEqual(await actions(['refactor.inline']), [])
    assert.deepEqual(await actions(), [])
  })
})
