// What an editor can do with a transcript, from typing a command to comparing two sessions.
import assert from 'node:assert/strict'
import { startedWorkbench } from './session.ts'
import type { Workbench } from './workbench.ts'

describe('A person who works on a transcript in VS Code', () => {
  let vscode: Workbench

  before(async () => {
    vscode = await startedWorkbench()
  })

  beforeEach(async () => {
    await vscode.openFile('editing.smtp')
  })

  it('sees above each session how it came out', async () => {
    await vscode.lenses(
      'two outcomes',
      texts => /deferred/.test(texts.join()) && /accepted/.test(texts.join()),
    )
    await vscode.colours(4)
    await vscode.screenshot('code lenses and colours')
  })

  it('finds sessions, transactions and commands in the outline, each with its outcome', async () => {
    const texts = await vscode.outline('Session 1')
    const shown = texts.join('\n')
    assert.match(shown, /^Session 1 ?deferred at RCPT TO/m)
    assert.match(shown, /^RCPT TO:<bob@example\.org> ?✗ 450 4\.2\.0/m)
    await vscode.screenshot('outline of two sessions')
    await vscode.runCommand('Explorer: Focus on Folders View')
  })

  it('is offered the commands that may stand at the cursor, best first', async () => {
    await vscode.typeBehind('C: MAIL FROM:<dora@example.net>', '\nS: 250 2.1.0 Ok\nC: ', 'C: \nS: 250')
    const labels = await vscode.suggested('RCPT TO', all => all.some(label => label.startsWith('RCPT')))
    assert.match(labels[0] ?? '', /^RCPT TO/)
    await vscode.screenshot('completion of a command')
    await vscode.runCommand('File: Revert File')
  })

  it('has all safe fixes made at once', async () => {
    await vscode.problems('the missing brackets', ({ rows }) =>
      rows.join().includes('missing-angle-brackets'),
    )
    await vscode.runCommand('Fix All')
    await vscode.editorText('brackets around the sender', text =>
      text.includes('C: MAIL FROM:<anna@example.net>'),
    )
    await vscode.screenshot('all safe fixes made')
    await vscode.runCommand('File: Revert File')
  })

  it('renames an address in the whole file', async () => {
    await vscode.rename('bob@example.org', 'robert@example.org')
    const text = await vscode.editorText('the new name', seen =>
      seen.includes('RCPT TO:<robert@example.org>'),
    )
    assert.ok(!text.includes('bob@example.org'), text)
    assert.match(text, /450 4\.2\.0 <robert@example\.org>/)
    await vscode.screenshot('renamed address')
    await vscode.runCommand('File: Revert File')
  })

  it('reads hints between the words when asked for', async () => {
    await vscode.changeSetting('smtp.inlayHints', 'full')
    await vscode.openFile('editing.smtp')
    await vscode.editorText('a hint', text => /S: 250 2\.1\.0 Ok.*→ sender accepted/.test(text))
    await vscode.screenshot('inlay hints')
    await vscode.changeSetting('smtp.inlayHints', 'basic')
  })

  it('folds what belongs together', async () => {
    await vscode.runCommand('Fold All')
    await vscode.editorText('folded sessions', text => !text.includes('RCPT TO'))
    await vscode.screenshot('folded sessions')
    await vscode.runCommand('Unfold All')
    await vscode.editorText('the sessions again', text => text.includes('RCPT TO'))
  })

  it('compares two sessions, and sees only what matters', async () => {
    await vscode.pressLens('Compare with another session')
    await vscode.pick('Session 2')
    await vscode.difference('the greylisting', (before, after) => {
      return before.includes('450 4.2.0') && after.includes('250 2.0.0') && before.includes('<recipient-1>')
    })
    await vscode.screenshot('two sessions compared')
    await vscode.runCommand('View: Close Editor')
  })

  it('opens an example that comes with the extension', async () => {
    await vscode.runCommand('SMTP: Open an Example…')
    await vscode.pick('Greylisting')
    await vscode.editorText('the example', text => text.includes('The first attempt is put off with 450'))
    await vscode.lenses('its outcome', texts => /deferred/.test(texts.join()))
    await vscode.screenshot('an example')
  })

  it('is led from a transcript to its repair by the walkthrough', async () => {
    await vscode.runCommand('Welcome: Open Walkthrough...')
    await vscode.pick('Read SMTP transcripts')
    await vscode.walkthrough('Open a transcript')
    await vscode.screenshot('walkthrough')
    await vscode.runCommand('View: Close Editor')
  })

  // Last, since what is found in files that are not open would be in the way of others.
  it('checks all transcripts of the folder when asked to', async () => {
    await vscode.runCommand('SMTP: Check All Transcripts in the Workspace')
    await vscode.notification('Transcripts checked:')
    await vscode.problems('something', ({ count }) => count > 0)
    await vscode.filterProblems('never-opened')
    await vscode.problems('the finding in a file that nobody has opened', ({ rows }) =>
      rows.join().includes('sequence/rcpt-without-mail'),
    )
    await vscode.screenshot('all transcripts checked')
  })
})
