import { countWhile } from './countWhile.ts'
import type { LineRecords } from './lineRecord.ts'
import type { LineEnd, Lines } from './lines.ts'
import { beforeSession, type ReaderState } from './readerState.ts'

/** The tool's own id of a session among others; null where there is none. */
export type StreamId = string | null

/**
 * Lines of a text that stand together, with what the fold found on each. Nothing in it says where in the text it
 * stands, so that it stays the same object when lines in front of it come or go.
 */
export interface Block extends Lines {
  /** What stands on each line. */
  readonly records: readonly LineRecords[]
  /** The state after each line, of the session that the line belongs to. */
  readonly states: readonly ReaderState[]
  /** The session that each line belongs to, by the tool's own id; null where the tool prints none. */
  readonly streams: readonly StreamId[] | null
}

/** Whether a session begins on a line. */
export function opensSession(records: LineRecords | undefined): boolean {
  if (!records) return false
  for (const record of records) if (record.opens) return true
  return false
}

/** The state after the last line of a block; behind none, the one before all sessions. */
export function stateBehind(block: Block | undefined): ReaderState {
  return block?.states.at(-1) ?? beforeSession
}

/** Line ends that are all alike, by their number: most blocks have as many as others. */
const sameEnds = new Map<number, readonly LineEnd[]>()
const sharedCount = 1000

/** The one object for line ends that are all LF; others as they are. */
export function sharedEnds(ends: readonly LineEnd[]): readonly LineEnd[] {
  if (ends.length > sharedCount || ends.some(end => end !== '\n')) return ends
  const known = sameEnds.get(ends.length)
  if (known) return known
  sameEnds.set(ends.length, ends)
  return ends
}

/** Cuts lines so that each block begins with a line on which a session begins; the first may begin with another. */
export function cutBlocks(lines: Block): Block[] {
  const cuts = [0]
  const { length } = lines.records
  for (let line = 1; line < length; line++) if (opensSession(lines.records[line])) cuts.push(line)
  if (cuts.length === 1) return [{ ...lines, ends: sharedEnds(lines.ends) }]
  return cuts.map((from, index) => part(lines, from, cuts[index + 1] ?? length))
}

/** Some of the lines of a block. */
export function part({ texts, ends, records, states, streams }: Block, from: number, to: number): Block {
  return {
    texts: texts.slice(from, to),
    ends: sharedEnds(ends.slice(from, to)),
    records: records.slice(from, to),
    states: states.slice(from, to),
    streams: streams?.slice(from, to) ?? null,
  }
}

/** The lines of blocks that stand one behind the other, as one. */
export function joinBlocks(blocks: readonly Block[]): Block {
  const [only] = blocks
  if (only && blocks.length === 1) return only
  const streams = blocks.flatMap(block => block.streams ?? [])
  return {
    texts: blocks.flatMap(block => block.texts),
    ends: blocks.flatMap(block => block.ends),
    records: blocks.flatMap(block => block.records),
    states: blocks.flatMap(block => block.states),
    streams: only?.streams ? streams : null,
  }
}

/** The line that each block begins on, from 0; behind them the number of all lines. */
export function startsOf(blocks: readonly { readonly texts: readonly string[] }[]): number[] {
  const starts = new Array<number>(blocks.length + 1)
  let line = 0
  for (let index = 0; index < blocks.length; index++) {
    starts[index] = line
    line += blocks[index]?.texts.length ?? 0
  }
  starts[blocks.length] = line
  return starts
}

/** Which of the blocks that begin on `starts` holds a line; the last for a line behind all. */
export function blockIndexOf(starts: readonly number[], line: number): number {
  return Math.max(0, countWhile(starts.length - 1, index => (starts[index] ?? line) <= line) - 1)
}

/** How many blocks two readings have in common at their beginnings, and behind those at their ends. */
export function commonBlocks(
  one: readonly Block[],
  other: readonly Block[],
): { readonly before: number; readonly behind: number } {
  const count = Math.min(one.length, other.length)
  let before = 0
  while (before < count && one[before] === other[before]) before += 1
  let behind = 0
  while (behind < count - before && one[one.length - 1 - behind] === other[other.length - 1 - behind])
    behind += 1
  return { before, behind }
}
