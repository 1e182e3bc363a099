// What the command line takes for a log that comes through a pipe, whatever its length.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { manySessions, megabyte } from './files.ts'

/** What it took to check a log. */
export interface Streaming {
  /** Octets of the process, at most. */
  readonly peak: number
  readonly milliseconds: number
}

/** Checks a log of at least so many octets, handed to the built program through a pipe. */
export async function streamingCosts(octets: number): Promise<Streaming> {
  const hook = fileURLToPath(new URL('peakMemory.js', import.meta.url))
  const start = performance.now()
  const child = spawn(process.execPath, ['--require', hook, join('dist', 'cli.js'), 'check', '-'])
  child.stdout.resume()
  const told = text(child.stderr)
  const fed = pipeline(Readable.from(inBlocks(manySessions(octets))), child.stdin)
  const [status] = await once(child, 'exit')
  await fed
  const peak = Number((await told).trim().split('\n').at(-1))
  if (status > 1 || Number.isNaN(peak)) throw new Error(`The command line failed: ${await told}`)
  return { peak, milliseconds: performance.now() - start }
}

/** Small pieces put together to larger ones, as pipes like them. */
function* inBlocks(parts: Iterable<string>): Generator<string> {
  let block = ''
  for (const part of parts) {
    block += part
    if (block.length < megabyte) continue
    yield block
    block = ''
  }
  yield block
}
