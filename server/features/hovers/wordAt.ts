import type { Span } from '../../transcript/session.ts'
import type { HoverPlace } from './hoverPlace.ts'

/** A word of a line and its place. */
export interface Word {
  readonly text: string
  readonly span: Span
}

function isBreak(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t' || character === '='
}

/** The word within a span that somebody points at: up to white space or `=`. */
export function wordAt({ session, line, character }: HoverPlace, { start, end }: Span): Word {
  const text = session.texts[line] ?? ''
  let from = Math.min(character, end)
  let to = from
  while (from > start && !isBreak(text[from - 1])) from -= 1
  while (to < end && !isBreak(text[to])) to += 1
  return { text: text.slice(from, to), span: { line, start: from, end: to } }
}
