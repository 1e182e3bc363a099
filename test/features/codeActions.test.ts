import assert from 'node:assert/strict'
import type { CodeAction, SnippetTextEdit, TextEdit } from 'vscode-languageserver-types'
import { codeActionsFor } from '../../server/features/codeActions.ts'
import { diagnosticsOf } from '../../server/features/diagnostics.ts'
import type { EditSupport } from '../../server/features/workspaceEdits.ts'
import { type OpenDocument, openDocuments } from '../../server/lsp/openDocument.ts'
import { rules } from '../../server/rules/registry.ts'
import { profileOf } from '../../server/rules/settings.ts'
import { applyTextEdits } from './textEdits.ts'

const uri = 'file:///folder/session.smtp'
const plain: EditSupport = { snippets: false, versions: false }
const snippets: EditSupport = { snippets: true, versions: true }
const hello = ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250 mx.example.org']
const mail = ['C: MAIL FROM:<anna@example.net>', 'S: 250 OK']
const quit = ['C: QUIT', 'S: 221 bye']

function documentOf(text: string): OpenDocument {
  return openDocuments.create(uri, 'smtp', 1, text)
}

function actionsIn(text: string, support: EditSupport): readonly CodeAction[] {
  const document = documentOf(text)
  return codeActionsFor(diagnosticsOf(document), document, support)
}

function plainEdits({ edit }: CodeAction): readonly TextEdit[] {
  return edit?.changes?.[uri] ?? []
}

function versionedEdits({ edit }: CodeAction): readonly (TextEdit | SnippetTextEdit)[] {
  const [documentEdit] = edit?.documentChanges ?? []
  if (!documentEdit || !('edits' in documentEdit)) return []
  return documentEdit.edits.map(one => ('snippet' in one ? one : { range: one.range, newText: one.newText }))
}

describe('quick fixes', () => {
  for (const rule of rules.filter(rule => profileOf(rule) !== 'strict')) {
    const text = `${rule.example.trim()}\n`
    it(`of ${rule.id} take its finding away, where there are any`, () => {
      for (const action of actionsIn(text, plain)) {
        const fixed = applyTextEdits(text, plainEdits(action))
        const codes = diagnosticsOf(documentOf(fixed)).map(({ code }) => code)
        assert.ok(!codes.includes(rule.id), `${action.title}:\n${fixed}`)
      }
    })
  }

  it('stand in the session that they are for', () => {
    const nested = [...hello, ...mail, 'C: MAIL FROM:<news@example.net>', 'S: 503 nested', ...quit]
    const text = ['# one', ...hello, ...quit, '', ...nested, '', ...nested, ''].join('\n')
    const actions = actionsIn(text, plain).filter(({ title }) => title === 'Insert RSET before MAIL')
    assert.deepEqual(
      actions.map(action => plainEdits(action)[0]?.range.start.line),
      [12, 22],
    )
    const [first, second] = actions
    assert.ok(first && second)
    const fixed = applyTextEdits(text, [...plainEdits(first), ...plainEdits(second)])
    assert.deepEqual(diagnosticsOf(documentOf(fixed)), [])
  })

  it('prefer one fix for each finding', () => {
    const actions = actionsIn([...hello, 'C: DATA', 'S: 503 no', ...quit].join('\n'), plain)
    assert.ok(actions.length > 1)
    assert.equal(actions.filter(({ isPreferred }) => isPreferred).length, 1)
    assert.equal(actions[0]?.isPreferred, true)
  })

  for (const [name, line, path] of [
    ['MAIL FROM', ['C: RCPT TO:<bob@example.org>', 'S: 503 no'], 'MAIL FROM:<'],
    ['RCPT TO', [...mail, 'C: DATA', 'S: 503 no'], 'RCPT TO:<'],
    ['MAIL FROM and RCPT TO', ['C: DATA', 'S: 503 no'], 'MAIL FROM:<'],
  ] as const) {
    it(`put the cursor where ${name} has to be filled in, once`, () => {
      const text = [...hello, ...line, ...quit].join('\n')
      const action = actionsIn(text, snippets).find(({ title }) => title.startsWith(`Insert ${name} before`))
      assert.ok(action)
      const values = versionedEdits(action).flatMap(edit => ('snippet' in edit ? [edit.snippet.value] : []))
      assert.equal(values.length, 1)
      assert.equal(values[0]?.split('$').length, 2)
      assert.ok(values[0]?.includes(`C: ${path}\${1}>\n`), values[0])
    })
  }

  it('write the same with a snippet as without', () => {
    const text = [...hello, 'C: DATA', 'S: 503 no', ...quit].join('\n')
    const expand = (edit: TextEdit | SnippetTextEdit) =>
      'snippet' in edit
        ? {
            range: edit.range,
            newText: edit.snippet.value.replace(/\$\{1\}/, '').replaceAll(/\\([\\$}])/g, '$1'),
          }
        : edit
    assert.deepEqual(
      actionsIn(text, snippets).map(action => versionedEdits(action).map(expand)),
      actionsIn(text, plain).map(plainEdits),
    )
  })

  it('take the text as it is: no edit touches another', () => {
    const text = [
      'S: 220 mx',
      'C: MAIL FROM:<a@x>',
      'S: 503-no',
      'S: 503 no',
      'C: RCPT TO:<b@x>',
      'S: 503 no',
      ...quit,
    ]
    for (const action of actionsIn(text.join('\n'), plain)) {
      assert.doesNotThrow(() => applyTextEdits(text.join('\n'), plainEdits(action)))
    }
  })
})

describe('switching a rule off', () => {
  const off = ({ title }: CodeAction) => title.startsWith('Switch off ')

  it('stands last, and takes away that one finding', () => {
    const text = [
      ...hello,
      'C: DATA',
      'S: 503 no',
      ...quit,
      '',
      ...hello,
      'C: DATA',
      'S: 503 no',
      ...quit,
    ].join('\n')
    const [first] = actionsIn(text, plain).filter(off)
    assert.equal(first?.title, 'Switch off sequence/data-without-mail for this line')
    assert.equal(first.isPreferred, false)
    const before = diagnosticsOf(documentOf(text))
    const after = diagnosticsOf(documentOf(applyTextEdits(text, plainEdits(first))))
    assert.deepEqual([before.length, after.length], [2, 1])
    const ofFirst = actionsIn(text, plain).slice(0, actionsIn(text, plain).findIndex(off) + 1)
    assert.ok(ofFirst.length > 1 && off(ofFirst.at(-1) ?? { title: '' }))
  })

  it('is possible in front of a command, a reply and a greeting', () => {
    const text = ['S: 220 Welcome!', ...hello.slice(1), 'C: NOOP', 'S: 250 5.1.1 ok', ...quit].join('\n')
    for (const action of actionsIn(text, plain).filter(off)) {
      const fixed = diagnosticsOf(documentOf(applyTextEdits(text, plainEdits(action))))
      assert.equal(fixed.length, diagnosticsOf(documentOf(text)).length - 1, action.title)
    }
    assert.equal(actionsIn(text, plain).filter(off).length, 2)
  })

  it('is not possible in mail data, where a comment would be sent, and in the output of tools', () => {
    const data = [
      'C: RCPT TO:<bob@example.org>',
      'S: 250 OK',
      'C: DATA',
      'S: 354 go',
      'C: .hidden',
      'C: .',
      'S: 250 OK',
    ]
    const text = [...hello, ...mail, ...data, ...quit].join('\n')
    assert.deepEqual(
      diagnosticsOf(documentOf(text)).map(({ code }) => code),
      ['data/not-dot-stuffed'],
    )
    assert.deepEqual(actionsIn(text, plain).filter(off), [])
    const swaks = ['<-  220 mx.example ESMTP', ' -> EHLO c.example', '<-  250 mx', ' -> DATA', '<** 503 no']
    assert.ok(diagnosticsOf(documentOf(swaks.join('\n'))).length > 0)
    assert.deepEqual(actionsIn(swaks.join('\n'), plain).filter(off), [])
  })
})
