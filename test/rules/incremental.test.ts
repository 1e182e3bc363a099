import assert from 'node:assert/strict'
import fc from 'fast-check'
import { clampPlace, type Edit, editLines, joinLines, splitLines } from '../../server/transcript/lines.ts'
import { textOf } from '../../server/transcript/reading.ts'
import { readTranscript, type Transcript, updateTranscript } from '../../server/transcript/transcript.ts'
import { edits, texts } from '../transcript/generatedText.ts'
import { told } from './told.ts'

/** What the reader made of each command, and what of each session. */
function verdicts({ sessions }: Transcript) {
  return sessions.map(({ session }) => ({
    ending: session.ending,
    verdicts: session.exchanges.map(({ verdict, before, unit }) => ({ verdict, before, unit })),
  }))
}

function assertAsFresh(transcript: Transcript): void {
  const fresh = readTranscript(textOf(transcript.reading), transcript.reading.dialect)
  assert.deepEqual(verdicts(transcript), verdicts(fresh))
  assert.deepEqual(told(transcript), told(fresh))
}

/** Text of several sessions. */
const logs = fc.array(texts, { minLength: 1, maxLength: 4 }).map(list => list.join('\n'))

/** What came in one notification after another; several edits in one are made one after the other. */
const notifications = fc.array(fc.array(edits, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 4,
})

/** The edit that brings back `text` after edits to it: all of it, or the part that has changed. */
function undoing(text: string, list: readonly Edit[]): Edit {
  const before = splitLines(text)
  const { lines, damage } = editLines(before, list)
  const start = { line: damage.start, character: 0 }
  const end = clampPlace(lines, { line: damage.start + damage.inserted, character: 0 })
  const isAtEnd = damage.start + damage.inserted >= lines.texts.length
  const old = { start, end: clampPlace(before, { line: damage.start + damage.removed, character: 0 }) }
  const kept = { texts: before.texts.slice(old.start.line), ends: before.ends.slice(old.start.line) }
  const count = old.end.line - old.start.line
  const newText = isAtEnd
    ? joinLines(kept)
    : joinLines({ texts: kept.texts.slice(0, count), ends: kept.ends.slice(0, count) })
  return { start, end: isAtEnd ? { line: Number.MAX_SAFE_INTEGER, character: 0 } : end, newText }
}

describe('checking again after edits', () => {
  it('finds what a check of the new text finds, whatever was edited where', () => {
    fc.assert(
      fc.property(logs, notifications, (text, list) => {
        let transcript = readTranscript(text)
        told(transcript)
        for (const one of list) {
          transcript = updateTranscript(transcript, one)
          assertAsFresh(transcript)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('finds the same as at first when edits are undone, and as after them when they are made again', () => {
    fc.assert(
      fc.property(logs, fc.array(edits, { minLength: 1, maxLength: 3 }), (text, list) => {
        const first = readTranscript(text)
        const before = told(first)
        const edited = updateTranscript(first, list)
        const after = told(edited)
        const undone = updateTranscript(edited, [undoing(text, list)])
        if (undone.reading.dialect !== first.reading.dialect || textOf(undone.reading) !== text) return
        assert.deepEqual(told(undone), before)
        const redone = updateTranscript(undone, list)
        if (redone.reading.dialect === edited.reading.dialect) assert.deepEqual(told(redone), after)
      }),
      { numRuns: 400 },
    )
  })

  const faulty = [
    'S: 220 mx.example ESMTP',
    'C: RCPT TO:<b@mx.example>',
    'S: 503 5.5.1 MAIL first',
    'C: QUIT',
    'S: 221 bye',
  ]

  it('finds again in all sessions what a comment switched off that is gone', () => {
    const text = ['# smtp-disable', ...faulty, ...faulty, ...faulty].join('\n')
    const before = readTranscript(text)
    assert.ok(told(before).every(({ problems }) => problems.length === 0))
    const end = { line: 1, character: 0 }
    const after = updateTranscript(before, [{ start: { line: 0, character: 0 }, end, newText: '' }])
    assert.equal(told(after).length, 3)
    assert.ok(told(after).every(({ problems }) => problems.length > 0))
  })
})
