// One VS Code for all end-to-end tests: the package that people install, a folder of transcripts, a browser.
import { cpSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/lib/browser.mjs'
import { installExtension, prepareFolders, startEditor } from '../../scripts/lib/editor.mjs'
import { run } from '../../scripts/lib/processes.mjs'
import { inCheckout } from '../../scripts/lib/root.mjs'
import { type Workbench, workbenchOn } from './workbench.ts'

/** What would make two screenshots of the same thing differ, or hide a line from a test. */
const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.editor.enablePreview': false,
  'workbench.layoutControl.enabled': false,
  'chat.commandCenter.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'off',
  'files.autoSave': 'off',
}

/** What Chromium needs to run as root, and to leave the network alone. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** So many that the explorer shows all at once. */
const shownExamples = ['clean-session.smtp', 'greylisting.smtp']

interface Session {
  readonly workbench: Workbench
  readonly close: () => Promise<void>
}

let session: Promise<Session> | undefined

/** The workbench, started when the first test asks for it. Call it in a `before` hook. */
export async function startedWorkbench(): Promise<Workbench> {
  session ??= start()
  return (await session).workbench
}

// At the top of a module, which mocha loads before it runs anything: the hook belongs to all files.
after(async () => (await session)?.close())

async function start(): Promise<Session> {
  // Where the temporary folder is a link, as on macOS, VS Code would show the resolved path.
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'smtp-transcript-')))
  process.on('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }))
  const folders = prepareFolders(home, settings)
  await installExtension(await packExtension(home), folders)
  const transcripts = join(home, 'transcripts')
  for (const name of shownExamples) cpSync(inCheckout('examples', name), join(transcripts, name))
  cpSync(inCheckout('test', 'e2e', 'transcripts'), transcripts, { recursive: true })

  const editor = await startEditor(folders)
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments })
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(editor.addressOf(transcripts))
  const workbench = workbenchOn(page)
  await workbench.ready()
  const close = async () => {
    await browser.close()
    await editor.stop()
  }
  return { workbench, close }
}

/** Makes the .vsix exactly as `npm run package` makes it; what that prints is shown only if it fails. */
async function packExtension(home: string): Promise<string> {
  const vsix = join(home, 'smtp-transcript.vsix')
  const log = join(home, 'package.log')
  const output = openSync(log, 'w')
  const args = [inCheckout('scripts', 'package.mjs'), '--out', vsix]
  const status = await run(process.execPath, args, { stdio: ['ignore', output, output] })
  if (status !== 0) throw new Error(`npm run package failed:\n${readFileSync(log, 'utf8')}`)
  return vsix
}
