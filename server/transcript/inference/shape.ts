import { timestamp } from '../logHead.ts'

/** A prefix with what varies from line to line left open. */
export interface Shape {
  /** The parts, each the source of a regular expression; those that vary are groups that capture. */
  readonly parts: readonly string[]
  /** All of them, anchored to the line's beginning: what is equal has the same shape. */
  readonly source: string
  /** The quote that the prefix ends with, or that it opens; empty without one. */
  readonly quote: string
}

const part = new RegExp(
  [
    `(?<time>${timestamp})`,
    // A program with its process id, as syslog writes it.
    String.raw`(?<tag>[\w./-]+\[\d+\](?=:))`,
    // A word in brackets that bears a digit, or is as long as ids are.
    String.raw`\[(?<bracketed>[^\]\s[]*\d[^\]\s[]*|[^\]\s[]{8,})\]`,
    String.raw`(?<address>\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?)`,
    String.raw`(?<word>[A-Za-z_-]*\d[\w-]*)`,
    String.raw`(?<space>[ \t]+)`,
    `(?<letters>[A-Za-z_]+)`,
    String.raw`(?<other>[\s\S])`,
  ].join('|'),
  'g',
)

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function partOf(groups: Readonly<Record<string, string | undefined>>): string {
  if (groups['time'] !== undefined) return `(?:${timestamp})`
  if (groups['tag'] !== undefined) return String.raw`([\w./-]+\[\d+\])`
  if (groups['bracketed'] !== undefined) return String.raw`\[([^\]\s[]+)\]`
  if (groups['address'] !== undefined) return String.raw`([\d.:]+)`
  if (groups['word'] !== undefined) return String.raw`([\w-]+)`
  if (groups['space'] !== undefined) return '[ \\t]+'
  return escaped(groups['letters'] ?? groups['other'] ?? '')
}

/** Whether a prefix opens a string that what is said stands in, as in `msg="< `. */
function isInsideQuotes(prefix: string): boolean {
  return (prefix.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1 && /(?:^|[=:,;\t ([{])"[^"]*$/.test(prefix)
}

const known = new Map<string, Shape>()
const mostKnown = 4096

/** The shape of a prefix. */
export function shapeOf(prefix: string): Shape {
  const before = known.get(prefix)
  if (before) return before
  const parts = [...prefix.matchAll(part)].map(({ groups = {} }) => partOf(groups))
  // Where a line says nothing, something may have trimmed it.
  if (parts.at(-1) === '[ \\t]+') parts[parts.length - 1] = '(?:[ \\t]+|$)'
  const quote = /["'`]$/.exec(prefix)?.[0] ?? (isInsideQuotes(prefix) ? '"' : '')
  const shape: Shape = { parts, source: `^${parts.join('')}`, quote }
  if (known.size >= mostKnown) known.clear()
  known.set(prefix, shape)
  return shape
}

/** The parts that two shapes have in common at their beginning. */
export function commonParts(one: Shape['parts'], other: Shape['parts']): Shape['parts'] {
  const end = one.findIndex((text, index) => text !== other[index])
  return end < 0 ? one : one.slice(0, end)
}

/** Whether a prefix is prose, such as `SMTP error from remote server: `: a remark that quotes what was said. */
export function isProse(prefix: string): boolean {
  return /(?:(?:^|\s)[A-Za-z]{2,}[:,]?(?=\s)){4}/.test(prefix)
}

/** Whether a prefix ends in a word rather than in an arrow or another sign. */
export function endsInWord(prefix: string): boolean {
  return /[A-Za-z]{3,}[:;\s"'(]*$/.test(prefix)
}

/** Whether a part of a shape is space. */
export function isSpace(part: string): boolean {
  return part.includes('[ \\t]+')
}
