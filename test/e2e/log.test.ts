// The way of a person who has a log, and no file that is called a transcript.
import assert from 'node:assert/strict'
import { startedWorkbench } from './session.ts'
import type { Workbench } from './workbench.ts'

describe('A person with a log in VS Code', () => {
  let vscode: Workbench

  before(async () => {
    vscode = await startedWorkbench()
  })

  it('reads it as a transcript, and sees what it was read as', async () => {
    await vscode.openFile('delivery.log')
    const before = await vscode.offeredCommands('SMTP: ')
    assert.ok(before.includes('SMTP: Read as Transcript'), before.join('; '))
    assert.ok(!before.some(title => /Choose Dialect|Convert Transcript/.test(title)), before.join('; '))
    await vscode.runCommand('SMTP: Read as Transcript')
    await vscode.squiggleUnder('MAIL FROM:<carla')
    const status = await vscode.languageStatus('swaks · 2 sessions')
    assert.match(status, /detected.*Choose Dialect/)
    await vscode.screenshot('language status')
  })

  it('is offered then what can be done with a transcript', async () => {
    const titles = await vscode.offeredCommands('SMTP: ')
    assert.ok(titles.includes('SMTP: Choose Dialect…'), titles.join('; '))
    assert.ok(titles.includes('SMTP: Convert Transcript to…'), titles.join('; '))
    assert.ok(!titles.includes('SMTP: Read as Transcript'), titles.join('; '))
  })

  it('chooses another dialect, and the findings are those of that reading', async () => {
    // Other files may have findings too.
    const before = await vscode.problems('the nested MAIL', ({ rows }) => /nested-mail/.test(rows.join()))
    await vscode.runCommand('SMTP: Choose Dialect…')
    await vscode.screenshot('choosing a dialect')
    await vscode.pick('smtp')
    assert.match(await vscode.languageStatus('smtp · no session found'), /chosen by you/)
    await vscode.problems('two problems less', ({ count }) => count === before.count - 2)
  })

  it('goes back to the detection by the link in the status', async () => {
    await vscode.followLinkInLanguageStatus('smtp · no session found', 'Choose Dialect')
    await vscode.screenshot('going back to the detection')
    await vscode.pick('Detect automatically')
    await vscode.languageStatus('swaks · 2 sessions')
    await vscode.squiggleUnder('MAIL FROM:<carla')
  })

  it('converts it, and the log stays as it is', async () => {
    await vscode.runCommand('SMTP: Convert Transcript to…')
    await vscode.pick('smtp')
    await vscode.editorText('the converted transcript', text => text.includes('C: MAIL FROM:<carla'))
    await vscode.squiggleUnder('MAIL FROM:<carla')
    assert.match(await vscode.languageStatus('smtp · 2 sessions'), /detected/)
    await vscode.screenshot('converted')
    await vscode.runCommand('View: Revert and Close Editor')
    await vscode.editorText('the log', text => text.includes('-> MAIL FROM:<carla'))
  })

  it('hears that there is nothing to convert in a text without a session', async () => {
    await vscode.runCommand('SMTP: Choose Dialect…')
    await vscode.pick('smtp')
    await vscode.languageStatus('smtp · no session found')
    await vscode.runCommand('SMTP: Convert Transcript to…')
    await vscode.pick('smtp')
    await vscode.notification('No SMTP session was found in this text.')
  })

  it('sees the detected dialect again when the language server was restarted', async () => {
    await vscode.languageStatus('smtp · no session found')
    await vscode.runCommand('SMTP: Restart Language Server')
    assert.match(await vscode.languageStatus('swaks · 2 sessions'), /detected/)
    await vscode.runCommand('View: Close Editor')
  })
})
