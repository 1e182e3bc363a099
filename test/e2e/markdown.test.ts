// Transcripts within Markdown: the colours in the editor, and the cases of test/syntaxes with VS Code's own grammar.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownExtensions } from '../../scripts/lib/editor.mjs'
import { inCheckout } from '../../scripts/lib/root.mjs'
import { differences, readCases } from '../syntaxes/markedTranscript.ts'
import { loadMarkdownTokenizer, type Tokenizer } from '../syntaxes/tokenize.ts'
import { startedWorkbench } from './session.ts'
import type { Workbench } from './workbench.ts'

describe('A person who writes Markdown in VS Code', () => {
  let vscode: Workbench

  before(async () => {
    vscode = await startedWorkbench()
  })

  it('sees a block named smtp in the colours of a transcript, and the text around it not', async () => {
    await vscode.openFile('clean-session.smtp')
    await vscode.editorText('the transcript', text => text.includes('C: EHLO'))
    const verb = await vscode.lookOf('EHLO')
    const code = await vscode.lookOf('250')
    await vscode.openFile('ticket.md')
    await vscode.editorText('the ticket', text => text.includes('Afterwards'))
    assert.equal(await vscode.lookOf('EHLO'), verb)
    assert.equal(await vscode.lookOf('250'), code)
    const prose = await vscode.lookOf('Undelivered:')
    assert.equal(await vscode.lookOf('Afterwards'), prose)
    assert.ok(verb !== prose && code !== prose && verb !== code, [verb, code, prose].join())
    await vscode.screenshot('Markdown')
  })
})

describe("With VS Code's own Markdown grammar", () => {
  let tokenize: Tokenizer

  before(async () => {
    const host = join(ownExtensions, 'markdown-basics', 'syntaxes', 'markdown.tmLanguage.json')
    tokenize = await loadMarkdownTokenizer(readFileSync(host, 'utf8'))
  })

  const cases = readFileSync(inCheckout('test', 'syntaxes', 'fixtures', 'markdown.txt'), 'utf8')
  for (const one of readCases(cases)) {
    it(one.sentence, () => {
      const found = differences(one, tokenize)
      if (found.length > 0) assert.fail(`markdown.txt\n${found.join('\n')}`)
    })
  }
})
