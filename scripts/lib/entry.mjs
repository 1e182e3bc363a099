// How each script of the project begins and ends: --help, and one plain sentence instead of a stack trace.

import { endAll, isLeaving } from './processes.mjs'

/** The user asked for something that cannot be; exit status 2. */
export class UsageError extends Error {}

/** @param {unknown} error */
function isUsage(error) {
  return (
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && /PARSE_ARGS/.test(String(error.code)))
  )
}

/**
 * @param {string} help
 * @param {() => Promise<number | void>} work gives the exit status, or nothing for success
 */
export async function main(help, work) {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(help)
    return
  }
  try {
    if (Number.parseInt(process.versions.node, 10) < 20) {
      throw new UsageError(`Node 20 or newer is needed; this is Node ${process.versions.node}.`)
    }
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    // Whoever interrupts us knows why nothing came of it.
    if (isLeaving()) return
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = isUsage(error) ? 2 : 1
  } finally {
    await endAll()
  }
}
