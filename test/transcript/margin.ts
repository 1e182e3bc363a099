import assert from 'node:assert/strict'
import { sessionJson } from '../../server/features/sessionJson.ts'
import { dialectNamed } from '../../server/transcript/dialects/registry.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { dedent, speakers } from './listing.ts'

/** Secrets of the tests' texts; none of them may be anywhere but in the text. */
export const secrets = ['AGFubmEAc2VjcmV0', 'c2VjcmV0cw==', 'dG9rZW4xMjM=', 'hunter2', 'YW5uYQ==', 'anna']

/** Fails where a secret of the text is in the model of its sessions, but for the text itself. */
export function expectHidden(transcript: Transcript): void {
  for (const [index, placed] of transcript.sessions.entries()) {
    const { texts, ...model } = placed.session
    const shown = JSON.stringify([
      model,
      sessionJson('a.smtp', transcript.reading.dialect, placed, index + 1),
    ]).toLowerCase()
    for (const secret of secrets) {
      assert.ok(!shown.includes(secret.toLowerCase()), `${secret} of\n${texts.join('\n')}\nis in the model`)
    }
  }
}

/**
 * Reads a text of which each line has in its margin, in front of a `|`, the letter of who speaks (see `speakers`):
 * `S|220 mx.example`. The text has to be detected to be of the dialect `name`; no secret of it may be in the model.
 */
export function expectMargin(name: string, text: string): Transcript {
  const lines = dedent(text).split('\n')
  const source = lines.map(line => line.slice(2))
  const transcript = readTranscript(source.join('\n'))
  const actual = speakers(transcript)
  const table = lines.map((line, at) => `${String(at + 1).padStart(4)} ${actual[at]} ${line}`)
  const expected = lines.map(line => line[0]).join('')
  const { dialect } = transcript.reading
  const found = `read as ${dialect.name} (${dialect.inferred?.marks() ?? dialect.title})`
  assert.ok(
    dialect.name === name || dialect === dialectNamed(name),
    `${name}, not ${found}\n${table.join('\n')}`,
  )
  assert.equal(actual, expected, `\n${found}; is, should be:\n${table.join('\n')}\n`)
  expectHidden(transcript)
  return transcript
}
