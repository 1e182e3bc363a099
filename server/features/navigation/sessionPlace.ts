import type { Position } from 'vscode-languageserver-types'
import { endOfReply } from '../../transcript/exchangeLines.ts'
import type { LineRecord } from '../../transcript/lineRecord.ts'
import type { PlacedSession } from '../../transcript/placedSession.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import { sessionAt, type Transcript } from '../../transcript/transcript.ts'

/** A place in a session. */
export interface SessionPlace {
  readonly placed: PlacedSession
  readonly session: Session
  /** From 0 at the session's first, and a UTF-16 column. */
  readonly line: number
  readonly character: number
  /** What the client sent there, or what the reply that stands there answers; null where it is nothing of the kind. */
  readonly exchange: Exchange | null
  /** The reply that stands there. */
  readonly reply: Reply | null
}

/** The record of a line that a column belongs to: the last that begins in front of it, or else the first. */
export function recordAt(records: readonly LineRecord[], character: number): LineRecord | undefined {
  return records.findLast(({ start }) => start <= character) ?? records[0]
}

function spans(reply: Reply, line: number, start: number): boolean {
  if (line < reply.line || line > endOfReply(reply)) return false
  return reply.codeSpans.some(span => span.line === line && span.start === start)
}

function isSentOn({ line: sent, unit }: Exchange, line: number): boolean {
  if (unit.kind !== 'message' && unit.kind !== 'chunk') return sent === line
  return !unit.elided && line >= unit.firstLine && line <= unit.lastLine
}

/** The record that a rest of a line, which the tool has broken off, belongs to: where it stands, and it. */
function owner(session: Session, line: number, character: number): { at: number; record?: LineRecord } {
  const record = recordAt(session.records[line] ?? [], character)
  if (record?.kind !== 'more') return { at: line, ...(record && { record }) }
  for (let at = line - 1; at >= 0; at--) {
    const before = session.records[at]?.at(-1)
    if (before && before.kind !== 'more') return { at, record: before }
  }
  return { at: line, record }
}

function found(
  session: Session,
  line: number,
  character: number,
): { exchange: Exchange | null; reply: Reply | null } {
  const { at, record } = owner(session, line, character)
  if (record?.kind === 'reply') {
    const isHere = (reply: Reply) => spans(reply, at, record.start)
    for (const exchange of session.exchanges) {
      const reply = exchange.replies.find(isHere)
      if (reply) return { exchange, reply }
    }
    const alone = [...(session.greeting ? [session.greeting] : []), ...session.unasked].find(isHere)
    return { exchange: null, reply: alone ?? null }
  }
  if (!record || record.kind === 'note' || record.kind === 'comment' || record.kind === 'blank') {
    return { exchange: null, reply: null }
  }
  const sent = session.exchanges.filter(one => isSentOn(one, at))
  const fitting = sent.findLast(({ unit }) => !('textSpan' in unit) || unit.textSpan.start <= character)
  return { exchange: fitting ?? sent[0] ?? null, reply: null }
}

/** The place in its session that a position of the text is; null outside of all sessions. */
export function placeIn(transcript: Transcript, { line, character }: Position): SessionPlace | null {
  const at = sessionAt(transcript, line)
  if (!at) return null
  const { session } = at.placed
  return { ...at, session, character, ...found(session, at.line, character) }
}
