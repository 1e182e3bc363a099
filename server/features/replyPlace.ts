import { type Standing, standingAt, transactionOf } from '../transcript/history.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import type { Exchange, Reply, Session, Span } from '../transcript/session.ts'

/** A reply code at a place in a transcript, and what stands around it. */
export interface ReplyPlace {
  readonly placed: PlacedSession
  readonly session: Session
  readonly reply: Reply
  /** What the reply answers; null for the greeting and for replies that nobody asked for. */
  readonly exchange: Exchange | null
  /** What stood when that was sent. */
  readonly standing: Standing | null
  /** The code under the cursor: the reply code, or the enhanced status code. */
  readonly pointedAt: 'code' | 'enhanced-code'
  readonly span: Span
}

interface Candidate {
  readonly reply: Reply
  readonly exchange: Exchange | null
}

function candidates(session: Session): Candidate[] {
  const own = session.exchanges.flatMap(exchange => exchange.replies.map(reply => ({ reply, exchange })))
  const others = [...(session.greeting ? [session.greeting] : []), ...session.unasked]
  return [...own, ...others.map(reply => ({ reply, exchange: null }))]
}

function covers(span: Span, line: number, character: number): boolean {
  return span.line === line && character >= span.start && character <= span.end
}

/** A reply with what stands around it, as if somebody pointed at its first code. */
export function placeOfReply(placed: PlacedSession, exchange: Exchange | null, reply: Reply): ReplyPlace {
  const { session } = placed
  const standing = exchange && standingAt(session, exchange)
  return { placed, session, reply, exchange, standing, pointedAt: 'code', span: reply.codeSpans[0] }
}

/** The reply code at a line of a session (from 0 at its first) and a UTF-16 column, or undefined. */
export function replyPlaceAt(placed: PlacedSession, line: number, character: number): ReplyPlace | undefined {
  for (const { reply, exchange } of candidates(placed.session)) {
    const code = reply.codeSpans.find(span => covers(span, line, character))
    const span = code ?? reply.enhancedCodeSpans.find(one => covers(one, line, character))
    if (!span) continue
    return { ...placeOfReply(placed, exchange, reply), pointedAt: code ? 'code' : 'enhanced-code', span }
  }
  return undefined
}

/** The recipients of the transaction that an exchange belongs to; none for its MAIL, in front of them. */
export function recipientsAround(session: Session, exchange: Exchange): readonly Exchange[] {
  const transaction = transactionOf(session, exchange)
  return transaction && transaction.mail !== exchange ? transaction.recipients : []
}
