// VS Code for the Web: no server behind it, the extension in a web worker, the lowest version that is supported.
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/lib/browser.mjs'
import { inCheckout } from '../../scripts/lib/root.mjs'
import { serveWebEditor } from '../../scripts/lib/web-editor.mjs'
import { browserArguments } from './session.ts'
import { type Workbench, workbenchOn } from './workbench.ts'

describe('A person in VS Code for the Web', () => {
  let browser: Browser
  let vscode: Workbench
  let stop: () => Promise<void>

  before(async () => {
    const editor = await serveWebEditor(inCheckout('examples'))
    stop = editor.stop
    browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments })
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(editor.address)
    vscode = workbenchOn(page)
    await vscode.ready()
  })

  after(async () => {
    await browser?.close()
    await stop?.()
  })

  it('sees the findings of a transcript, and why a 503 stands where it stands', async () => {
    await vscode.openFile('classic-mistakes.smtp')
    await vscode.squiggleUnder('MAIL FROM:<anna')
    await vscode.problems('six problems', ({ count }) => count === 6)
    await vscode.hoverOver('503 HELO', 'No EHLO has opened the session')
    await vscode.screenshot('in the web')
  })

  it('sees how the transcript was read, chooses otherwise, and goes back', async () => {
    await vscode.languageStatus('smtp · ')
    await vscode.runCommand('SMTP: Choose Dialect…')
    await vscode.pick('swaks')
    await vscode.languageStatus('chosen by you')
    await vscode.problems('no problem', ({ rows }) => rows.length === 0)
    await vscode.followLinkInLanguageStatus('swaks · ', 'Choose Dialect')
    await vscode.pick('Detect automatically')
    await vscode.languageStatus('detected')
    await vscode.squiggleUnder('MAIL FROM:<anna')
  })
})
