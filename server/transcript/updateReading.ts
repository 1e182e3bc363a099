import { type Block, cutBlocks, joinBlocks, opensSession, startsOf, stateBehind } from './block.ts'
import { detectDialect, detectionLines, keepsDialect } from './detectDialect.ts'
import type { Dialect } from './dialects/dialect.ts'
import {
  damageIn,
  type EditedBlocks,
  editBlocks,
  editedCount,
  editedHead,
  editedLines,
  untouched,
} from './editedBlocks.ts'
import { behindLast, isBehindLast, type LineReader, rememberingReader } from './lineReader.ts'
import { sameRecords } from './lineRecord.ts'
import { type Damage, damageOf, type Edit, type Lines } from './lines.ts'
import { beforeSession, type ReaderState } from './readerState.ts'
import { lineCountOf, type Reading, readLines } from './reading.ts'
import { editStreams } from './streams.ts'

/** What an edit did to a reading: from `start` on, `removed` lines were replaced by `inserted` newly read ones. */
export interface Update {
  readonly reading: Reading
  readonly reread: Damage
}

/** A block that was read again from line `from` up to line `to`. */
interface Reread {
  readonly block: Block
  readonly from: number
  readonly to: number
}

/**
 * Reads edited lines again: from the first damaged one on, or from their beginning where another state comes in, until
 * the state is what it was there before.
 *
 * @param state the state in front of them, and `stateBefore` the one that stood there before
 * @param isLast nothing comes behind them
 */
function reread(
  edited: EditedBlocks,
  state: ReaderState,
  stateBefore: ReaderState,
  isLast: boolean,
  reader: LineReader,
): Reread {
  const { texts, ends, before } = edited
  const damage = damageOf(edited, before.texts.length)
  const from = state === stateBefore ? damage.start : 0
  const shift = damage.inserted - damage.removed
  const firstKept = damage.start + damage.inserted
  const records = before.records.slice(0, from)
  const states = before.states.slice(0, from)
  let now = states.at(-1) ?? state
  let line = from
  for (; line < texts.length; line++) {
    const then = line - shift > 0 ? before.states[line - shift - 1] : stateBefore
    if (line >= firstKept && now === then) break
    const text = texts[line] ?? ''
    const read =
      isLast && isBehindLast(text, line, texts.length)
        ? { records: behindLast, after: now }
        : reader(now, text)
    records.push(read.records)
    now = read.after
    states.push(now)
  }
  let to = line
  // What was read again to the same end, as the first line of the next session, has not changed.
  while (
    to > Math.max(firstKept, from) &&
    sameRecords(records[to - 1], before.records[to - 1 - shift]) &&
    states[to - 1] === before.states[to - 1 - shift]
  ) {
    to -= 1
  }
  for (let kept = line - shift; kept < before.records.length; kept++) {
    const found = before.records[kept]
    const after = before.states[kept]
    if (!found || !after) break
    records.push(found)
    states.push(after)
  }
  return { block: { texts, ends, records, states, streams: null }, from, to }
}

/** A text that is put together anew from its beginning, and what was read again of it. */
interface Assembly {
  blocks: Block[]
  starts: number[]
  lineCount: number
  /** What was read again and is not cut yet. */
  changed: Block[]
  state: ReaderState
  /** The first line that was read again, and behind the last: in the new text and in the old. */
  start: number | null
  end: number
  oldEnd: number
}

function cutChanged(assembly: Assembly): void {
  const { blocks, starts, changed } = assembly
  const [first] = changed
  if (!first) return
  assembly.changed = []
  const before = opensSession(first.records[0]) ? undefined : blocks.pop()
  let start = assembly.lineCount - changed.reduce((sum, { texts }) => sum + texts.length, 0)
  if (before) start = starts.pop() ?? 0
  for (const block of cutBlocks(joinBlocks(before ? [before, ...changed] : changed))) {
    blocks.push(block)
    starts.push(start)
    start += block.texts.length
  }
}

/** So many items are copied faster as a whole than one by one. */
const manyItems = 1000

function append<T>(all: T[], more: readonly T[]): T[] {
  if (more.length >= manyItems) return all.concat(more)
  for (const one of more) all.push(one)
  return all
}

/** Adds the blocks from one up to another, which are what they were. */
function keep(assembly: Assembly, { blocks, starts }: Reading, from: number, to: number): void {
  if (from >= to) return
  cutChanged(assembly)
  const shift = assembly.lineCount - (starts[from] ?? 0)
  const begins = starts.slice(from, to)
  assembly.blocks = append(assembly.blocks, blocks.slice(from, to))
  assembly.starts = append(assembly.starts, shift === 0 ? begins : begins.map(line => line + shift))
  assembly.lineCount = (starts[to] ?? 0) + shift
  assembly.state = stateBehind(blocks[to - 1])
}

/** Adds lines that are read again; `isTouched` where edits were made to them. */
function addReread(
  assembly: Assembly,
  reading: Reading,
  edited: EditedBlocks,
  isTouched: boolean,
  reader: LineReader,
): void {
  const { blocks, starts } = reading
  const { index, count, before } = edited
  const stateBefore = stateBehind(blocks[index - 1])
  const isLast = index + count === blocks.length
  const { block, from, to } = reread(edited, assembly.state, stateBefore, isLast, reader)
  if (!isTouched && from === to) {
    keep(assembly, reading, index, index + 1)
    return
  }
  const { lineCount } = assembly
  const shift = block.texts.length - before.texts.length
  assembly.changed.push(block)
  assembly.start ??= lineCount + from
  assembly.end = lineCount + to
  assembly.oldEnd = (starts[index] ?? 0) + to - shift
  assembly.lineCount += block.texts.length
  assembly.state = stateBehind(block)
}

/** Adds the blocks from one up to another, to which no edit was made: they are read again until the state is what it was. */
function addUntouched(
  assembly: Assembly,
  reading: Reading,
  from: number,
  to: number,
  reader: LineReader,
): void {
  const { blocks } = reading
  let index = from
  for (; index < to && assembly.state !== stateBehind(blocks[index - 1]); index++) {
    const block = blocks[index]
    if (block) addReread(assembly, reading, { ...untouched(block, index), head: 0 }, false, reader)
  }
  keep(assembly, reading, index, to)
}

function rereadBlocks(reading: Reading, edited: readonly EditedBlocks[]): Update {
  const assembly: Assembly = {
    blocks: [],
    starts: [],
    lineCount: 0,
    changed: [],
    state: beforeSession,
    start: null,
    end: 0,
    oldEnd: 0,
  }
  const reader = rememberingReader(reading.dialect)
  let index = 0
  for (const part of edited) {
    addUntouched(assembly, reading, index, part.index, reader)
    addReread(assembly, reading, part, true, reader)
    index = part.index + part.count
  }
  addUntouched(assembly, reading, index, reading.blocks.length, reader)
  cutChanged(assembly)
  const { blocks, starts, lineCount, end, oldEnd } = assembly
  const start = assembly.start ?? 0
  return {
    reading: { ...reading, blocks, starts: [...starts, lineCount] },
    reread: { start, removed: oldEnd - start, inserted: end - start },
  }
}

function readAnew(reading: Reading, lines: Lines, dialect: Dialect): Update {
  const anew = { ...readLines(lines, dialect), chosen: reading.chosen }
  return {
    reading: anew,
    reread: { start: 0, removed: lineCountOf(reading), inserted: lineCountOf(anew) },
  }
}

/**
 * Reads a text again after edits: from the first damaged line of each place on, until every session is in the state in
 * which it was there before. The result equals a reading of the new text from its beginning in the same dialect.
 */
export function updateReading(reading: Reading, edits: readonly Edit[]): Update {
  const { dialect, chosen } = reading
  const edited = editBlocks(reading, edits)
  if (chosen === null && !keepsDialectAfter(reading, edited)) {
    const lines = editedLines(reading, edited)
    const detected = detectDialect(lines.texts)
    if (detected !== dialect) return readAnew(reading, lines, detected)
  }
  const [all] = reading.blocks
  if (!dialect.id || !all) return rereadBlocks(reading, edited)
  const { block, reread } = editStreams(all, edits, dialect)
  return { reading: { ...reading, blocks: [block], starts: startsOf([block]) }, reread }
}

function keepsDialectAfter(reading: Reading, edited: readonly EditedBlocks[]): boolean {
  const damage = damageIn(reading, edited)
  const head = damage.start < detectionLines ? editedHead(reading, edited, detectionLines) : []
  return keepsDialect(reading.dialect, { head, count: editedCount(reading, edited) }, damage)
}
