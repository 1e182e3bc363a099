// The way of a person from opening a transcript to having it repaired.
import assert from 'node:assert/strict'
import { startedWorkbench } from './session.ts'
import type { Workbench } from './workbench.ts'

describe('A person in VS Code', () => {
  let vscode: Workbench

  before(async () => {
    vscode = await startedWorkbench()
  })

  it('sees a transcript in colours', async () => {
    await vscode.openFile('clean-session.smtp')
    await vscode.colours(4)
    await vscode.screenshot('clean session, light')
    await vscode.setTheme('dark')
    await vscode.screenshot('clean session, dark')
    await vscode.setTheme('light')
  })

  it('sees a nested MAIL underlined and listed with a plain sentence', async () => {
    await vscode.openFile('nested-mail.smtp')
    await vscode.squiggleUnder('MAIL FROM:<carla')
    // The greylisting in the same file is not the client's fault, but worth knowing.
    const { rows } = await vscode.problems('two problems', seen => seen.rows.length === 2)
    assert.match(rows.join(), /transaction is already open.*sequence\/nested-mail.*Ln 9, Col 4/)
    await vscode.screenshot('nested MAIL')
  })

  it('reads in a hover what 503 means and what happened in this session', async () => {
    await vscode.openFile('nested-mail.smtp')
    const text = await vscode.hoverOver('503 5.5.1', '503 Bad sequence of commands')
    assert.match(text, /In this session: A transaction is open already since MAIL in line 5/)
    for (const section of ['What to do', 'What it means', 'When you see it', 'Permanent']) {
      assert.ok(text.includes(section), `The hover says nothing under "${section}":\n${text}`)
    }
    await vscode.screenshot('hover on 503')
  })

  it('reads in a hover what 450 means and that a retry is wanted', async () => {
    await vscode.openFile('nested-mail.smtp')
    const text = await vscode.hoverOver('450 4.2.0', '450 Requested mail action not taken')
    assert.match(text, /In this session: Greylisting/)
    for (const section of ['What to do', 'What it means', 'When you see it', 'Transient']) {
      assert.ok(text.includes(section), `The hover says nothing under "${section}":\n${text}`)
    }
    await vscode.screenshot('hover on 450')
  })

  it('repairs a nested MAIL with the light bulb', async () => {
    await vscode.openFile('nested-mail.smtp')
    const titles = await vscode.quickFixes('MAIL FROM:<carla', 'light bulb at a nested MAIL')
    assert.ok(titles.includes('Insert RSET before MAIL'), `The menu has: ${titles.join(', ')}`)
    await vscode.applyQuickFix('MAIL FROM:<carla', 'Insert RSET before MAIL')
    await vscode.editorText('RSET before the second MAIL', text =>
      /Greylisted.*\nC: RSET\nS: 250.*\nC: MAIL FROM:<carla/.test(text),
    )
    await vscode.problems('no problem of nesting', ({ rows }) => !rows.join().includes('nested-mail'))
    await vscode.screenshot('nested MAIL repaired')
  })

  it('repairs a DATA without RCPT with the light bulb', async () => {
    await vscode.openFile('data-without-rcpt.smtp')
    await vscode.squiggleUnder('DATA')
    await vscode.applyQuickFix('DATA', 'Insert RCPT TO before DATA')
    await vscode.editorText('RCPT TO before DATA', text => /C: RCPT TO:<.*>\nS: 250.*\nC: DATA/.test(text))
    await vscode.problems('a recipient', ({ rows }) => !rows.join().includes('data-without-rcpt'))
    await vscode.screenshot('DATA without RCPT repaired')
  })

  it('sees the findings in the output of swaks', async () => {
    await vscode.openFile('swaks-output.txt')
    await vscode.setLanguage('SMTP Transcript')
    await vscode.squiggleUnder('MAIL FROM:<carla')
    await vscode.problems('the nested MAIL', ({ rows }) => rows.join().includes('sequence/nested-mail'))
    await vscode.screenshot('swaks')
  })

  it('compares 450 with 503 by the command', async () => {
    await vscode.runCommand('SMTP: Compare Reply Codes')
    await vscode.pick('450')
    await vscode.pick('503')
    assertComparison(await vscode.renderedText('450 and 503 compared'))
    await vscode.screenshot('450 and 503 compared')
    await vscode.runCommand('View: Close Editor')
  })

  it('compares 450 with 503 by the link in a hover', async () => {
    await vscode.openFile('greylisting.smtp')
    await vscode.followLinkInHover('450 4.2.0', 'Compare 450 and 503')
    assertComparison(await vscode.renderedText('450 and 503 compared'))
  })
})

function assertComparison(text: string): void {
  for (const heading of ['What 450 means', 'When you meet 503', 'How to fix 450', 'Key differences']) {
    assert.ok(text.includes(heading), `The comparison has nothing under "${heading}":\n${text}`)
  }
}
