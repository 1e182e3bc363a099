import { detectDialect, keepsDialect } from './detectDialect.ts'
import type { Dialect } from './dialects/dialect.ts'
import { internRecord, type LineRecords, recordsOf, sameRecords } from './lineRecord.ts'
import { type Damage, type Edit, editLines, type Lines, splice, splitLines } from './lines.ts'
import { beforeSession, type ReaderState } from './readerState.ts'
import { type ReadLine, readLine } from './readLine.ts'

/** The tool's own id of a session among others; null where there is none. */
export type StreamId = string | null

/** A text with what the fold found on each of its lines. */
export interface Reading {
  readonly lines: Lines
  readonly dialect: Dialect
  /** The dialect that the reader was told to use; null where it was detected. */
  readonly chosen: Dialect | null
  /** What stands on each line. */
  readonly records: readonly LineRecords[]
  /** The state after each line, of the session that the line belongs to. */
  readonly states: readonly ReaderState[]
  /** The session that each line belongs to, by the tool's own id. */
  readonly streams: readonly StreamId[]
}

/** What an edit did to a reading: from `start` on, `removed` lines were replaced by `inserted` newly read ones. */
export interface Update {
  readonly reading: Reading
  readonly reread: Damage
}

/** The sessions that are under way at a line, each in its own state, and the one that spoke last. */
interface Streams {
  current: StreamId
  readonly states: Map<StreamId, ReaderState>
}

/** Reads a text from its beginning. With `dialect` null, detects it. */
export function readText(text: string, dialect: Dialect | null = null): Reading {
  return readLines(splitLines(text), dialect)
}

const nothing: LineRecords = recordsOf([
  internRecord({ kind: 'blank', start: 0, tail: 0, encoding: 'plain', opens: false }),
])

/** Reads one line; the same line in the same state reads the same. */
export type LineReader = (state: ReaderState, line: string) => ReadLine

/** More different lines in one state are hardly lines that come again. */
const rememberedLines = 500

/**
 * A reader that remembers what it has read: a long text has the same lines in the same states over and over. It keeps the
 * lines alive, and is to be forgotten when the text is read.
 */
export function rememberingReader(dialect: Dialect): LineReader {
  const known = new Map<ReaderState, Map<string, ReadLine>>()
  return (state, line) => {
    let lines = known.get(state)
    if (!lines) {
      lines = new Map()
      known.set(state, lines)
    }
    const before = lines.get(line)
    if (before) return before
    const read = readLine(state, line, dialect)
    if (lines.size < rememberedLines) lines.set(line, read)
    return read
  }
}

/** Reads a line of a text. What stands behind the last line end is a line for editors, but none of the transcript. */
function readLineAt(
  streams: Streams,
  lines: Lines,
  index: number,
  dialect: Dialect,
  read: LineReader,
): ReadLine {
  const text = lines.texts[index] ?? ''
  const isBehindLast = text === '' && index === lines.texts.length - 1
  if (dialect.id && !isBehindLast) streams.current = dialect.id(text) ?? streams.current
  const state = streams.states.get(streams.current) ?? beforeSession
  const found = isBehindLast ? { records: nothing, after: state } : read(state, text)
  if (found.after !== state) streams.states.set(streams.current, found.after)
  return found
}

function readLines(lines: Lines, chosen: Dialect | null): Reading {
  const dialect = chosen ?? detectDialect(lines.texts)
  const records: LineRecords[] = []
  const states: ReaderState[] = []
  const ids: StreamId[] = []
  const streams: Streams = { current: null, states: new Map() }
  const reader = rememberingReader(dialect)
  for (let index = 0; index < lines.texts.length; index++) {
    const read = readLineAt(streams, lines, index, dialect, reader)
    records.push(read.records)
    states.push(read.after)
    ids.push(streams.current)
  }
  return { lines, dialect, chosen, records, states, streams: ids }
}

/** Passes a line that was read before. */
function passLine(streams: Streams, { streams: ids, states }: Reading, line: number): void {
  streams.current = ids[line] ?? null
  streams.states.set(streams.current, states[line] ?? beforeSession)
}

/** What was under way in front of `line`. Without ids only the line before it has to be asked. */
function streamsBefore(reading: Reading, line: number): Streams {
  const streams: Streams = { current: null, states: new Map() }
  const first = reading.dialect.id ? 0 : Math.max(0, line - 1)
  for (let index = first; index < line; index++) passLine(streams, reading, index)
  return streams
}

/** The sessions in which two places differ. */
function differing(one: Streams, other: Streams): Set<StreamId> {
  const ids = [...one.states.keys(), ...other.states.keys()]
  return new Set(ids.filter(id => stateIn(one, id) !== stateIn(other, id)))
}

function stateIn({ states }: Streams, id: StreamId): ReaderState {
  return states.get(id) ?? beforeSession
}

/**
 * Reads a text again after edits: from the first damaged line on, until every session is in the state in which it was
 * there before. The result equals a reading of the new text from its beginning in the same dialect.
 */
export function updateReading(reading: Reading, edits: readonly Edit[]): Update {
  const { lines, damage } = editLines(reading.lines, edits)
  const isKept = reading.chosen !== null || keepsDialect(reading.dialect, lines.texts, damage)
  const dialect = isKept ? reading.dialect : detectDialect(lines.texts)
  if (dialect !== reading.dialect) {
    return {
      reading: { ...readLines(lines, dialect), chosen: reading.chosen },
      reread: { start: 0, removed: reading.lines.texts.length, inserted: lines.texts.length },
    }
  }
  const records: LineRecords[] = []
  const states: ReaderState[] = []
  const ids: StreamId[] = []
  const shift = damage.inserted - damage.removed
  const first = damage.start + damage.inserted
  const now = streamsBefore(reading, damage.start)
  const then: Streams = { current: now.current, states: new Map(now.states) }
  for (let line = damage.start; line < damage.start + damage.removed; line++) passLine(then, reading, line)
  const reader = rememberingReader(dialect)
  let different: Set<StreamId> | null = null
  let index = damage.start
  for (; index < lines.texts.length; index++) {
    if (index >= first) {
      different ??= differing(now, then)
      if (different.size === 0 && now.current === then.current) break
    }
    const read = readLineAt(now, lines, index, dialect, reader)
    records.push(read.records)
    states.push(read.after)
    ids.push(now.current)
    if (index < first || !different) continue
    passLine(then, reading, index - shift)
    for (const id of new Set([now.current, then.current])) {
      if (stateIn(now, id) === stateIn(then, id)) different.delete(id)
      else different.add(id)
    }
  }
  // What was read again to the same end, as the first line of the next session, has not changed.
  const isSame = (line: number) =>
    sameRecords(records.at(-1), reading.records[line - shift]) &&
    states.at(-1) === reading.states[line - shift] &&
    ids.at(-1) === reading.streams[line - shift]
  while (index > first && isSame(index - 1)) {
    index -= 1
    records.pop()
    states.pop()
    ids.pop()
  }
  const removed = index - shift - damage.start
  const replace = <T>(all: readonly T[], read: readonly T[]): T[] => {
    const changed = all.slice()
    splice(changed, damage.start, removed, read)
    return changed
  }
  return {
    reading: {
      ...reading,
      lines,
      records: replace(reading.records, records),
      states: replace(reading.states, states),
      streams: replace(reading.streams, ids),
    },
    reread: { start: damage.start, removed, inserted: records.length },
  }
}
