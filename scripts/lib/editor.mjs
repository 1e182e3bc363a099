// A real VS Code without a desktop: the build that the npm package code-server carries, served to a browser.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { npm } from './install.mjs'
import { alone } from './lock.mjs'
import { end, launch, run } from './processes.mjs'
import { inWorkshop } from './root.mjs'

const version = '4.100.3'
const home = inWorkshop(`code-server-${version}`)
const vscode = join(home, 'node_modules', 'code-server', 'lib', 'vscode')
const serverMain = join(vscode, 'out', 'server-main.js')

/** The folder of the extensions that are part of VS Code, there once the editor is installed. */
export const ownExtensions = join(vscode, 'extensions')

/**
 * What an editor run needs to know.
 * @typedef {object} EditorFolders
 * @property {string} extensions holds the installed extensions, each in a folder or behind a link
 * @property {string} data settings, state and logs
 */

/** What neither a first look nor a test should be disturbed by. */
const calm = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
}

/**
 * Makes the folders of an editor run.
 * @param {string} home holds them all
 * @param {Record<string, unknown>} [settings] the user's, beside the calm ones
 * @returns {EditorFolders}
 */
export function prepareFolders(home, settings = {}) {
  const folders = { extensions: join(home, 'extensions'), data: join(home, 'data') }
  const user = join(folders.data, 'data', 'User')
  mkdirSync(folders.extensions, { recursive: true })
  mkdirSync(user, { recursive: true })
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...calm, ...settings }, null, 2))
  return folders
}

/** Downloads the embedded editor unless it is there. */
export async function installEditor() {
  if (existsSync(serverMain)) return
  await alone(async () => {
    if (existsSync(serverMain)) return
    console.log('Installing the embedded VS Code (once, 300 MB on the disk) ...')
    // Built beside its place and moved there when complete, so that an interrupted download is never taken for it.
    const unfinished = `${home}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true })
    writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n')
    await npm(['install', `code-server@${version}`], unfinished, 'the embedded VS Code')
    console.log('Installing what the embedded VS Code needs ...')
    const inner = join(unfinished, 'node_modules', 'code-server', 'lib', 'vscode')
    await npm(['install', '--omit=dev'], inner, 'what the embedded VS Code needs')
    rmSync(home, { recursive: true, force: true })
    renameSync(unfinished, home)
  })
}

/**
 * The secret that opens the editors of this checkout. Without one, any web page in the user's browser could
 * reach the editor and, through it, the user's files. One for all runs: browsers keep it in a cookie for
 * `localhost`, whatever the port, and two editors would overwrite each other's.
 * @returns {string} the file that holds it
 */
function secretFile() {
  const file = inWorkshop('secret')
  mkdirSync(inWorkshop(), { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 })
  return file
}

/** @returns {NodeJS.ProcessEnv} our environment without what an editor around us has put into it */
function plainEnvironment() {
  const inherited = Object.entries(process.env)
  return Object.fromEntries(inherited.filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)))
}

/**
 * @param {EditorFolders} folders
 * @returns {string[]} the arguments that both the editor and its installer take
 */
const folderArguments = ({ extensions, data }) => ['--extensions-dir', extensions, '--server-data-dir', data]

/**
 * Installs an extension the way a person would: from its .vsix.
 * @param {string} vsix
 * @param {EditorFolders} folders
 */
export async function installExtension(vsix, folders) {
  const args = [serverMain, '--install-extension', vsix, ...folderArguments(folders)]
  const status = await run(process.execPath, args, { env: plainEnvironment(), stdio: 'ignore' })
  if (status !== 0) throw new Error(`VS Code refused to install ${vsix} (exit status ${status}).`)
}

/**
 * Starts the editor on a free port of this machine.
 * @param {EditorFolders} folders
 * @returns {Promise<{ addressOf: (folder: string) => string, stop: () => Promise<void>, ended: Promise<void> }>}
 */
export async function startEditor(folders) {
  const log = join(folders.data, 'server.log')
  const secret = secretFile()
  const args = ['--host', '127.0.0.1', '--port', '0', '--connection-token-file', secret]
  const manners = ['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust']
  const child = launch(process.execPath, [serverMain, ...args, ...manners, ...folderArguments(folders)], {
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const file = createWriteStream(log)
  child.stdout?.pipe(file)
  child.stderr?.pipe(file)
  const ended = once(child, 'exit').then(() => end(child))
  const listening = await Promise.race([announcedPort(child), ended])
  if (listening === undefined) {
    throw new Error(`VS Code did not start; it says:\n${readFileSync(log, 'utf8').slice(0, 2000)}`)
  }
  const token = readFileSync(secret, 'utf8')
  return {
    // A name, not a number: webviews need a secure context, which `localhost` is.
    addressOf: folder => {
      const readable = encodeURIComponent(folder).replaceAll('%2F', '/')
      return `http://localhost:${listening}/?folder=${readable}&tkn=${token}`
    },
    stop: () => end(child),
    ended,
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child a starting VS Code server
 * @returns {Promise<number>} the port that it says it listens on
 */
function announcedPort(child) {
  let text = ''
  return new Promise(resolve => {
    child.stdout?.on('data', chunk => {
      text += chunk
      const port = /listening on (\d+)/.exec(text)?.[1]
      if (port !== undefined) resolve(Number(port))
    })
  })
}
