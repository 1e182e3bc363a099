import type { Session, Span } from '../transcript/session.ts'

/** The last reply code of a session, or the verb of its last command where that stands behind it. */
export function lastSpan(session: Session): Span | undefined {
  const last = session.exchanges.at(-1)
  const reply = last?.replies.at(-1) ?? null
  const code = reply?.codeSpans.at(-1)
  if (code) return code
  return last?.unit.kind === 'command' ? last.unit.verbSpan : undefined
}
