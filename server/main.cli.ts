import { readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import { version } from '../package.json'
import { pause } from './cli/pause.ts'
import { run } from './cli/run.ts'

/** How wide a screen is that does not say it, in columns. */
const usualColumns = 80

/** How long to wait for a pipe that is full, in milliseconds. */
const patience = 5

/** Writes all of it, also into a pipe whose reader is slow. A reader that has gone away is no error. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EPIPE' || code === 'ECONNRESET') process.exit(0)
      if (code !== 'EAGAIN') throw error
      pause(patience)
    }
  }
}

process.exitCode = run(process.argv.slice(2), {
  version,
  environment: process.env,
  write: text => writeAll(1, text),
  writeError: text => writeAll(2, text),
  errorColumns: isatty(2) ? process.stderr.columns || usualColumns : null,
  now: () => performance.now(),
  readBundle: language =>
    language === 'en'
      ? null
      : JSON.parse(readFileSync(join(__dirname, '..', 'l10n', `bundle.l10n.${language}.json`), 'utf8')),
})
