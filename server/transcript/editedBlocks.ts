import { type Block, blockIndexOf, joinBlocks } from './block.ts'
import { countWhile } from './countWhile.ts'
import {
  type Damage,
  damageOf,
  type Edit,
  type EditedLines,
  editable,
  type Lines,
  replaceLines,
  replacementFor,
} from './lines.ts'

/** Blocks, and the line that each begins on, from 0; behind them the number of all lines. */
export interface BlockedText {
  readonly blocks: readonly Block[]
  readonly starts: readonly number[]
}

/** Lines of one or some blocks that edits have touched. */
export interface EditedBlocks extends EditedLines {
  /** The place of the first of those blocks among all, and how many they were. */
  readonly index: number
  readonly count: number
  /** What those blocks were. */
  readonly before: Block
}

type Part = Block | EditedBlocks

function isEdited(part: Part): part is EditedBlocks {
  return 'before' in part
}

/** The lines of parts of a text that stand one behind the other. */
function concatenate(parts: readonly Lines[]): Lines {
  return { texts: parts.flatMap(({ texts }) => texts), ends: parts.flatMap(({ ends }) => ends) }
}

/** A block to which nothing has been done yet. */
export function untouched(before: Block, index: number): EditedBlocks {
  return { ...editable(before), index, count: 1, before }
}

/** Makes one of some parts of a text that stand together, so that an edit can be made to them. */
function gather(parts: readonly Part[], index: number): EditedBlocks | undefined {
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return undefined
  if (parts.length === 1) return isEdited(first) ? first : untouched(first, index)
  const edited = editable(concatenate(parts))
  if (isEdited(first)) edited.head = first.head
  if (isEdited(last)) edited.tail = last.tail
  return {
    ...edited,
    index,
    count: parts.reduce((sum, part) => sum + (isEdited(part) ? part.count : 1), 0),
    before: joinBlocks(parts.map(part => (isEdited(part) ? part.before : part))),
  }
}

/** A text under edit: what has become of some of its blocks, in order, and the line that each part begins on now. */
interface Work {
  readonly text: BlockedText
  readonly edited: EditedBlocks[]
  readonly starts: number[]
}

/** How many lines lower than before a line stands that is behind the edited part at a place; in front of all it is where it was. */
function shiftBehind({ text, edited, starts }: Work, place: number): number {
  const part = edited[place]
  if (!part) return 0
  return (starts[place] ?? 0) + part.texts.length - (text.starts[part.index + part.count] ?? 0)
}

function countNow(work: Work): number {
  return (work.text.starts.at(-1) ?? 0) + shiftBehind(work, work.edited.length - 1)
}

/** A part of a text under edit, the place of its first block among all, and the line that it begins on now. */
interface Located {
  readonly part: Part
  readonly index: number
  readonly start: number
}

const emptyBlock = joinBlocks([])

function locate(work: Work, line: number): Located {
  const { text, edited, starts } = work
  const place = countWhile(starts.length, index => (starts[index] ?? line) <= line) - 1
  const part = edited[place]
  const start = starts[place] ?? 0
  if (part && line < start + part.texts.length) return { part, index: part.index, start }
  const shift = shiftBehind(work, place)
  const index = blockIndexOf(text.starts, line - shift)
  return { part: text.blocks[index] ?? emptyBlock, index, start: (text.starts[index] ?? 0) + shift }
}

/** The parts of a text under edit from one up to another. */
function partsBetween({ text, edited }: Work, first: Located, last: Located): Part[] {
  if (first.part === last.part) return [first.part]
  const parts: Part[] = []
  const to = isEdited(last.part) ? last.index + last.part.count : last.index + 1
  for (let index = first.index; index < to; ) {
    const part = edited.find(one => one.index === index) ?? text.blocks[index] ?? emptyBlock
    parts.push(part)
    index += isEdited(part) ? part.count : 1
  }
  return parts
}

/** Puts a part in the place of those that were made into it, and moves what is behind it. */
function settle({ edited, starts }: Work, part: EditedBlocks, start: number, shift: number): void {
  const place = countWhile(edited.length, index => (edited[index]?.index ?? 0) < part.index)
  const end = part.index + part.count
  const behind = countWhile(edited.length, index => (edited[index]?.index ?? end) < end)
  edited.splice(place, behind - place, part)
  starts.splice(place, behind - place, start)
  for (let index = place + 1; shift !== 0 && index < starts.length; index++) {
    starts[index] = (starts[index] ?? 0) + shift
  }
}

/**
 * Applies edits one after the other, each to the result of the one before. Only the blocks that an edit touches are
 * copied.
 *
 * @returns what has become of them, in the order of the text; all other blocks are what they were
 */
export function editBlocks(text: BlockedText, edits: readonly Edit[]): readonly EditedBlocks[] {
  const work: Work = { text, edited: [], starts: [] }
  const access = <T>(line: number, find: (lines: Lines, own: number) => T): T => {
    const { part, start } = locate(work, line)
    return find(part, line - start)
  }
  const textAt = (line: number) => access(line, ({ texts }, own) => texts[own] ?? '')
  const endAt = (line: number) => access(line, ({ ends }, own) => ends[own] ?? '')
  for (const edit of edits) {
    const replacement = replacementFor({ count: countNow(work), textAt, endAt }, edit)
    const first = locate(work, replacement.first)
    const last = locate(work, replacement.first + replacement.removed - 1)
    const part = gather(partsBetween(work, first, last), first.index)
    if (!part) continue
    replaceLines(part, { ...replacement, first: replacement.first - first.start })
    settle(work, part, first.start, replacement.texts.length - replacement.removed)
  }
  return work.edited
}

/** How many lines a text has after edits. */
export function editedCount({ starts }: BlockedText, edited: readonly EditedBlocks[]): number {
  return edited.reduce(
    (sum, { texts, before }) => sum + texts.length - before.texts.length,
    starts.at(-1) ?? 0,
  )
}

function* partsOf({ blocks }: BlockedText, edited: readonly EditedBlocks[]): Generator<Part> {
  let index = 0
  for (const part of edited) {
    for (; index < part.index; index++) yield blocks[index] ?? emptyBlock
    yield part
    index += part.count
  }
  for (; index < blocks.length; index++) yield blocks[index] ?? emptyBlock
}

/** All lines of a text after edits. */
export function editedLines(text: BlockedText, edited: readonly EditedBlocks[]): Lines {
  return concatenate([...partsOf(text, edited)])
}

/** The first lines of a text after edits. */
export function editedHead(text: BlockedText, edited: readonly EditedBlocks[], count: number): string[] {
  const head: string[] = []
  for (const { texts } of partsOf(text, edited)) {
    head.push(...texts.slice(0, count - head.length))
    if (head.length >= count) break
  }
  return head
}

/** The first line that edits have damaged, and how many lines they have brought. */
export function damageIn(
  { starts }: BlockedText,
  edited: readonly EditedBlocks[],
): Pick<Damage, 'start' | 'inserted'> {
  const [first] = edited
  const damages = edited.map(part => damageOf(part, part.before.texts.length))
  return {
    start: (starts[first?.index ?? 0] ?? 0) + (damages[0]?.start ?? 0),
    inserted: damages.reduce((sum, { inserted }) => sum + inserted, 0),
  }
}
