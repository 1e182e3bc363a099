// What a fresh clone lacks: our own packages, as package-lock.json names them.
import { readFileSync } from 'node:fs'
import { runCommandFile } from './processes.mjs'
import { inCheckout } from './root.mjs'

/**
 * Runs npm, which comes with Node.
 * @param {readonly string[]} args
 * @param {string} folder where
 * @param {string} purpose what fails if it fails, for the message
 */
export async function npm(args, folder, purpose) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const status = await runCommandFile('npm', [...args, ...quiet], folder)
  if (status !== 0) throw new Error(`npm could not install ${purpose}; its own message stands above.`)
}

/**
 * @param {string} file a lock file, or npm's record of what it installed, which has the same form
 * @returns {Record<string, { version?: string, optional?: boolean }>} the packages by their folder
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return {}
  }
}

/** @returns {boolean} whether node_modules holds what package-lock.json asks for */
function isInstalled() {
  const installed = packagesIn(inCheckout('node_modules', '.package-lock.json'))
  const wanted = Object.entries(packagesIn(inCheckout('package-lock.json')))
  // An optional package is for another platform as often as not; the entry without a name is the project itself.
  return wanted.every(
    ([folder, { version, optional }]) =>
      folder === '' || optional === true || installed[folder]?.version === version,
  )
}

/** Installs the packages of the project unless they are there. */
export async function installPackages() {
  if (isInstalled()) return
  console.log('Installing the packages of the project (once, about a minute) ...')
  await npm(['ci'], inCheckout(), 'the packages of the project')
}
