import { spanOf } from './commandParts.ts'
import type { LineRecord } from './lineRecord.ts'
import { intendedCode } from './payload.ts'
import type { ContentUnit, Exchange, Reply, Session, Span } from './session.ts'
import { payloadOf } from './stretch.ts'

/** One line of what somebody said, as it was said, and where its characters stand. */
export interface SaidLine {
  /** From 0 at the session's first. */
  readonly line: number
  readonly payload: string
  /** The place of a part of the payload; offsets in UTF-16 units. */
  readonly spanOf: (from: number, to: number) => Span
}

function saidOn(session: Session, line: number, record: LineRecord): SaidLine {
  const text = session.texts[line] ?? ''
  return {
    line,
    payload: payloadOf(text, record),
    spanOf: (from, to) => spanOf(line, text, record, from, to),
  }
}

function recordOn(
  session: Session,
  line: number,
  isWanted: (record: LineRecord) => boolean,
): LineRecord | undefined {
  return session.records[line]?.findLast(isWanted)
}

/**
 * The line of a command or of an answer to a challenge, as it stands in the text; null for anything else, and where the
 * tool did not print it. It may hold a secret: to be judged, never to be shown or kept.
 */
export function commandSaid(session: Session, { unit, line }: Exchange): SaidLine | null {
  if (unit.kind !== 'command' && unit.kind !== 'auth-response') return null
  const { kind, textSpan } = unit
  const record = recordOn(session, line, one => one.kind === kind && one.start <= textSpan.start)
  return record ? saidOn(session, line, record) : null
}

function replyLineSaid(session: Session, { line, start }: Span): SaidLine | null {
  const record = recordOn(session, line, one => one.kind === 'reply' && one.start === start)
  return record ? saidOn(session, line, record) : null
}

/** The lines of a reply, each from its code on. */
export function replySaid(session: Session, reply: Reply): SaidLine[] {
  const lines: SaidLine[] = []
  for (const span of reply.codeSpans) {
    const said = replyLineSaid(session, span)
    if (said) lines.push(said)
  }
  return lines
}

/** The first of them. */
export function beginningSaid(session: Session, reply: Reply): SaidLine | null {
  return replyLineSaid(session, reply.codeSpans[0])
}

/** The lines of the server's that have not the form of a reply. */
export function* unreadableSaid(session: Session): Generator<SaidLine> {
  for (const [line, records] of session.records.entries()) {
    for (const record of records) {
      if (record.kind === 'unreadable' || record.kind === 'malformed-reply')
        yield saidOn(session, line, record)
    }
  }
}

/** Those of them that are anything: none that is blank or the rest of another. */
export function* malformedSaid(session: Session): Generator<SaidLine> {
  for (const said of unreadableSaid(session)) if (intendedCode(said.payload) !== undefined) yield said
}

/** The lines of mail data or of a chunk as they were sent, without the final dot; another that was taken for it is one of them. */
export function* contentSaid(session: Session, unit: ContentUnit): Generator<SaidLine> {
  if (unit.elided) return
  const { kind, terminated } = unit
  for (let line = unit.firstLine; line <= unit.lastLine; line++) {
    for (const record of session.records[line] ?? []) {
      const isDot = record.kind === 'end-of-data' && kind === 'message'
      const isFinal = isDot && terminated && line === unit.lastLine
      if (record.kind === kind || (isDot && !isFinal)) yield saidOn(session, line, record)
    }
  }
}
