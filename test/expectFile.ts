import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Compares generated text with the file that keeps it (path from the repository's root).
 * With UPDATE_SNAPSHOTS=1, as `npm run update-snapshots` sets it, writes the file; the diff is then the review.
 */
export function expectFile(path: string, text: string): void {
  if (process.env['UPDATE_SNAPSHOTS'] === '1') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return
  }
  assert.ok(existsSync(path), `${path} is missing; npm run update-snapshots writes it`)
  assert.equal(readFileSync(path, 'utf8'), text, `${path} is not current; npm run update-snapshots writes it`)
}
