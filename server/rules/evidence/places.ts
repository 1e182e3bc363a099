import type { Exchange, Reply, Session, Span } from '../../transcript/session.ts'

/** Where the client sent something: the verb of a command, else the beginning of its first line. */
export function placeOf({ unit, line }: Exchange): Span {
  if (unit.kind === 'command') return unit.verbSpan.end > unit.verbSpan.start ? unit.verbSpan : unit.textSpan
  return unit.kind === 'auth-response' ? unit.textSpan : { line, start: 0, end: 1 }
}

/** The code on the last line of a reply. */
export function lastCodeOf({ codeSpans }: Reply): Span {
  return codeSpans.at(-1) ?? codeSpans[0]
}

/** The place of the character behind a reply code: the space or the hyphen; empty where there is none. */
export function separatorOf({ texts }: Session, { line, end }: Span): Span {
  return { line, start: end, end: Math.min(end + 1, texts[line]?.length ?? end) }
}

/** The last reply code of a session, or the verb of its last command where that stands behind it. */
export function lastPlaceOf(session: Session): Span | undefined {
  const last = session.exchanges.at(-1)
  const reply = last?.replies.at(-1)
  if (reply) return lastCodeOf(reply)
  return last?.unit.kind === 'command' ? last.unit.verbSpan : undefined
}

/** The text that stands at a place. */
export function textAt({ texts }: Session, { line, start, end }: Span): string {
  return texts[line]?.slice(start, end) ?? ''
}
