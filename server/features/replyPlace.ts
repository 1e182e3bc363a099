import type { Answered } from '../protocol/causes/replyCause.ts'
import { commandFacts } from '../protocol/commands.ts'
import { columnOfExchange, historyOf, type Standing, standingAt } from '../transcript/history.ts'
import type { Exchange, Reply, Session, Span } from '../transcript/session.ts'
import { lineInSession, type PlacedSession, sessionAt, type Transcript } from '../transcript/transcript.ts'

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

/** The reply code at a line and column (from 0, UTF-16 units) of the text, or undefined. */
export function replyPlaceAt(
  transcript: Transcript,
  line: number,
  character: number,
): ReplyPlace | undefined {
  const placed = sessionAt(transcript, line)
  if (!placed) return undefined
  const { session } = placed
  const own = lineInSession(placed, line)
  if (own === undefined) return undefined
  for (const { reply, exchange } of candidates(session)) {
    const code = reply.codeSpans.find(span => covers(span, own, character))
    const enhanced = reply.enhancedCodeSpans.find(span => covers(span, own, character))
    const span = code ?? enhanced
    if (!span) continue
    const standing = exchange && standingAt(session, exchange)
    return { placed, session, reply, exchange, standing, pointedAt: code ? 'code' : 'enhanced-code', span }
  }
  return undefined
}

/** The text of a reply: its lines without codes, joined by spaces. */
export function textOf(reply: Reply): string {
  return reply.texts.join(' ')
}

/** The answered command in the words of the tables of causes; `*` where it is not in the text. */
export function answeredBy({ exchange, reply }: ReplyPlace): Answered {
  const unit = exchange?.unit
  switch (unit?.kind) {
    case 'message':
      return '.'
    case 'auth-response':
      return 'AUTH'
    case 'command':
      // 503 to the last chunk is about its place; any other reply is about the message.
      if (exchange && columnOfExchange(exchange) === 'BDAT LAST' && reply.code !== 503) return '.'
      return commandFacts(unit.verb) ? (unit.verb as Answered) : '?'
    default:
      return '*'
  }
}

/** The recipients of the transaction that an exchange belongs to. */
export function recipientsAround(session: Session, exchange: Exchange): readonly Exchange[] {
  const transaction = historyOf(session).transactions.find(
    one => one.recipients.includes(exchange) || one.data === exchange || one.message === exchange,
  )
  return transaction?.recipients ?? []
}
