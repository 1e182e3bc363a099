import { timestamp } from '../logHead.ts'

/** A prefix with what varies from line to line left open. */
export interface Shape {
  /** The parts, each the source of a regular expression; those that vary are groups that capture. */
  readonly parts: readonly string[]
  /** All of them, anchored to the line's beginning: what is equal has the same shape. */
  readonly source: string
  /** The quote that the prefix ends with, or empty. */
  readonly quote: string
}

const part = new RegExp(
  [
    `(?<time>${timestamp})`,
    // A word in brackets that bears a digit, or is as long as ids are.
    String.raw`\[(?<bracketed>[^\]\s[]*\d[^\]\s[]*|[^\]\s[]{8,})\]`,
    String.raw`(?<address>\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?)`,
    String.raw`(?<word>[A-Za-z_-]*\d[\w-]*)`,
    String.raw`(?<space>[ \t]+)`,
    String.raw`(?<letters>[A-Za-z_]+)`,
    String.raw`(?<other>[\s\S])`,
  ].join('|'),
  'g',
)

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function partOf(groups: Readonly<Record<string, string | undefined>>): string {
  if (groups['time'] !== undefined) return `(?:${timestamp})`
  if (groups['bracketed'] !== undefined) return String.raw`\[([^\]\s[]+)\]`
  if (groups['address'] !== undefined) return String.raw`([\d.:]+)`
  if (groups['word'] !== undefined) return String.raw`([\w-]+)`
  if (groups['space'] !== undefined) return '[ \\t]+'
  return escaped(groups['letters'] ?? groups['other'] ?? '')
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
  const quote = /["'`]$/.exec(prefix)?.[0] ?? ''
  const shape: Shape = { parts, source: `^${parts.join('')}`, quote }
  if (known.size >= mostKnown) known.clear()
  known.set(prefix, shape)
  return shape
}

/** The parts that two shapes have in common at their beginning. */
export function commonParts(one: Shape, other: Shape): readonly string[] {
  const end = one.parts.findIndex((text, index) => text !== other.parts[index])
  return end < 0 ? one.parts : one.parts.slice(0, end)
}

/** How many words of prose stand in a prefix: a remark has more of them than a mark. */
export function wordsIn(prefix: string): number {
  return prefix.match(/(?<![\w.])[A-Za-z]{2,}(?![\w.]*\.\w)/g)?.length ?? 0
}
