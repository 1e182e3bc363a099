import type { FixEdit } from '../rule.ts'

/** A line to be written; `cursor` is where in it the cursor should stand, in UTF-16 units. */
export interface NewLine {
  readonly text: string
  readonly cursor: number | null
}

/** What is to become of the lines of a session. Line numbers are those before any change. */
export interface LineScript {
  /** Lines to write in front of a line; in front of the line behind the last: at the end. */
  readonly insertions: ReadonlyMap<number, readonly NewLine[]>
  /** Lines that become another; null for those that go. */
  readonly replacements: ReadonlyMap<number, string | null>
}

/** Text and cursor of several lines, with `\n` between them. */
function join(lines: readonly NewLine[]): { text: string; cursor: number | null } {
  let text = ''
  let cursor: number | null = null
  for (const [index, line] of lines.entries()) {
    if (index > 0) text += '\n'
    if (line.cursor !== null) cursor = text.length + line.cursor
    text += line.text
  }
  return { text, cursor }
}

function wholeLine(line: number, length: number, lines: readonly NewLine[]): FixEdit {
  const { text, cursor } = join(lines)
  return { start: { line, character: 0 }, end: { line, character: length }, newText: text, cursor }
}

/** Takes the lines from `first` to `last` out, with one of the line ends around them. */
function removal(texts: readonly string[], first: number, last: number): FixEdit {
  const before = first - 1
  if (last + 1 < texts.length || first === 0) {
    return {
      start: { line: first, character: 0 },
      end: { line: last + 1, character: 0 },
      newText: '',
      cursor: null,
    }
  }
  return {
    start: { line: before, character: texts[before]?.length ?? 0 },
    end: { line: last, character: texts[last]?.length ?? 0 },
    newText: '',
    cursor: null,
  }
}

function insertion(texts: readonly string[], line: number, lines: readonly NewLine[]): FixEdit {
  const { text, cursor } = join(lines)
  if (line < texts.length) {
    const start = { line, character: 0 }
    return { start, end: start, newText: `${text}\n`, cursor }
  }
  const last = texts.length - 1
  const end = { line: last, character: texts[last]?.length ?? 0 }
  return { start: end, end, newText: `\n${text}`, cursor: cursor === null ? null : cursor + 1 }
}

/** The edits that carry a script out, in order and without overlap. */
export function editsOf(texts: readonly string[], { insertions, replacements }: LineScript): FixEdit[] {
  const edits: FixEdit[] = []
  for (let line = 0; line <= texts.length; line++) {
    const inserted = insertions.get(line) ?? []
    const replacement = replacements.get(line)
    const length = texts[line]?.length ?? 0
    if (replacement === undefined) {
      if (inserted.length > 0) edits.push(insertion(texts, line, inserted))
    } else if (replacement !== null) {
      edits.push(wholeLine(line, length, [...inserted, { text: replacement, cursor: null }]))
    } else if (inserted.length > 0) {
      edits.push(wholeLine(line, length, inserted))
    } else {
      let last = line
      while (replacements.get(last + 1) === null && !insertions.has(last + 1)) last += 1
      edits.push(removal(texts, line, last))
      line = last
    }
  }
  return edits
}
