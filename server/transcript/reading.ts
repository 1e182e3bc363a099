import { type Block, blockIndexOf, joinBlocks, opensSession, sharedEnds, startsOf } from './block.ts'
import { compact, isWide } from './compact.ts'
import { detectDialect } from './detectDialect.ts'
import type { Dialect } from './dialects/dialect.ts'
import { behindLast, type Fold, isBehindLast, linesAtATime, rememberingReader } from './lineReader.ts'
import type { LineRecords } from './lineRecord.ts'
import { type Lines, splitLines } from './lines.ts'
import { beforeSession, type ReaderState } from './readerState.ts'
import { foldStreams } from './streams.ts'

/** A text with what the fold found on each of its lines. */
export interface Reading {
  /**
   * All lines of the text. Where the tool prints no ids of sessions, each block but the first begins with the line on
   * which a session begins; where it does, one block holds all lines.
   */
  readonly blocks: readonly Block[]
  /** The line that each block begins on, from 0; behind them the number of all lines. */
  readonly starts: readonly number[]
  readonly dialect: Dialect
  /** The dialect that the reader was told to use; null where it was detected. */
  readonly chosen: Dialect | null
}

/** A line of a text, and what the fold found on it. */
export interface LineRead {
  readonly text: string
  readonly records: LineRecords
}

/** How many lines a text has; what stands behind the last line end is one. */
export function lineCountOf({ starts }: Pick<Reading, 'starts'>): number {
  return starts.at(-1) ?? 0
}

/** A line of the text, from 0; undefined where the text has none. */
export function lineOf({ blocks, starts }: Reading, line: number): LineRead | undefined {
  const index = blockIndexOf(starts, line)
  const at = line - (starts[index] ?? 0)
  const block = blocks[index]
  const text = block?.texts[at]
  const records = block?.records[at]
  return text === undefined || records === undefined ? undefined : { text, records }
}

/** The text that was read. */
export function textOf({ blocks }: Pick<Reading, 'blocks'>): string {
  let text = ''
  for (const { texts, ends } of blocks) {
    for (let line = 0; line < texts.length; line++) text += (texts[line] ?? '') + (ends[line] ?? '')
  }
  return text
}

/** All lines of a text as one block. */
export function wholeOf({ blocks }: Pick<Reading, 'blocks'>): Block {
  return joinBlocks(blocks)
}

/** The line end that a text uses, by its first; LF for a text of one line. */
export function lineEndOf({ blocks }: Pick<Reading, 'blocks'>): string {
  return blocks[0]?.ends[0] || '\n'
}

/** Reads a text from its beginning. With `dialect` null, detects it. */
export function readText(text: string, dialect: Dialect | null = null): Reading {
  return readAll(beginReading(text, dialect))
}

/** Reads lines from their beginning. */
export function readLines(lines: Lines, chosen: Dialect | null): Reading {
  return readAll(beginLines(lines, chosen, false))
}

/** A text that is read piece by piece. */
export interface ReadingInProgress {
  readonly lines: Lines
  readonly dialect: Dialect
  /** Reads on until `isOver` says that it is time for something else; null as long as there is more to read. */
  readonly readOn: (isOver: () => boolean) => Reading | null
}

/** Begins to read a text. With `chosen` null, detects its dialect. */
export function beginReading(text: string, chosen: Dialect | null): ReadingInProgress {
  return beginLines(splitLines(text), chosen, isWide(text))
}

function beginLines(lines: Lines, chosen: Dialect | null, wide: boolean): ReadingInProgress {
  const dialect = chosen ?? detectDialect(lines.texts)
  const fold = dialect.id ? foldStreams(lines, dialect, wide) : foldBlocks(lines, dialect, wide)
  return {
    lines,
    dialect,
    readOn(isOver) {
      const blocks = fold(isOver)
      return blocks && { blocks, starts: startsOf(blocks), dialect, chosen }
    },
  }
}

function readAll({ readOn }: ReadingInProgress): Reading {
  for (;;) {
    const reading = readOn(() => false)
    if (reading) return reading
  }
}

/** Reads lines of one stream, from one session to the next. */
function foldBlocks({ texts, ends }: Lines, dialect: Dialect, wide: boolean): Fold {
  const reader = rememberingReader(dialect)
  const blocks: Block[] = []
  let state = beforeSession
  let from = 0
  let line = 0
  let records: LineRecords[] = []
  let states: ReaderState[] = []
  function cut(): void {
    const own = texts.slice(from, line)
    blocks.push({
      texts: wide ? own.map(compact) : own,
      ends: sharedEnds(ends.slice(from, line)),
      records: records.slice(),
      states: states.slice(),
      streams: null,
    })
    from = line
    records = []
    states = []
  }
  return isOver => {
    for (; line < texts.length; line++) {
      if (line % linesAtATime === 0 && isOver()) return null
      const text = texts[line] ?? ''
      const read = isBehindLast(text, line, texts.length)
        ? { records: behindLast, after: state }
        : reader(state, text)
      if (line > from && opensSession(read.records)) cut()
      records.push(read.records)
      state = read.after
      states.push(state)
    }
    if (line > from) cut()
    return blocks
  }
}
