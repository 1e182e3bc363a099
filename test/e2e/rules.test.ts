// What a person does with a finding beside repairing it: reads up on it, sorts by who is to blame, switches it off.
import assert from 'node:assert/strict'
import { startedWorkbench } from './session.ts'
import type { Workbench } from './workbench.ts'

const file = 'whose-fault.smtp'

describe('A person with findings in VS Code', () => {
  let vscode: Workbench

  before(async () => {
    vscode = await startedWorkbench()
  })

  it('sees who has to change something, and filters by it', async () => {
    await vscode.openFile(file)
    // Other files may have findings too.
    await vscode.problems('both problems', ({ rows }) => {
      const told = rows.join('\n')
      return (
        /smtp:client ?\(?sequence\/nested-mail/.test(told) &&
        /smtp:server ?\(?reply\/unexpected-class/.test(told)
      )
    })
    await vscode.screenshot('whose fault')
    await vscode.filterProblems('smtp:server')
    await vscode.problems('only those of the server', ({ rows }) => {
      return rows.length > 0 && rows.every(row => row.includes('smtp:server'))
    })
    await vscode.screenshot('only the faults of the server')
    await vscode.filterProblems('')
  })

  it('reads the page of a rule behind its name', async () => {
    await vscode.openFile(file)
    await vscode.followLinkInHover('MAIL FROM:<news', 'sequence/nested-mail')
    const text = await vscode.renderedText('MAIL inside a transaction')
    for (const heading of ['Why it matters', 'What to do', 'Example', 'Instead', 'In the settings']) {
      assert.ok(text.includes(heading), `The page has nothing under "${heading}":\n${text}`)
    }
    await vscode.screenshot('page of a rule')
    await vscode.runCommand('View: Close Editor')
  })

  it('finds the page of a rule by the command', async () => {
    await vscode.runCommand('SMTP: Explain Rule…')
    await vscode.pick('sequence/rcpt-without-mail')
    await vscode.renderedText('Send MAIL FROM first.')
    await vscode.runCommand('View: Close Editor')
  })

  it('sees in the outline how the session came out', async () => {
    await vscode.openFile(file)
    const items = await vscode.outline('Session 1')
    assert.match(items.join('\n'), /MAIL FROM:<anna@example\.net>/)
    await vscode.screenshot('outline')
  })

  it('has the rules completed in the settings', async () => {
    await vscode.openFile(file)
    await vscode.runCommand('Preferences: Open User Settings (JSON)')
    await vscode.completeInSettings('smtp.rules', 'nested-m', 'sequence/nested-mail')
    await vscode.screenshot('completion of rules in the settings')
    await vscode.runCommand('View: Revert and Close Editor')
  })
})
