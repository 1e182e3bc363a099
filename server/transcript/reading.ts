import { detectDialect } from './dialects/detect.ts'
import type { Dialect } from './dialects/dialect.ts'
import { internRecord, type LineRecord } from './lineRecord.ts'
import { type Damage, type Edit, editLines, type Lines, splice, splitLines } from './lines.ts'
import { beforeSession, type ReaderState, type ReadLine } from './readerState.ts'
import { readLine } from './readLine.ts'

/** A text with what the fold found on each of its lines. */
export interface Reading {
  readonly lines: Lines
  readonly dialect: Dialect
  /** The dialect that the reader was told to use; null where it was detected. */
  readonly chosen: Dialect | null
  readonly records: readonly LineRecord[]
  /** The state after each line. */
  readonly states: readonly ReaderState[]
}

/** What an edit did to a reading: from `start` on, `removed` lines were replaced by `inserted` newly read ones. */
export interface Update {
  readonly reading: Reading
  readonly reread: Damage
}

/** Reads a text from its beginning. With `dialect` null, detects it. */
export function readText(text: string, dialect: Dialect | null = null): Reading {
  return readLines(splitLines(text), dialect)
}

const nothing: LineRecord = internRecord({ kind: 'blank', start: 0, opens: false })

/** Reads a line of a text. What stands behind the last line end is a line for editors, but none of the transcript. */
function readLineAt(state: ReaderState, lines: Lines, index: number, dialect: Dialect): ReadLine {
  const text = lines.texts[index] ?? ''
  const isBehindLast = text === '' && index === lines.texts.length - 1
  return isBehindLast ? { record: nothing, after: state } : readLine(state, text, dialect)
}

function readLines(lines: Lines, chosen: Dialect | null): Reading {
  const dialect = chosen ?? detectDialect(lines.texts)
  const records: LineRecord[] = []
  const states: ReaderState[] = []
  let state = beforeSession
  for (const index of lines.texts.keys()) {
    const read = readLineAt(state, lines, index, dialect)
    state = read.after
    records.push(read.record)
    states.push(state)
  }
  return { lines, dialect, chosen, records, states }
}

/**
 * Reads a text again after edits: from the first damaged line on, until the state after a line is the one that was
 * there before. The result equals a fresh reading of the new text.
 */
export function updateReading(reading: Reading, edits: readonly Edit[]): Update {
  const { lines, damage } = editLines(reading.lines, edits)
  const dialect = reading.chosen ?? detectDialect(lines.texts)
  if (dialect !== reading.dialect) {
    return {
      reading: readLines(lines, reading.chosen),
      reread: { start: 0, removed: reading.lines.texts.length, inserted: lines.texts.length },
    }
  }
  const records: LineRecord[] = []
  const states: ReaderState[] = []
  const shift = damage.inserted - damage.removed
  let state = damage.start === 0 ? beforeSession : (reading.states[damage.start - 1] ?? beforeSession)
  let index = damage.start
  const isSame = (line: number) =>
    records.at(-1) === reading.records[line - shift] && states.at(-1) === reading.states[line - shift]
  for (; index < lines.texts.length; index++) {
    const isBehind = index >= damage.start + damage.inserted
    if (isBehind && state === (reading.states[index - shift - 1] ?? beforeSession)) break
    const read = readLineAt(state, lines, index, dialect)
    state = read.after
    records.push(read.record)
    states.push(state)
  }
  // What was read again to the same end, as the first line of the next session, has not changed.
  const first = damage.start + damage.inserted
  while (index > first && isSame(index - 1)) {
    index -= 1
    records.pop()
    states.pop()
  }
  const removed = index - shift - damage.start
  const allRecords = [...reading.records]
  const allStates = [...reading.states]
  splice(allRecords, damage.start, removed, records)
  splice(allStates, damage.start, removed, states)
  return {
    reading: { ...reading, lines, records: allRecords, states: allStates },
    reread: { start: damage.start, removed, inserted: records.length },
  }
}
