import type { StreamId } from './block.ts'
import { countWhile } from './countWhile.ts'
import type { Session } from './session.ts'
import { type SessionBody, sessionOf } from './sessionBody.ts'

/** A session in its text. */
export interface PlacedSession {
  /** The line of the text, from 0, that the session begins on. */
  readonly startLine: number
  /** The number of its own lines, to its last that is not blank or a comment. */
  readonly lineCount: number
  /** Its own lines in the text, where lines of other sessions stand between them; null where it has the text to itself. */
  readonly lines: readonly number[] | null
  /** The tool's own id of the session; null where it prints none. */
  readonly id: StreamId
  /** What it is made of: the same object as long as its lines are. */
  readonly body: SessionBody
  /** Made when somebody looks. */
  readonly session: Session
}

/** The lines of a session that lie apart in the text, from 0; null where it has the text to itself. */
export function apart(lines: readonly number[]): readonly number[] | null {
  const [start = 0] = lines
  return (lines.at(-1) ?? start) - start === lines.length - 1 ? null : lines
}

/** A session that begins on line `startLine` of a text. */
export function place(
  body: SessionBody,
  startLine: number,
  id: StreamId,
  lines: readonly number[] | null,
): PlacedSession {
  return new LazySession(body, startLine, id, lines)
}

/** There are very many of these: a class has but one `session` for all of them. */
class LazySession implements PlacedSession {
  readonly body: SessionBody
  readonly startLine: number
  readonly id: StreamId
  readonly lines: readonly number[] | null

  constructor(body: SessionBody, startLine: number, id: StreamId, lines: readonly number[] | null) {
    this.body = body
    this.startLine = startLine
    this.id = id
    this.lines = lines
  }

  get lineCount(): number {
    return this.body.count
  }

  get session(): Session {
    return sessionOf(this.body)
  }
}

/** A session with its place after lines in front of it came or went. */
export function shifted(placed: PlacedSession, shift: number): PlacedSession {
  if (shift === 0) return placed
  const { body, startLine, id, lines } = placed
  return place(body, startLine + shift, id, lines?.map(line => line + shift) ?? null)
}

/** The line of the text, from 0, that is a session's line `line`; behind its last: the line behind that. */
export function lineInText({ startLine, lineCount, lines }: PlacedSession, line: number): number {
  if (!lines) return startLine + line
  return line < lineCount ? (lines[line] ?? startLine) : (lines.at(-1) ?? startLine) + 1 + line - lineCount
}

/** Which of a session's lines is line `line` of the text; undefined for lines of others. */
export function lineInSession(
  { startLine, lineCount, lines }: PlacedSession,
  line: number,
): number | undefined {
  if (!lines) return line >= startLine && line < startLine + lineCount ? line - startLine : undefined
  const own = countWhile(lines.length, index => (lines[index] ?? line) < line)
  return lines[own] === line ? own : undefined
}

/** The line of the text that a session ends on, from 0. */
export function lastLineOf(placed: PlacedSession): number {
  return lineInText(placed, placed.lineCount - 1)
}

/** Whether a session may have lines among these of the text, from 0, the last included. */
export function reaches(placed: PlacedSession, first: number, last: number): boolean {
  return placed.startLine <= last && lastLineOf(placed) >= first
}

/** The sessions that may have lines among these of the text, from 0, the last included; none of them is put together for it. */
export function sessionsBetween(
  sessions: readonly PlacedSession[],
  first: number,
  last: number,
): readonly PlacedSession[] {
  return sessions.filter(placed => reaches(placed, first, last))
}

/** Which of a session's own lines stand among these of the text: from one up to another, which is not included. */
export function ownLinesBetween(
  { startLine, lineCount, lines }: PlacedSession,
  first: number,
  last: number,
): { readonly from: number; readonly to: number } {
  if (!lines) {
    return { from: Math.max(0, first - startLine), to: Math.min(lineCount, last - startLine + 1) }
  }
  const before = (line: number) => countWhile(lines.length, index => (lines[index] ?? line) < line)
  return { from: before(first), to: before(last + 1) }
}
