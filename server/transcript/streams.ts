import type { Block, StreamId } from './block.ts'
import { compact } from './compact.ts'
import type { Dialect } from './dialects/dialect.ts'
import {
  behindLast,
  type Fold,
  isBehindLast,
  type LineReader,
  linesAtATime,
  rememberingReader,
} from './lineReader.ts'
import { type LineRecords, sameRecords } from './lineRecord.ts'
import { type Damage, type Edit, editLines, type Lines, splice } from './lines.ts'
import { beforeSession, type ReaderState } from './readerState.ts'

/** The sessions that are under way at a line, each in its own state, and the one that spoke last. */
interface Streams {
  current: StreamId
  readonly states: Map<StreamId, ReaderState>
}

/** What was read of some lines. */
interface Columns {
  readonly records: LineRecords[]
  readonly states: ReaderState[]
  readonly streams: StreamId[]
}

function stateIn({ states }: Streams, id: StreamId): ReaderState {
  return states.get(id) ?? beforeSession
}

/** Reads a line of a text, in the state of the session that it belongs to. */
function readLineAt(
  streams: Streams,
  { texts }: Lines,
  line: number,
  dialect: Dialect,
  reader: LineReader,
  columns: Columns,
): void {
  const text = texts[line] ?? ''
  const isBehind = isBehindLast(text, line, texts.length)
  if (!isBehind) streams.current = dialect.id?.(text) ?? streams.current
  const state = stateIn(streams, streams.current)
  const { records, after } = isBehind ? { records: behindLast, after: state } : reader(state, text)
  if (after !== state) streams.states.set(streams.current, after)
  columns.records.push(records)
  columns.states.push(after)
  columns.streams.push(streams.current)
}

/** Reads lines of a tool that prints an id of its session on each. */
export function foldStreams(lines: Lines, dialect: Dialect, wide: boolean): Fold {
  const columns: Columns = { records: [], states: [], streams: [] }
  const streams: Streams = { current: null, states: new Map() }
  const reader = rememberingReader(dialect)
  let line = 0
  return isOver => {
    for (; line < lines.texts.length; line++) {
      if (line % linesAtATime === 0 && isOver()) return null
      readLineAt(streams, lines, line, dialect, reader, columns)
    }
    return [{ ...lines, texts: wide ? lines.texts.map(compact) : lines.texts, ...columns }]
  }
}

/** Passes a line that was read before. */
function passLine(streams: Streams, { streams: ids, states }: Block, line: number): void {
  streams.current = ids?.[line] ?? null
  streams.states.set(streams.current, states[line] ?? beforeSession)
}

/** The sessions in which two places differ. */
function differing(one: Streams, other: Streams): Set<StreamId> {
  const ids = [...one.states.keys(), ...other.states.keys()]
  return new Set(ids.filter(id => stateIn(one, id) !== stateIn(other, id)))
}

/**
 * Reads lines again after edits: from the first damaged line on, until every session is in the state in which it was
 * there before.
 */
export function editStreams(
  before: Block,
  edits: readonly Edit[],
  dialect: Dialect,
): { readonly block: Block; readonly reread: Damage } {
  const { lines, damage } = editLines(before, edits)
  const columns: Columns = { records: [], states: [], streams: [] }
  const { records, states, streams } = columns
  const shift = damage.inserted - damage.removed
  const first = damage.start + damage.inserted
  const now: Streams = { current: null, states: new Map() }
  for (let line = 0; line < damage.start; line++) passLine(now, before, line)
  const then: Streams = { current: now.current, states: new Map(now.states) }
  for (let line = damage.start; line < damage.start + damage.removed; line++) passLine(then, before, line)
  const reader = rememberingReader(dialect)
  let different: Set<StreamId> | null = null
  let line = damage.start
  for (; line < lines.texts.length; line++) {
    if (line >= first) {
      different ??= differing(now, then)
      if (different.size === 0 && now.current === then.current) break
    }
    readLineAt(now, lines, line, dialect, reader, columns)
    if (line < first || !different) continue
    passLine(then, before, line - shift)
    for (const id of new Set([now.current, then.current])) {
      if (stateIn(now, id) === stateIn(then, id)) different.delete(id)
      else different.add(id)
    }
  }
  // What was read again to the same end, as the first line of the next session, has not changed.
  const isSame = (at: number) =>
    sameRecords(records.at(-1), before.records[at - shift]) &&
    states.at(-1) === before.states[at - shift] &&
    streams.at(-1) === before.streams?.[at - shift]
  while (line > first && isSame(line - 1)) {
    line -= 1
    records.pop()
    states.pop()
    streams.pop()
  }
  const removed = line - shift - damage.start
  const replace = <T>(all: readonly T[], read: readonly T[]): T[] => {
    const changed = all.slice()
    splice(changed, damage.start, removed, read)
    return changed
  }
  return {
    block: {
      ...lines,
      records: replace(before.records, records),
      states: replace(before.states, states),
      streams: replace(before.streams ?? [], streams),
    },
    reread: { start: damage.start, removed, inserted: records.length },
  }
}
