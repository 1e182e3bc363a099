import type { Range } from 'vscode-languageserver-types'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { Span } from '../transcript/session.ts'

/** A span of a session as a range of the text. */
export function rangeOf(span: Span, placed: PlacedSession): Range {
  const line = lineInText(placed, span.line)
  return { start: { line, character: span.start }, end: { line, character: span.end } }
}
