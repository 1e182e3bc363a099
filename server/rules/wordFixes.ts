import type { Span } from '../transcript/session.ts'
import type { Fix, FixEdit } from './rule.ts'

/** Puts another text in the place of a stretch of a line; `cursor` is where in it the cursor should stand. */
export function replacing(
  { line, start, end }: Span,
  newText: string,
  cursor: number | null = null,
): FixEdit {
  return { start: { line, character: start }, end: { line, character: end }, newText, cursor }
}

/** A fix that changes a word or two, in the order of the text. */
export function wordFix(title: string, ...edits: readonly FixEdit[]): Fix {
  return { title, edits }
}
