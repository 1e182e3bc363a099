import type { TextEdit } from 'vscode-languageserver-types'

/** Lines of a text that was edited, and which line of the text before any edit each of them was; null for a new one. */
export interface TracedLines {
  readonly texts: readonly string[]
  readonly origins: readonly (number | null)[]
}

/** The lines of a text that has not been edited. */
export function unedited(texts: readonly string[]): TracedLines {
  return { texts, origins: texts.map((_, line) => line) }
}

const lineEnd = /\r\n|\n|\r/

/** The lines from `first` to `last` after edits within them, which are in the order of the text. */
function editedTexts(
  texts: readonly string[],
  first: number,
  last: number,
  edits: readonly TextEdit[],
): string[] {
  let text = ''
  let line = first
  let character = 0
  const copyTo = (toLine: number, toCharacter: number) => {
    for (; line < toLine; line++) {
      text += `${(texts[line] ?? '').slice(character)}\n`
      character = 0
    }
    text += (texts[line] ?? '').slice(character, toCharacter)
  }
  for (const { range, newText } of edits) {
    copyTo(range.start.line, range.start.character)
    text += newText
    line = range.end.line
    character = range.end.character
  }
  copyTo(last, texts[last]?.length ?? 0)
  return text.split(lineEnd)
}

function countSame(
  one: readonly string[],
  other: readonly string[],
  at: (list: readonly string[], index: number) => string | undefined,
): number {
  const most = Math.min(one.length, other.length)
  let count = 0
  while (count < most && at(one, count) === at(other, count)) count += 1
  return count
}

/** Which lines the new lines in the place of others were: those that are the same, and as many that changed. */
function originsOf(
  before: readonly string[],
  origins: readonly (number | null)[],
  now: readonly string[],
): (number | null)[] {
  const front = countSame(before, now, (list, index) => list[index])
  const behind = countSame(before.slice(front), now.slice(front), (list, index) => list.at(-1 - index))
  const isInPlace = before.length === now.length
  return now.map((_, index) => {
    if (index < front || isInPlace) return origins[index] ?? null
    const fromEnd = now.length - index
    return fromEnd <= behind ? (origins[before.length - fromEnd] ?? null) : null
  })
}

/** The lines after edits, which are in the order of the text and do not overlap. */
export function editTraced({ texts, origins }: TracedLines, edits: readonly TextEdit[]): TracedLines {
  const newTexts: string[] = []
  const newOrigins: (number | null)[] = []
  let line = 0
  const keepTo = (end: number) => {
    for (; line < end; line++) {
      newTexts.push(texts[line] ?? '')
      newOrigins.push(origins[line] ?? null)
    }
  }
  for (let index = 0; index < edits.length; ) {
    const first = edits[index]?.range.start.line ?? 0
    let last = first
    const group: TextEdit[] = []
    for (
      let edit = edits[index];
      edit && (group.length === 0 || edit.range.start.line <= last);
      edit = edits[++index]
    ) {
      group.push(edit)
      last = Math.min(Math.max(last, edit.range.end.line), texts.length - 1)
    }
    keepTo(first)
    const now = editedTexts(texts, first, last, group)
    const from = originsOf(texts.slice(first, last + 1), origins.slice(first, last + 1), now)
    newTexts.push(...now)
    newOrigins.push(...from)
    line = last + 1
  }
  keepTo(texts.length)
  return { texts: newTexts, origins: newOrigins }
}

/** What makes one line of another, or null where they are the same: no more is replaced than differs. */
function changeOf(line: number, before: string, now: string): TextEdit | null {
  if (before === now) return null
  const most = Math.min(before.length, now.length)
  let front = 0
  while (front < most && before[front] === now[front]) front += 1
  let behind = 0
  while (behind < most - front && before.at(-1 - behind) === now.at(-1 - behind)) behind += 1
  return {
    range: { start: { line, character: front }, end: { line, character: before.length - behind } },
    newText: now.slice(front, now.length - behind),
  }
}

/** Puts lines in the place of those from one line up to another. */
function replacement(
  before: readonly string[],
  from: number,
  to: number,
  lines: readonly string[],
  end: string,
): TextEdit | null {
  if (from === to && lines.length === 0) return null
  const endOf = (line: number) => ({ line, character: before[line]?.length ?? 0 })
  const text = lines.join(end)
  if (to < before.length) {
    const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } }
    return { range, newText: lines.length === 0 ? '' : text + end }
  }
  if (from === 0) return { range: { start: { line: 0, character: 0 }, end: endOf(to - 1) }, newText: text }
  // At the end of the text the line end in front goes, or comes, with the lines.
  const newText = lines.length === 0 ? '' : end + text
  return { range: { start: endOf(from - 1), end: endOf(to - 1) }, newText }
}

/** The edits that make the edited lines of the lines before, in the order of the text; new lines end with `end`. */
export function editsBetween(before: readonly string[], now: TracedLines, end: string): TextEdit[] {
  const edits: (TextEdit | null)[] = []
  let from = 0
  let added: string[] = []
  for (const [index, text] of now.texts.entries()) {
    const origin = now.origins[index] ?? null
    if (origin === null) {
      added.push(text)
      continue
    }
    edits.push(replacement(before, from, origin, added, end), changeOf(origin, before[origin] ?? '', text))
    added = []
    from = origin + 1
  }
  edits.push(replacement(before, from, before.length, added, end))
  return edits.filter(edit => edit !== null)
}
