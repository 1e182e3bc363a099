import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

describe('the bundle of the server', () => {
  // One other character, and V8 keeps and reads every character of the file as two octets. esbuild escapes it in strings,
  // but neither in a tagged template (write a call of `l10n.t` with `{0}`) nor in a regular expression (write `\u2026`).
  it('is ASCII', () => {
    const lines = readFileSync(join('dist', 'server.node.js'), 'utf8').split('\n')
    assert.deepEqual(
      lines.filter(line => /[^\0-\x7f]/.test(line)),
      [],
    )
  })
})
