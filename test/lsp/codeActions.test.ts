import assert from 'node:assert/strict'
import {
  type ClientCapabilities,
  CodeAction,
  type Diagnostic,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver-protocol/node'
import { applyTextEdits } from '../features/textEdits.ts'
import {
  change,
  codeActions,
  diagnosticsOf,
  type LanguageServer,
  open,
  pulling,
  startServer,
  stopServer,
} from './languageServer.ts'
import { dataWithoutRcpt, nestedMail, withCrlf } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'

function withWorkspaceEdit(workspaceEdit: object): ClientCapabilities {
  return { ...pulling, workspace: { workspaceEdit } }
}

const plain = pulling
const versioned = withWorkspaceEdit({ documentChanges: true })
const snippets = withWorkspaceEdit({ documentChanges: true, snippetEditSupport: true })

function isSnippet(edit: TextEdit | SnippetTextEdit): edit is SnippetTextEdit {
  return 'snippet' in edit
}

/** What stands in the file when the snippet has been inserted, and where the cursor is. */
function expanded({ range, snippet }: SnippetTextEdit): { edit: TextEdit; cursor: number } {
  const parts = snippet.value.split(/\$\{1\}/)
  assert.equal(parts.length, 2, snippet.value)
  const [before = '', after = ''] = parts.map(part => part.replaceAll(/\\([\\$}])/g, '$1'))
  return { edit: { range, newText: before + after }, cursor: before.length }
}

describe('quick fixes of the language server', () => {
  let server: LanguageServer

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  async function actionsFor(
    capabilities: ClientCapabilities,
    text: string,
    version = 1,
  ): Promise<readonly CodeAction[]> {
    server = await startServer({ capabilities })
    await open(server, uri, text, version)
    return actionsOn(await diagnosticsOf(server, uri))
  }

  async function actionsOn(diagnostics: readonly Diagnostic[]): Promise<readonly CodeAction[]> {
    const found = (await codeActions(server, uri, diagnostics)) ?? []
    return found.filter(one => CodeAction.is(one))
  }

  function named(actions: readonly CodeAction[], title: string): CodeAction {
    const action = actions.find(one => one.title === title)
    assert.ok(action, actions.map(one => one.title).join('; '))
    return action
  }

  it('carry an edit for the version of the document, the best first', async () => {
    const actions = await actionsFor(versioned, nestedMail, 7)
    assert.equal(actions[0]?.title, 'Insert RSET before MAIL')
    assert.deepEqual(
      actions.map(one => one.isPreferred === true),
      actions.map((_, index) => index === 0),
    )
    for (const { kind, diagnostics, edit, command } of actions) {
      assert.equal(kind, 'quickfix')
      assert.deepEqual(
        diagnostics?.map(({ code }) => code),
        ['sequence/nested-mail'],
      )
      assert.equal(command, undefined)
      assert.equal(edit?.changes, undefined)
      const [documentEdit] = edit?.documentChanges ?? []
      assert.ok(documentEdit && 'textDocument' in documentEdit)
      assert.deepEqual(documentEdit.textDocument, { uri, version: 7 })
    }
  })

  it('are plain changes for a client that knows no versions', async () => {
    const actions = await actionsFor(plain, nestedMail)
    const { edit } = named(actions, 'Insert RSET before MAIL')
    assert.equal(edit?.documentChanges, undefined)
    const fixed = applyTextEdits(nestedMail, edit?.changes?.[uri] ?? [])
    await change(server, uri, 2, [{ text: fixed }])
    assert.deepEqual(await diagnosticsOf(server, uri), [])
    assert.match(fixed, /\nC: RSET\nS: 250 2\.0\.0 Ok\nC: MAIL FROM:<news@example\.net>\nS: 250 2\.1\.0 Ok\n/)
  })

  it('put the cursor into the brackets where the client can do that', async () => {
    const actions = await actionsFor(snippets, dataWithoutRcpt)
    const { edit } = named(actions, 'Insert RCPT TO before DATA')
    const [documentEdit] = edit?.documentChanges ?? []
    assert.ok(documentEdit && 'edits' in documentEdit)
    const [inserted, ...others] = documentEdit.edits
    assert.ok(inserted && isSnippet(inserted) && others.length === 0)
    assert.equal(inserted.snippet.kind, 'snippet')
    const { edit: textEdit, cursor } = expanded(inserted)
    assert.equal(textEdit.newText, 'C: RCPT TO:<>\nS: 250 OK\n')
    assert.equal(cursor, 'C: RCPT TO:<'.length)
    assert.deepEqual(textEdit.range.start, { line: 5, character: 0 })
  })

  for (const [name, capabilities] of [
    ['knows versions, but no snippets', versioned],
    [
      'knows snippets, but no versions, where a snippet has no place',
      withWorkspaceEdit({ snippetEditSupport: true }),
    ],
  ] as const) {
    it(`have no snippets for a client that ${name}`, async () => {
      const actions = await actionsFor(capabilities, dataWithoutRcpt)
      const { edit } = named(actions, 'Insert RCPT TO before DATA')
      const [documentEdit] = edit?.documentChanges ?? []
      const edits = documentEdit && 'edits' in documentEdit ? documentEdit.edits : edit?.changes?.[uri]
      assert.deepEqual(edits, [
        {
          range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } },
          newText: 'C: RCPT TO:<>\nS: 250 OK\n',
        },
      ])
    })
  }

  it('mean a dollar, a backslash and a brace as such in a snippet', async () => {
    const name = `mx\\\${1}.$example.org`
    const text = `S: 220 ${name} ESMTP\nC: DATA\nS: 503 no\nC: QUIT\nS: 221 bye\n`
    const actions = await actionsFor(snippets, text)
    const { edit } = named(actions, 'Insert EHLO, MAIL FROM and RCPT TO before DATA')
    const [documentEdit] = edit?.documentChanges ?? []
    assert.ok(documentEdit && 'edits' in documentEdit)
    const [inserted] = documentEdit.edits.filter(isSnippet)
    assert.ok(inserted)
    const { newText } = expanded(inserted).edit
    assert.ok(newText.includes(`S: 250 ${name}\n`), newText)
  })

  for (const [name, capabilities] of [
    ['plain edits', plain],
    ['snippets', snippets],
  ] as const) {
    it(`write CRLF into a file with CRLF, with ${name}`, async () => {
      const actions = await actionsFor(capabilities, withCrlf(dataWithoutRcpt))
      const { edit } = named(actions, 'Insert RCPT TO before DATA')
      const [documentEdit] = edit?.documentChanges ?? []
      const edits =
        documentEdit && 'edits' in documentEdit ? documentEdit.edits : (edit?.changes?.[uri] ?? [])
      const texts = edits.map(one =>
        isSnippet(one) ? expanded(one).edit.newText : 'newText' in one && one.newText,
      )
      assert.deepEqual(texts, ['C: RCPT TO:<>\r\nS: 250 OK\r\n'])
    })
  }

  it('are not there for diagnostics of an older version', async () => {
    server = await startServer({ capabilities: versioned })
    await open(server, uri, nestedMail)
    const stale = await diagnosticsOf(server, uri)
    await change(server, uri, 2, [{ text: `# a line more\n${nestedMail}` }])
    assert.deepEqual(await actionsOn(stale), [])
    const fresh = await diagnosticsOf(server, uri)
    assert.ok((await actionsOn(fresh)).length > 0)
    assert.deepEqual(await actionsOn([...stale, ...fresh]), await actionsOn(fresh))
  })

  it('are not there for what another program found', async () => {
    server = await startServer({ capabilities: versioned })
    await open(server, uri, nestedMail)
    const [own] = await diagnosticsOf(server, uri)
    assert.ok(own)
    const { data: _data, ...withoutData } = own
    assert.deepEqual(await actionsOn([withoutData]), [])
    assert.deepEqual(await actionsOn([{ ...own, code: 'spelling' }]), [])
    assert.deepEqual(await actionsOn([]), [])
  })
})
