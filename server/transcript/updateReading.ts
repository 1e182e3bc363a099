import { type Block, cutBlocks, joinBlocks, opensSession, startsOf, stateBehind } from './block.ts'
import { detectDialect, detectionLines, keepsDialect } from './detectDialect.ts'
import type { Dialect } from './dialects/dialect.ts'
import {
  concatenate,
  damageIn,
  type EditedBlock,
  type EditedBlocks,
  editBlocks,
  linesIn,
} from './editedBlocks.ts'
import { behindLast, isBehindLast, type LineReader, rememberingReader } from './lineReader.ts'
import { sameRecords } from './lineRecord.ts'
import { type Damage, damageOf, type Edit, editable, type Lines } from './lines.ts'
import type { ReaderState } from './readerState.ts'
import { headOf, lineCountOf, type Reading, readLines } from './reading.ts'
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

/** Blocks one behind the other, the text cut anew where it was read again. */
interface Assembly {
  readonly blocks: Block[]
  /** What was read again and is not cut yet. */
  changed: Block[]
}

function cutChanged(assembly: Assembly): void {
  const { blocks, changed } = assembly
  const [first] = changed
  if (!first) return
  assembly.changed = []
  const before = opensSession(first.records[0]) ? undefined : blocks.pop()
  for (const block of cutBlocks(joinBlocks(before ? [before, ...changed] : changed))) blocks.push(block)
}

/** Which lines of the new text, and how many of the old, were read again. */
interface Extent {
  start: number | null
  end: number
  oldEnd: number
}

function rereadBlocks(reading: Reading, items: readonly EditedBlock[]): Update {
  const { dialect } = reading
  const assembly: Assembly = { blocks: [], changed: [] }
  const extent: Extent = { start: null, end: 0, oldEnd: 0 }
  const reader = rememberingReader(dialect)
  let state = stateBehind(undefined)
  let line = 0
  let oldLine = 0
  for (const [place, item] of items.entries()) {
    const stateBefore = stateBehind(reading.blocks[item.index - 1])
    const isKept = 'kept' in item
    if (isKept && state === stateBefore) {
      cutChanged(assembly)
      assembly.blocks.push(item.kept)
      state = stateBehind(item.kept)
      line += item.kept.texts.length
      oldLine += item.kept.texts.length
      continue
    }
    const edited = isKept ? { ...editable(item.kept), head: 0, index: item.index, before: item.kept } : item
    const isLast = place === items.length - 1
    const { block, from, to } = reread(edited, state, stateBefore, isLast, reader)
    const isSame = isKept && from === to
    if (isSame) {
      cutChanged(assembly)
      assembly.blocks.push(item.kept)
    } else {
      assembly.changed.push(block)
      extent.start ??= line + from
      extent.end = line + to
      extent.oldEnd = oldLine + to - (block.texts.length - edited.before.texts.length)
    }
    state = stateBehind(block)
    line += block.texts.length
    oldLine += edited.before.texts.length
  }
  cutChanged(assembly)
  const start = extent.start ?? 0
  return {
    reading: { ...reading, blocks: assembly.blocks, starts: startsOf(assembly.blocks) },
    reread: { start, removed: extent.oldEnd - start, inserted: extent.end - start },
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
  const items = editBlocks(reading.blocks, edits)
  const parts = items.map(linesIn)
  const text = {
    head: headOf(parts, detectionLines),
    count: parts.reduce((sum, { texts }) => sum + texts.length, 0),
  }
  if (chosen === null && !keepsDialect(dialect, text, damageIn(items))) {
    const lines = concatenate(parts)
    const detected = detectDialect(lines.texts)
    if (detected !== dialect) return readAnew(reading, lines, detected)
  }
  const [all] = reading.blocks
  if (!dialect.id || !all) return rereadBlocks(reading, items)
  const { block, reread } = editStreams(all, edits, dialect)
  return { reading: { ...reading, blocks: [block], starts: startsOf([block]) }, reread }
}
