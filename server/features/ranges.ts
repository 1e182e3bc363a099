import type { Range } from 'vscode-languageserver-types'
import type { Span } from '../transcript/session.ts'

/** A span of a session as a range of the text, for a session that begins on `startLine` (from 0). */
export function rangeOf(span: Span, startLine: number): Range {
  const line = span.line + startLine
  return { start: { line, character: span.start }, end: { line, character: span.end } }
}
