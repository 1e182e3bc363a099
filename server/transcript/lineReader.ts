import type { Block } from './block.ts'
import type { Dialect } from './dialects/dialect.ts'
import { internRecord, type LineRecords, recordsOf } from './lineRecord.ts'
import type { ReaderState } from './readerState.ts'
import { type ReadLine, readLine } from './readLine.ts'

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

/** Reads lines until `isOver` says that it is time for something else; the blocks once all are read, null before. */
export type Fold = (isOver: () => boolean) => Block[] | null

/** How many lines are read before somebody is asked whether it is time for something else. */
export const linesAtATime = 64

/** What stands behind the last line end: a line for editors, but none of the transcript. */
export const behindLast: LineRecords = recordsOf([
  internRecord({ kind: 'blank', start: 0, tail: 0, encoding: 'plain', opens: false }),
])

/** Whether a line is what stands behind the last line end of a text of so many lines. */
export function isBehindLast(text: string, line: number, count: number): boolean {
  return text === '' && line === count - 1
}
