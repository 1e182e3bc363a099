import { type Block, blockIndexOf, joinBlocks, startsOf } from './block.ts'
import {
  type Damage,
  damageOf,
  type Edit,
  type EditedLines,
  editable,
  type LineAccess,
  type Lines,
  replaceLines,
  replacementFor,
} from './lines.ts'

/** Lines of one or some blocks that edits have touched. */
export interface EditedBlocks extends EditedLines {
  /** The place of the first of those blocks among all. */
  readonly index: number
  /** What those blocks were. */
  readonly before: Block
}

/** A block that no edit has touched, and its place among all. */
export interface KeptBlock {
  readonly index: number
  readonly kept: Block
}

/** A text under edit, from its beginning. */
export type EditedBlock = KeptBlock | EditedBlocks

/** The lines of a part of the text. */
export function linesIn(item: EditedBlock): Lines {
  return 'kept' in item ? item.kept : item
}

function blockIn(item: EditedBlock): Block {
  return 'kept' in item ? item.kept : item.before
}

/** The lines of parts of a text that stand one behind the other. */
export function concatenate(parts: readonly Lines[]): Lines {
  return { texts: parts.flatMap(({ texts }) => texts), ends: parts.flatMap(({ ends }) => ends) }
}

/** Makes one of some parts of the text that stand together, so that an edit can be made to them. */
function gather(items: readonly EditedBlock[]): EditedBlocks | undefined {
  const [first] = items
  const last = items.at(-1)
  if (!first || !last) return undefined
  if (items.length === 1 && !('kept' in first)) return first
  const before = joinBlocks(items.map(blockIn))
  const edited = editable(concatenate(items.map(linesIn)))
  if (!('kept' in first)) edited.head = first.head
  if (!('kept' in last)) edited.tail = last.tail
  return { ...edited, index: first.index, before }
}

/**
 * Applies edits one after the other, each to the result of the one before. Only the blocks that an edit touches are
 * copied, and what it costs to find them does not grow with their lines.
 */
export function editBlocks(blocks: readonly Block[], edits: readonly Edit[]): EditedBlock[] {
  const items: EditedBlock[] = blocks.map((kept, index) => ({ index, kept }))
  const starts = startsOf(blocks)
  const at = <T>(line: number, find: (lines: Lines, own: number) => T) => {
    const index = blockIndexOf(starts, line)
    const item = items[index]
    return item && find(linesIn(item), line - (starts[index] ?? 0))
  }
  for (const edit of edits) {
    const access: LineAccess = {
      count: starts.at(-1) ?? 0,
      textAt: line => at(line, ({ texts }, own) => texts[own]) ?? '',
      endAt: line => at(line, ({ ends }, own) => ends[own]) ?? '',
    }
    const replacement = replacementFor(access, edit)
    const first = blockIndexOf(starts, replacement.first)
    const last = blockIndexOf(starts, replacement.first + replacement.removed - 1)
    const edited = gather(items.slice(first, last + 1))
    if (!edited) continue
    replaceLines(edited, { ...replacement, first: replacement.first - (starts[first] ?? 0) })
    items.splice(first, last + 1 - first, edited)
    starts.splice(first + 1, last - first)
    const shift = replacement.texts.length - replacement.removed
    for (let index = first + 1; shift !== 0 && index < starts.length; index++) {
      starts[index] = (starts[index] ?? 0) + shift
    }
  }
  return items
}

/** The first line that edits have damaged, and how many lines they have brought. */
export function damageIn(items: readonly EditedBlock[]): Pick<Damage, 'start' | 'inserted'> {
  let line = 0
  let start: number | null = null
  let inserted = 0
  for (const item of items) {
    if (!('kept' in item)) {
      const damage = damageOf(item, item.before.texts.length)
      start ??= line + damage.start
      inserted += damage.inserted
    }
    line += linesIn(item).texts.length
  }
  return { start: start ?? line, inserted }
}
