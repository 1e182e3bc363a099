import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dialectNamed } from '../../server/transcript/dialects/registry.ts'
import { textOf, wholeOf } from '../../server/transcript/reading.ts'
import { readTranscript, type Transcript, updateTranscript } from '../../server/transcript/transcript.ts'
import { told } from '../rules/told.ts'
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
  assert.deepEqual(told(actual), told(expected))
}

describe('an interleaved log that is edited', () => {
  it('equals a fresh reading, edit after edit', () => {
    fc.assert(
      fc.property(logs, fc.array(edits, { minLength: 1, maxLength: 3 }), (log, list) => {
        let transcript = log
        told(log)
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

  it('finds in a session that was the last what is not said of a line that is being typed', () => {
    for (const { tool, files } of sources) {
      const [first, second] = files
      if (!first || !second) continue
      const lines = withIds(first, tool, 0)
      const more = withIds(second, tool, 1)
      for (let count = 1; count <= lines.length; count++) {
        const before = readTranscript(`${lines.slice(0, count).join('\n')}\n`, dialectNamed(tool.dialect))
        told(before)
        const start = { line: count, character: 0 }
        const after = updateTranscript(before, [{ start, end: start, newText: `${more.join('\n')}\n` }])
        assert.deepEqual(told(after), told(readTranscript(textOf(after.reading), dialectNamed(tool.dialect))))
      }
    }
  })
})
