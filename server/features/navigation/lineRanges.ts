import type { Position, Range } from 'vscode-languageserver-types'
import { lineInText, type PlacedSession } from '../../transcript/placedSession.ts'
import { lineCountOf, lineOf, type Reading } from '../../transcript/reading.ts'

/** A line of a session and the lines up to another, whole; of a session whose lines lie apart, with what stands between. */
export function linesBetween(placed: PlacedSession, first: number, last: number): Range {
  const end = Math.max(first, last)
  return {
    start: { line: lineInText(placed, first), character: 0 },
    end: { line: lineInText(placed, end), character: placed.session.texts[end]?.length ?? 0 },
  }
}

/** All of a text. */
export function wholeText(reading: Reading): Range {
  const line = Math.max(0, lineCountOf(reading) - 1)
  return {
    start: { line: 0, character: 0 },
    end: { line, character: lineOf(reading, line)?.text.length ?? 0 },
  }
}

/** The place nearest to a position that a text has. */
export function nearestPosition(reading: Reading, { line, character }: Position): Position {
  const last = lineCountOf(reading) - 1
  const at = Math.min(Math.max(0, line), Math.max(0, last))
  const { length } = lineOf(reading, at)?.text ?? ''
  const column = line > last ? length : line < 0 ? 0 : character
  return { line: at, character: Math.min(Math.max(0, column), length) }
}

/** Which of two positions comes first: negative where the first does, 0 where they are one. */
export function comparePositions(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character
}

/** Whether all of one range lies in another. */
export function isWithin(inner: Range, outer: Range): boolean {
  return comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0
}
