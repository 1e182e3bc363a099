/** How a line ends: nothing (the last line), LF, CRLF, or a lone CR. */
export type LineEnd = '' | '\n' | '\r\n' | '\r'

/** A text as its lines. There is always at least one; the last has the line end `''`. */
export interface Lines {
  readonly texts: readonly string[]
  readonly ends: readonly LineEnd[]
}

/** A place in a text: line and UTF-16 column, both from 0. */
export interface Place {
  readonly line: number
  readonly character: number
}

/** One replacement. Places outside the text mean its nearest place. */
export interface Edit {
  readonly start: Place
  readonly end: Place
  readonly newText: string
}

/** Which lines are not what they were: `removed` lines from `start` on have become `inserted` lines. */
export interface Damage {
  readonly start: number
  readonly removed: number
  readonly inserted: number
}

const lineEnd = /\r\n|\n|\r/g

/** Splits a text at LF, CRLF and lone CR, as editors count lines. */
export function splitLines(text: string): Lines {
  if (!text.includes('\r')) return splitAtLf(text)
  const texts: string[] = []
  const ends: LineEnd[] = []
  let from = 0
  lineEnd.lastIndex = 0
  for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
    texts.push(text.slice(from, match.index))
    ends.push(match[0] as LineEnd)
    from = lineEnd.lastIndex
  }
  texts.push(text.slice(from))
  ends.push('')
  return { texts, ends }
}

/** Where there is no CR, which is what editors send, nothing has to be told apart. */
function splitAtLf(text: string): Lines {
  const texts = text.split('\n')
  const ends = new Array<LineEnd>(texts.length).fill('\n')
  ends[texts.length - 1] = ''
  return { texts, ends }
}

/** The text that the lines came from. */
export function joinLines(lines: Lines): string {
  let text = ''
  for (const [index, line] of lines.texts.entries()) text += line + lines.ends[index]
  return text
}

/** Lines that are asked for one by one, wherever they are kept. */
export interface LineAccess {
  readonly count: number
  readonly textAt: (line: number) => string
  readonly endAt: (line: number) => LineEnd
}

/** The place nearest to `place` that the text has. */
export function clampPlace({ texts }: Pick<Lines, 'texts'>, place: Place): Place {
  return nearestPlace(texts.length, line => texts[line] ?? '', place)
}

function nearestPlace(count: number, textAt: LineAccess['textAt'], place: Place): Place {
  if (place.line < 0) return { line: 0, character: 0 }
  const last = count - 1
  if (place.line > last) return { line: last, character: textAt(last).length }
  const { length } = textAt(place.line)
  return { line: place.line, character: Math.min(Math.max(0, place.character), length) }
}

/** Lines that take the place of `removed` lines from `first` on. */
export interface Replacement extends Lines {
  readonly first: number
  readonly removed: number
}

/** Which lines an edit replaces, and by what. */
export function replacementFor(lines: LineAccess, edit: Edit): Replacement {
  const { count, textAt, endAt } = lines
  const start = nearestPlace(count, textAt, edit.start)
  const end = nearestPlace(count, textAt, edit.end)
  const before = start.line
  const last = Math.max(end.line, before)
  // A CR in front and a LF behind the edit may become one line end, so the line before takes part.
  const joins = before > 0 && start.character === 0 && endAt(before - 1) === '\r'
  const first = joins ? before - 1 : before
  const prefix = joins ? `${textAt(first)}\r` : textAt(before).slice(0, start.character)
  const suffix = textAt(last).slice(end.line < before ? start.character : end.character)
  const { texts, ends } = splitLines(prefix + edit.newText + suffix + endAt(last))
  // The line end at the very end was kept with the suffix; what follows it stands in the next line already.
  const inserted = last === count - 1 ? texts.length : texts.length - 1
  return {
    first,
    removed: last - first + 1,
    texts: texts.slice(0, inserted),
    ends: ends.slice(0, inserted),
  }
}

/** Lines that are being edited, and how many at their beginning and at their end no edit has touched. */
export interface EditedLines {
  readonly texts: string[]
  readonly ends: LineEnd[]
  head: number
  tail: number
}

/** Lines to edit: a copy of some that are kept. */
export function editable({ texts, ends }: Lines): EditedLines {
  return { texts: texts.slice(), ends: ends.slice(), head: texts.length, tail: texts.length }
}

/** Replaces lines of `edited`, which are counted from its first. */
export function replaceLines(edited: EditedLines, { first, removed, texts, ends }: Replacement): void {
  edited.tail = Math.min(edited.tail, edited.texts.length - first - removed)
  edited.head = Math.min(edited.head, first)
  splice(edited.texts, first, removed, texts)
  splice(edited.ends, first, removed, ends)
}

/** What has become of `count` lines by the edits that were made to them. */
export function damageOf({ texts, head, tail }: EditedLines, count: number): Damage {
  const keptTail = Math.min(tail, count - Math.min(head, count))
  return { start: head, removed: count - head - keptTail, inserted: texts.length - head - keptTail }
}

/**
 * Applies edits one after the other, each to the result of the one before (as LSP's content changes do).
 * Costs one copy of the line array and the lines that are touched, whatever the size of the text.
 */
export function editLines(lines: Lines, edits: readonly Edit[]): { lines: Lines; damage: Damage } {
  const edited = editable(lines)
  const { texts, ends } = edited
  for (const edit of edits) {
    const access = { count: texts.length, textAt: textIn(texts), endAt: endIn(ends) }
    replaceLines(edited, replacementFor(access, edit))
  }
  return { lines: { texts, ends }, damage: damageOf(edited, lines.texts.length) }
}

function textIn(texts: readonly string[]): LineAccess['textAt'] {
  return line => texts[line] ?? ''
}

function endIn(ends: readonly LineEnd[]): LineAccess['endAt'] {
  return line => ends[line] ?? ''
}

/** Like `Array.splice`, also for more items than a call can take arguments. */
export function splice<T>(array: T[], start: number, removed: number, items: readonly T[]): void {
  if (items.length < 10_000) {
    array.splice(start, removed, ...items)
    return
  }
  const rest = array.splice(start, array.length - start)
  for (const item of items) array.push(item)
  for (let index = removed; index < rest.length; index++) array.push(rest[index] as T)
}
