import assert from 'node:assert/strict'
import fc from 'fast-check'
import { textOf, wholeOf } from '../../server/transcript/reading.ts'
import { readTranscript, type Transcript, updateTranscript } from '../../server/transcript/transcript.ts'
import { edits } from '../transcript/generatedText.ts'
import { listing } from '../transcript/listing.ts'
import { corpusOf } from './expectation.ts'
import { bearsId, idTools, weave, withIds } from './interleaving.ts'

const sources = idTools.map(tool => ({ tool, files: corpusOf(tool.tool).slice(0, 6) }))

/** A log of a few interleaved sessions, read. */
const logs: fc.Arbitrary<Transcript> = fc.constantFrom(...sources).chain(({ tool, files }) => {
  return fc
    .tuple(
      fc.array(fc.constantFrom(...files), { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(5), { minLength: 1, maxLength: 20 }),
    )
    .map(([picked, turns]) => {
      const texts = picked.map((file, index) => withIds(file, tool, index))
      const woven = weave(texts, turns, bearsId(tool.dialect))
      return readTranscript(`${woven.map(line => line.text).join('\n')}\n`)
    })
})

function assertSame(actual: Transcript, expected: Transcript): void {
  assert.equal(listing(actual), listing(expected))
  assert.deepEqual(wholeOf(actual.reading), wholeOf(expected.reading))
  assert.deepEqual(actual.sessions, expected.sessions)
}

describe('an interleaved log that is edited', () => {
  it('equals a fresh reading, edit after edit', () => {
    fc.assert(
      fc.property(logs, fc.array(edits, { minLength: 1, maxLength: 3 }), (log, list) => {
        let transcript = log
        for (const edit of list) {
          transcript = updateTranscript(transcript, [edit])
          const { reading } = transcript
          assertSame(transcript, readTranscript(textOf(reading), reading.dialect))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('leaves the sessions alone of which no line was read again', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (log, place) => {
        const [placed] = log.sessions
        if (!placed || log.sessions.length < 2) return
        // A remark of one session, which says nothing, comes between the lines.
        const line = placed.startLine + (place % placed.lineCount)
        const start = { line, character: 0 }
        const edited = updateTranscript(log, [{ start, end: start, newText: '' }])
        for (const one of log.sessions) {
          if (one.startLine > line + 1) assert.ok(edited.sessions.some(other => other.body === one.body))
        }
      }),
      { numRuns: 60 },
    )
  })
})
