import assert from 'node:assert/strict'
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  Command,
  type Diagnostic,
} from 'vscode-languageserver-protocol/node'
import { applyTextEdits } from '../features/textEdits.ts'
import {
  change,
  diagnosticsOf,
  type LanguageServer,
  open,
  pulling,
  startServer,
  stopServer,
} from './languageServer.ts'
import { nestedMail } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'
const resolving: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
}
const misspelt = `S: 220 mx.example ESMTP
C: EHLO 192.0.2.7
S: 501 5.5.4 no
C: EHLO [192.0.2.7]
S: 250 mx.example
C: MAIL FROM:anna@example.net
S: 501 5.5.4 no
C: QUIT
S: 221 bye
`
const spelt = misspelt
  .replace('EHLO 192.0.2.7', 'EHLO [192.0.2.7]')
  .replace('anna@example.net', '<anna@example.net>')
const twice = `${nestedMail}\n${nestedMail}`
const fixAllNested = 'Fix all sequence/nested-mail problems in the file'

describe('all fixes at once from the language server', () => {
  let server: LanguageServer

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  async function actions(diagnostics: readonly Diagnostic[], only?: string[]): Promise<CodeAction[]> {
    const start = { line: 0, character: 0 }
    const found = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [...diagnostics], ...(only && { only }) },
    })
    return (found ?? []).filter((one): one is CodeAction => !Command.is(one))
  }

  function edited(text: string, { edit }: CodeAction): string {
    return applyTextEdits(text, edit?.changes?.[uri] ?? [])
  }

  async function begin(text: string, capabilities: ClientCapabilities): Promise<readonly Diagnostic[]> {
    server = await startServer({ capabilities })
    await open(server, uri, text)
    return diagnosticsOf(server, uri)
  }

  for (const kind of ['source', 'source.fixAll', 'source.fixAll.smtp', '']) {
    it(`make what is safe when actions of the kind "${kind}" are asked for`, async () => {
      await begin(misspelt, pulling)
      const [action, ...others] = await actions([], [kind])
      assert.ok(action && others.length === 0)
      assert.equal(action.kind, 'source.fixAll.smtp')
      assert.equal(edited(misspelt, action), spelt)
    })
  }

  it('are no action where nothing is to be fixed, nor in the light bulb', async () => {
    const diagnostics = await begin(misspelt, pulling)
    assert.deepEqual(
      (await actions(diagnostics)).filter(({ kind }) => kind !== 'quickfix'),
      [],
    )
    assert.deepEqual(await actions(diagnostics, ['source.organizeImports']), [])
    assert.deepEqual(await actions(diagnostics, ['source.fixAll.eslint']), [])
    await change(server, uri, 2, [{ text: spelt }])
    assert.deepEqual(await actions([], ['source.fixAll']), [])
  })

  it('of one kind get their edit when somebody chooses them', async () => {
    const diagnostics = await begin(twice, resolving)
    assert.deepEqual(server.answer.capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.extract', 'refactor.rewrite', 'source.fixAll.smtp'],
      resolveProvider: true,
    })
    const found = await actions(diagnostics)
    const all = found.filter(({ title }) => title === fixAllNested)
    assert.equal(all.length, 1)
    const [action] = all
    assert.ok(action && action.edit === undefined && action.isPreferred === false)
    const resolved = await server.connection.sendRequest(CodeActionResolveRequest.type, action)
    assert.equal(resolved.title, action.title)
    const result = edited(twice, resolved)
    assert.equal(result.match(/^C: RSET$/gm)?.length, 2)
    await change(server, uri, 2, [{ text: result }])
    assert.deepEqual(await diagnosticsOf(server, uri), [])
    const stale = await server.connection.sendRequest(CodeActionResolveRequest.type, action)
    assert.equal(stale.edit, undefined)
  })

  it('of one kind have their edit at once for a client that does not ask for it later', async () => {
    const diagnostics = await begin(twice, pulling)
    const action = (await actions(diagnostics)).find(({ title }) => title === fixAllNested)
    assert.ok(action)
    assert.equal(action.data, undefined)
    assert.equal(edited(twice, action).match(/^C: RSET$/gm)?.length, 2)
  })

  it('of one kind are not offered where there is but one', async () => {
    const diagnostics = await begin(nestedMail, resolving)
    assert.ok((await actions(diagnostics)).length > 0)
    assert.ok(!(await actions(diagnostics)).some(({ title }) => title === fixAllNested))
  })
})
