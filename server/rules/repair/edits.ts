import type { Span } from '../../transcript/session.ts'
import type { Fix, FixEdit } from '../rule.ts'

/** Puts another text in the place of what stands there; `cursor` is where in it the cursor should stand. */
export function replaceAt(
  { line, start, end }: Span,
  newText: string,
  cursor: number | null = null,
): FixEdit {
  return { start: { line, character: start }, end: { line, character: end }, newText, cursor }
}

/** Puts a text in front of what stands there. */
export function insertAt({ line, start }: Span, newText: string): FixEdit {
  return replaceAt({ line, start, end: start }, newText)
}

/** Puts a text behind what stands there. */
export function insertBehind({ line, end }: Span, newText: string, cursor: number | null = null): FixEdit {
  return replaceAt({ line, start: end, end }, newText, cursor)
}

/** A repair of some words; edits are given in the order of the text. */
export function fixOf(title: string, ...edits: readonly FixEdit[]): Fix {
  return { title, edits }
}

/** The same repair, as one that changes only the form or what is certain: it can be made unasked, together with others. */
export function safely(fix: Fix): Fix {
  return { ...fix, isSafe: true }
}

/** A repair of some words that changes only the form or what is certain; edits are given in the order of the text. */
export function safeFixOf(title: string, ...edits: readonly FixEdit[]): Fix {
  return safely(fixOf(title, ...edits))
}
