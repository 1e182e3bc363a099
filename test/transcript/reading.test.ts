import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dialects } from '../../server/transcript/dialects/registry.ts'
import { type LineRecord, sameRecords } from '../../server/transcript/lineRecord.ts'
import { clampPlace, type Edit, splitLines } from '../../server/transcript/lines.ts'
import type { PlacedSession } from '../../server/transcript/placedSession.ts'
import { lineCountOf, type Reading, readText, textOf, wholeOf } from '../../server/transcript/reading.ts'
import {
  beginTranscript,
  readTranscript,
  type Transcript,
  updateTranscript,
} from '../../server/transcript/transcript.ts'
import { updateReading } from '../../server/transcript/updateReading.ts'
import { edits, texts } from './generatedText.ts'
import { listing } from './listing.ts'
import { offsetOf } from './offsets.ts'

const chosen = fc.constantFrom(null, null, null, ...dialects)

/** Fails unless both readings hold the very same objects for each line. */
function assertSameReading(actual: Reading, expected: Reading): void {
  const now = wholeOf(actual)
  const anew = wholeOf(expected)
  assert.equal(textOf(actual), textOf(expected))
  assert.deepEqual(now.texts, anew.texts)
  assert.deepEqual(now.ends, anew.ends)
  assert.equal(actual.dialect, expected.dialect)
  assert.deepEqual(now.streams, anew.streams)
  assert.deepEqual(actual.starts, expected.starts)
  assert.equal(now.records.length, anew.records.length)
  assert.equal(now.states.length, anew.states.length)
  for (const [line, records] of anew.records.entries()) {
    const where = `line ${line + 1} of\n${textOf(expected)}`
    assert.ok(sameRecords(now.records[line], records), `records of ${where}`)
    assert.equal(now.states[line], anew.states[line], `state after ${where}`)
  }
}

function assertSameTranscript(actual: Transcript, expected: Transcript): void {
  assertSameReading(actual.reading, expected.reading)
  assert.equal(listing(actual), listing(expected))
  assert.deepEqual(actual.sessions, expected.sessions)
}

/** The edit that takes `edit` back, for the text that it was made to. */
function inverse(text: string, edit: Edit): Edit {
  const lines = splitLines(text)
  const start = clampPlace(lines, edit.start)
  const from = offsetOf(lines, edit.start)
  const to = Math.max(from, offsetOf(lines, edit.end))
  const inserted = splitLines(edit.newText).texts
  const last = inserted.at(-1) ?? ''
  const end =
    inserted.length === 1
      ? { line: start.line, character: start.character + last.length }
      : { line: start.line + inserted.length - 1, character: last.length }
  return { start, end, newText: text.slice(from, to) }
}

describe('reading', () => {
  const anything = fc.oneof(
    texts,
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }).map(list => list.join('\n')),
  )

  it('never fails: every line has a record, and the sessions stand one behind the other', () => {
    fc.assert(
      fc.property(anything, chosen, (text, dialect) => {
        const { reading, sessions } = readTranscript(text, dialect)
        const count = splitLines(text).texts.length
        const { records, states } = wholeOf(reading)
        assert.equal(records.length, count)
        assert.equal(states.length, count)
        assert.equal(lineCountOf(reading), count)
        let end = 0
        for (const { startLine, lineCount, session } of sessions) {
          assert.ok(startLine >= end && lineCount > 0)
          assert.equal(session.texts.length, lineCount)
          assert.equal(session.records.length, lineCount)
          for (const [index, exchange] of session.exchanges.entries()) assert.equal(exchange.index, index)
          end = startLine + lineCount
        }
        assert.ok(end <= count)
      }),
      { numRuns: 1000 },
    )
  })

  it('tells where the payload of each line begins', () => {
    fc.assert(
      fc.property(anything, chosen, (text, dialect) => {
        const { records, texts: lines } = wholeOf(readTranscript(text, dialect).reading)
        for (const [index, found] of records.entries()) {
          const length = lines[index]?.length ?? 0
          for (const { start, tail } of found) {
            assert.ok(start >= 0 && tail >= 0 && start + tail <= length, lines[index])
          }
        }
      }),
    )
  })

  /** The server refuses the session and goes on all the same; then comes the next greeting. */
  const goesOnBehind421 = 'S: 421 too busy\nC: NOOP\nS: 250 ok\nS: 220 mx.example ESMTP\nC: QUIT\nS: 221 bye'

  it('loses no command and no reply: each is in one exchange, the greeting, or unasked', () => {
    fc.assert(
      fc.property(texts, chosen, (text, dialect) => {
        for (const { session } of readTranscript(text, dialect).sessions) {
          const { records, exchanges, unasked, greeting } = session
          const replies = [
            ...(greeting ? [greeting] : []),
            ...unasked,
            ...exchanges.flatMap(one => one.replies),
          ]
          const replyLines = replies.flatMap(reply => reply.codeSpans.map(span => span.line))
          const linesWith = (kind: LineRecord['kind']) =>
            records.flatMap((found, line) => found.filter(record => record.kind === kind).map(() => line))
          const expected = linesWith('reply')
          assert.deepEqual(
            replyLines.toSorted((one, other) => one - other),
            expected,
            text,
          )
          const commands = exchanges.flatMap(({ unit, line }) => (unit.kind === 'command' ? [line] : []))
          const sent = linesWith('command')
          assert.deepEqual(commands, sent, text)
        }
      }),
      { numRuns: 1000, examples: [[goesOnBehind421, null]] },
    )
  })
})

describe('reading piece by piece', () => {
  it('comes to the same as reading at once, wherever it has to stop', () => {
    const stops = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(texts, chosen, fc.nat(20), stops, (text, dialect, headLines, turns) => {
        // Long enough that there are places to stop.
        const long = Array.from({ length: 8 }, () => text).join('\n')
        const { head, lineCount, readOn } = beginTranscript(long, dialect, headLines)
        let turn = 0
        // Every other time it can go on, or it would never come to the end.
        const isOver = () => {
          turn += 1
          return turn % 2 === 0 && turns[turn % turns.length] === true
        }
        let read = readOn(isOver)
        while (!read) read = readOn(isOver)
        const whole = readTranscript(long, read.reading.dialect)
        assertSameTranscript(read, whole)
        assert.equal(lineCount, lineCountOf(whole.reading))
        assert.equal(head.reading.dialect.name, whole.reading.dialect.name)
        assert.equal(lineCountOf(head.reading), Math.min(headLines, lineCount))
      }),
      { numRuns: 200 },
    )
  })
})

describe('reading again after edits', () => {
  it('equals a fresh reading: the same records and states on every line', () => {
    fc.assert(
      fc.property(texts, chosen, fc.array(edits, { minLength: 1, maxLength: 4 }), (text, dialect, list) => {
        const { reading, reread } = updateReading(readText(text, dialect), list)
        assertSameReading(reading, readText(textOf(reading), reading.dialect))
        assert.equal(lineCountOf(reading) - splitLines(text).texts.length, reread.inserted - reread.removed)
      }),
      { numRuns: 2000 },
    )
  })

  it('equals a fresh reading, edit after edit, with all sessions', () => {
    fc.assert(
      fc.property(texts, chosen, fc.array(edits, { minLength: 1, maxLength: 6 }), (text, dialect, list) => {
        let transcript = readTranscript(text, dialect)
        for (const edit of list) {
          transcript = updateTranscript(transcript, [edit])
          const { reading } = transcript
          assertSameTranscript(transcript, readTranscript(textOf(reading), reading.dialect))
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('comes back to where it was when an edit is undone', () => {
    fc.assert(
      fc.property(texts, edits, (text, edit) => {
        const before = readTranscript(text)
        const after = updateTranscript(before, [edit])
        const undone = updateTranscript(after, [inverse(text, edit)])
        // A line break that meets a CR or a LF becomes one with it, and the place behind it is another.
        if (textOf(undone.reading) !== text) return
        const isAnother = undone.reading.dialect !== before.reading.dialect
        assertSameTranscript(undone, isAnother ? readTranscript(text, undone.reading.dialect) : before)
      }),
      { numRuns: 1500 },
    )
  })

  it('leaves alone, as the same objects, the sessions outside of what it read again', () => {
    fc.assert(
      fc.property(texts, edits, (text, edit) => {
        const before = readTranscript(text)
        const { reread } = updateReading(before.reading, [edit])
        const after = updateTranscript(before, [edit])
        const shift = reread.inserted - reread.removed
        const kept = new Map(after.sessions.map(placed => [placed.startLine, placed.body]))
        const ends = (placed: PlacedSession) =>
          before.sessions.find(other => other.startLine > placed.startLine)?.startLine ??
          Number.POSITIVE_INFINITY
        for (const placed of before.sessions) {
          if (ends(placed) < reread.start) assert.equal(kept.get(placed.startLine), placed.body)
          if (placed.startLine >= reread.start + reread.removed) {
            assert.equal(kept.get(placed.startLine + shift), placed.body)
          }
        }
      }),
      { numRuns: 1500 },
    )
  })
})
