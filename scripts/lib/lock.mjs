// One at a time: `npm start` in two terminals must not install into the same folder at once.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { inWorkshop } from './root.mjs'

const file = inWorkshop('preparing.lock')

/** @returns {boolean} whether the process that wrote the lock is still there */
function held() {
  try {
    const owner = Number(readFileSync(file, 'utf8'))
    // An empty file: its owner is between creating and writing it.
    return owner === 0 || process.kill(owner, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @returns {boolean} whether the lock is ours now */
function taken() {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

const release = () => rmSync(file, { force: true })

/**
 * Does something that no other script of this checkout may do at the same time.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work gives
 */
export async function alone(work) {
  mkdirSync(inWorkshop(), { recursive: true })
  for (let waiting = false; !taken(); waiting = true) {
    if (!held()) release()
    else if (!waiting) console.log('Another command is preparing this checkout; waiting for it to finish.')
    await pause(100)
  }
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}
