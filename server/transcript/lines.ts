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

/** The line end that a text uses, by its first; LF for a text of one line. */
export function lineEndOf(lines: Lines): string {
  return lines.ends[0] || '\n'
}

/** The text that the lines came from. */
export function joinLines(lines: Lines): string {
  let text = ''
  for (const [index, line] of lines.texts.entries()) text += line + lines.ends[index]
  return text
}

/** The place nearest to `place` that the text has. */
export function clampPlace(lines: Lines, place: Place): Place {
  if (place.line < 0) return { line: 0, character: 0 }
  const last = lines.texts.length - 1
  if (place.line > last) return { line: last, character: lines.texts[last]?.length ?? 0 }
  const length = lines.texts[place.line]?.length ?? 0
  return { line: place.line, character: Math.min(Math.max(0, place.character), length) }
}

/**
 * Applies edits one after the other, each to the result of the one before (as LSP's content changes do).
 * Costs one copy of the line array and the lines that are touched, whatever the size of the text.
 */
export function editLines(lines: Lines, edits: readonly Edit[]): { lines: Lines; damage: Damage } {
  const texts = lines.texts.slice()
  const ends = lines.ends.slice()
  let head = texts.length
  let tail = texts.length
  for (const edit of edits) {
    const now: Lines = { texts, ends }
    const start = clampPlace(now, edit.start)
    const end = clampPlace(now, edit.end)
    const before = start.line
    const last = Math.max(end.line, before)
    // A CR in front and a LF behind the edit may become one line end, so the line before takes part.
    const first = ends[before - 1] === '\r' && start.character === 0 ? before - 1 : before
    const prefix =
      first < before ? `${texts[first] ?? ''}\r` : (texts[before] ?? '').slice(0, start.character)
    const suffix = (texts[last] ?? '').slice(end.line < before ? start.character : end.character)
    const replaced = splitLines(prefix + edit.newText + suffix + (ends[last] ?? ''))
    const isLast = last === texts.length - 1
    // The line end at the very end was kept with the suffix; what follows it stands in the next line already.
    const inserted = isLast ? replaced.texts.length : replaced.texts.length - 1
    tail = Math.min(tail, texts.length - 1 - last)
    head = Math.min(head, first)
    splice(texts, first, last - first + 1, replaced.texts.slice(0, inserted))
    splice(ends, first, last - first + 1, replaced.ends.slice(0, inserted))
  }
  const keptTail = Math.min(tail, lines.texts.length - Math.min(head, lines.texts.length))
  return {
    lines: { texts, ends },
    damage: {
      start: head,
      removed: lines.texts.length - head - keptTail,
      inserted: texts.length - head - keptTail,
    },
  }
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
