import type { Problem } from '../../rules/rule.ts'
import type { RuleSettings } from '../../rules/settings.ts'
import type { PlacedSession } from '../../transcript/placedSession.ts'
import type { Exchange, Session, Span } from '../../transcript/session.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { LineName } from '../explanation.ts'

/** A place in a session that somebody points at. */
export interface HoverPlace {
  readonly transcript: Transcript
  readonly placed: PlacedSession
  readonly session: Session
  /** From 0 at the session's first, and a UTF-16 column. */
  readonly line: number
  readonly character: number
  /** What the rules found in the session, when somebody asks. */
  readonly problems: () => readonly Problem[]
  /** A link to a line of this session, or of another. */
  readonly lineName: LineName
  readonly lineNameIn: (placed: PlacedSession) => LineName
}

/** How hovers are made. */
export interface HoverOptions {
  /** Links to the editor's own commands work. */
  readonly commandLinks: boolean
  readonly settings: RuleSettings
}

/** Whether somebody points at a span. */
export function pointsAt({ line, character }: HoverPlace, span: Span): boolean {
  return span.line === line && character >= span.start && character <= span.end
}

/** What the client sent on the line that somebody points at. */
export function exchangesOnLine({ session, line }: HoverPlace): readonly Exchange[] {
  return session.exchanges.filter(one => one.line === line)
}
