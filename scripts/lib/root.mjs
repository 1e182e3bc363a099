// Where the checkout is. This module is also bundled into the end-to-end tests, far away from scripts/, so the
// answer is searched for upwards instead of being counted in "..".
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @param {string} directory where to begin
 * @returns {string} the nearest directory above that holds our lock file
 */
function checkoutAbove(directory) {
  if (existsSync(join(directory, 'package-lock.json')) && existsSync(join(directory, 'biome.json'))) {
    return directory
  }
  const parent = dirname(directory)
  if (parent === directory) throw new Error('The scripts do not lie in a checkout of SMTP Transcript.')
  return checkoutAbove(parent)
}

const root = checkoutAbove(dirname(fileURLToPath(import.meta.url)))

/**
 * @param {string[]} parts names of folders and files
 * @returns {string} the absolute path of a file of the checkout
 */
export const inCheckout = (...parts) => join(root, ...parts)

/**
 * @param {string[]} parts names of folders and files
 * @returns {string} the absolute path of a file in the folder for what is downloaded, tried and thrown away
 */
export const inWorkshop = (...parts) => join(root, '.vscode-test', ...parts)

/**
 * npm changes to the project's folder before it starts a script; what a user names is meant from where they stand.
 * @param {string} name of a file or folder, as the user wrote it
 * @returns {string} its absolute path
 */
export const fromUser = name => resolve(process.env['INIT_CWD'] ?? '', name)
