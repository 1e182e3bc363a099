// Child processes that never outlive us.
//
// Each child leads a process group of its own, because the VS Code server, npm and mocha start children in turn.
// Whatever ends us (an interrupt, a hang-up, the death of the npm above us), the groups are asked to end, waited
// for, and killed if they do not listen.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

const windows = process.platform === 'win32'

/** How long a group may take to end by itself, in milliseconds. */
const GRACE = 4000

/** Signal numbers, for the exit status that shells expect (128 + number). */
const deadly = /** @type {const} */ ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })

/** @type {Set<import('node:child_process').ChildProcess>} */
const living = new Set()
let guarded = false
let leaving = false

/**
 * @param {import('node:child_process').ChildProcess} child the leader of a group
 * @param {NodeJS.Signals | 0} signal 0 only asks whether anybody is there
 * @returns {boolean} whether the group still has a member
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return false
  try {
    if (!windows) process.kill(-child.pid, signal)
    else if (signal === 0) process.kill(child.pid, 0)
    else execFileSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * The dead still count as members of a group until their parent, often a slow first process of a container, has
 * taken note of them.
 * @param {import('node:child_process').ChildProcess} child the leader of a group
 * @returns {boolean} whether anybody in the group still runs
 */
function isAlive(child) {
  if (!signalGroup(child, 0)) return false
  if (child.exitCode === null && child.signalCode === null) return true
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pgid=,stat='], { encoding: 'utf8' })
  if (stdout === null) return true
  const members = stdout.split('\n').filter(line => Number.parseInt(line, 10) === child.pid)
  return members.some(line => !line.trimEnd().split(/\s+/).at(-1)?.startsWith('Z'))
}

/**
 * Ends a child and everything that it started.
 * @param {import('node:child_process').ChildProcess} child a child that `launch` gave
 * @returns {Promise<void>} settled when nothing of it runs any more
 */
export async function end(child) {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    const deadline = Date.now() + GRACE
    for (let there = signalGroup(child, signal); there && Date.now() < deadline; there = isAlive(child)) {
      await pause(20)
    }
  }
  living.delete(child)
}

/** @returns {boolean} whether we are being ended, so that the end of a child is no news */
export const isLeaving = () => leaving

/** Ends every child. */
export async function endAll() {
  await Promise.all([...living].map(end))
}

/** @param {number} status the exit status, unless `process.exitCode` says another */
async function leave(status) {
  // A terminal's Ctrl-C reaches us twice, once directly and once through npm.
  if (leaving) return
  leaving = true
  await endAll()
  process.exit(process.exitCode ?? status)
}

function guard() {
  if (guarded) return
  guarded = true
  for (const [signal, number] of Object.entries(deadly)) process.on(signal, () => leave(128 + number))
  process.on('exit', () => {
    for (const child of living) signalGroup(child, 'SIGKILL')
  })
  // npm does not hand every signal on, and cannot hand on a SIGKILL: when what started us is gone, we go too.
  if (process.env['npm_lifecycle_event'] !== undefined || process.send !== undefined) {
    const parent = process.ppid
    const above = aboveShell(parent)
    const orphaned = () => process.ppid !== parent || (above !== undefined && !isThere(above))
    setInterval(() => orphaned() && leave(128 + deadly.SIGHUP), 500).unref()
  }
}

/** @param {number} pid */
function isThere(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * npm starts scripts through a shell, and the shell outlives npm.
 * @param {number} pid
 * @returns {number | undefined} the parent of this process if this is a shell, where the system tells
 */
function aboveShell(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
  const [parent, name = ''] = (stdout ?? '').trim().split(/\s+/)
  return /(^|\/)sh$/.test(name) ? Number(parent) : undefined
}

/**
 * Starts a program in a process group of its own that ends with us at the latest.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {import('node:child_process').ChildProcess}
 */
export function launch(command, args, options = {}) {
  guard()
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !windows,
    ...options,
  })
  living.add(child)
  return child
}

/**
 * Runs a program to its end; what it prints is seen.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit status, 127 where it cannot be started, 1 where a signal ended it
 */
export async function run(command, args, options = {}) {
  const child = launch(command, args, options)
  const status = await new Promise(resolve => {
    child.once('error', () => resolve(127))
    child.once('exit', code => resolve(code ?? 1))
  })
  await end(child)
  return status
}

/**
 * Runs a program that is a command file on Windows, which only a shell can start there: npm, code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} folder where
 * @returns {Promise<number>} as `run`
 */
export function runCommandFile(command, args, folder) {
  return windows
    ? run(
        command,
        args.map(arg => `"${arg}"`),
        { cwd: folder, shell: true },
      )
    : run(command, args, { cwd: folder })
}
