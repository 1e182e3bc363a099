// npm start [FOLDER]: builds the extension and opens a VS Code with it.
import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installEditor, prepareFolders, startEditor } from './lib/editor.mjs'
import { main, UsageError } from './lib/entry.mjs'
import { installPackages } from './lib/install.mjs'
import { alone } from './lib/lock.mjs'
import { isLeaving, run, runCommandFile } from './lib/processes.mjs'
import { fromUser, inCheckout, inWorkshop } from './lib/root.mjs'

const help = `Builds SMTP Transcript and opens a VS Code with it.

  npm start [FOLDER]                 opens FOLDER, or the examples
  npm start -- --browser [FOLDER]    in the browser, even where the desktop VS Code is installed

The desktop VS Code is taken when its command "code" is found. Otherwise a VS Code is installed below
.vscode-test/ and served to your browser, at the address that is printed; Ctrl-C ends it.`

/**
 * @param {string | undefined} name as the user wrote it
 * @returns {string} the absolute path of a folder that exists
 */
function folderNamed(name) {
  if (name === undefined) return inCheckout('examples')
  const folder = fromUser(name)
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found === undefined) throw new UsageError(`There is no folder ${folder}.`)
  if (!found.isDirectory()) throw new UsageError(`${folder} is a file; name the folder that it lies in.`)
  return folder
}

async function build() {
  console.log('Building the extension ...')
  const status = await run(process.execPath, [inCheckout('scripts', 'build.mjs')], { cwd: inCheckout() })
  if (status !== 0) throw new Error('The extension does not build; the reason stands above.')
}

/**
 * @param {string} folder
 * @returns {Promise<boolean>} whether the desktop VS Code took it
 */
async function openOnDesktop(folder) {
  // In a terminal of a remote VS Code, "code" talks to the window around it, which cannot develop extensions.
  if (process.env['VSCODE_IPC_HOOK_CLI'] !== undefined) return false
  const args = [`--extensionDevelopmentPath=${inCheckout()}`, folder]
  const status = await runCommandFile('code', args, folder)
  if (status === 0) console.log(`VS Code is open with ${folder}.`)
  else if (status !== 127) console.log('The command "code" failed; using the embedded VS Code.')
  return status === 0
}

/** @param {string} folder */
async function openInBrowser(folder) {
  await installEditor()
  console.log('Starting VS Code ...')
  const own = mkdtempSync(inWorkshop('start-'))
  process.on('exit', () => rmSync(own, { recursive: true, force: true, maxRetries: 3 }))
  const folders = prepareFolders(own)
  // A link, so that after a new build "Developer: Reload Window" is enough to see it.
  symlinkSync(inCheckout(), join(folders.extensions, 'smtp-transcript'), 'junction')
  const editor = await startEditor(folders)
  console.log(`\nVS Code is open at ${editor.addressOf(folder)}\nPress Ctrl-C to end it.`)
  // From here on it is no failure to be interrupted.
  process.exitCode = 0
  await editor.ended
  if (!isLeaving()) throw new Error('VS Code has ended unexpectedly.')
}

await main(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'boolean', default: false } },
  })
  if (positionals.length > 1) throw new UsageError('Name one folder only.')
  const folder = folderNamed(positionals[0])
  await alone(async () => {
    await installPackages()
    await build()
  })
  if (values.browser || !(await openOnDesktop(folder))) await openInBrowser(folder)
})
