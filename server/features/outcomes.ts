import { statusFacts } from '../protocol/statusFacts.ts'
import { historyOf, isAccepted, isRefused, standingAt, type Transaction } from '../transcript/history.ts'
import type { Exchange, Reply, Session } from '../transcript/session.ts'
import type { PlacedSession, Transcript } from '../transcript/transcript.ts'
import { explain450 } from './explain450.ts'
import { explain503 } from './explain503.ts'
import type { LineName } from './explanation.ts'
import type { ReplyPlace } from './replyPlace.ts'

/** How a transaction, or a session that never reached one, came out. */
export type Result = 'accepted' | 'partly' | 'deferred' | 'refused' | 'abandoned' | 'unknown'

/** One transaction's outcome: the reply that decided it, which is often not the last refusal. */
export interface Outcome {
  /** The number of the transaction in its session, from 1; null for a session that never reached one. */
  readonly transaction: number | null
  readonly result: Result
  readonly exchange: Exchange | null
  /** The decisive reply. */
  readonly reply: Reply | null
}

interface Decision {
  readonly result: Result
  readonly exchange: Exchange | null
  readonly reply: Reply | null
}

function refusalBy(exchange: Exchange): Decision {
  const { reply } = exchange
  return { result: (reply?.code ?? 0) >= 500 ? 'refused' : 'deferred', exchange, reply }
}

/** All recipients refused: what the refusals that leave hope say is the outcome. */
function refusalOfAll(recipients: readonly Exchange[]): Decision | null {
  const deferred = recipients.find(one => isRefused(one) && (one.reply?.code ?? 0) < 500)
  const first = deferred ?? recipients.find(isRefused)
  return first ? refusalBy(first) : null
}

function decisionOnMessage(transaction: Transaction, message: Exchange): Decision | null {
  const answers = message.replies.length > 0 ? message.replies : message.reply ? [message.reply] : []
  const first = answers[0]
  if (!first) return null
  const refusedAnswer = answers.find(reply => reply.code >= 400)
  if (refusedAnswer && answers.every(reply => reply.code >= 400)) {
    return {
      result: refusedAnswer.code >= 500 ? 'refused' : 'deferred',
      exchange: message,
      reply: refusedAnswer,
    }
  }
  const refusedRecipient = transaction.recipients.find(isRefused)
  if (refusedAnswer) return { result: 'partly', exchange: message, reply: refusedAnswer }
  if (refusedRecipient) return { result: 'partly', exchange: refusedRecipient, reply: refusedRecipient.reply }
  return { result: 'accepted', exchange: message, reply: first }
}

function decisionOn(transaction: Transaction): Decision {
  const { mail, recipients, data, message, end } = transaction
  const onMessage = message && decisionOnMessage(transaction, message)
  if (onMessage) return onMessage
  if (isRefused(mail)) return refusalBy(mail)
  const hasAccepted = recipients.some(one => isAccepted(one))
  const onRecipients = hasAccepted ? null : refusalOfAll(recipients)
  if (onRecipients) return onRecipients
  if (data && isRefused(data)) return refusalBy(data)
  // A message whose reply the text does not show may have been taken.
  const isOpen = end === null || message !== null
  return { result: isOpen ? 'unknown' : 'abandoned', exchange: null, reply: null }
}

/** A session without a transaction: what kept it from one. */
function decisionOnSession(session: Session): Decision {
  const { greeting } = session
  if (greeting && greeting.code >= 400) {
    return { result: greeting.code >= 500 ? 'refused' : 'deferred', exchange: null, reply: greeting }
  }
  const refused = session.exchanges.find(
    one =>
      isRefused(one) &&
      one.unit.kind !== 'tls' &&
      !(one.unit.kind === 'command' && /^(?:VRFY|EXPN|HELP|NOOP)$/.test(one.unit.verb)),
  )
  const hasFallback =
    refused &&
    session.exchanges
      .slice(refused.index + 1)
      .some(one => one.unit.kind === 'command' && one.unit.verb === 'HELO' && isAccepted(one))
  if (refused && !hasFallback) return refusalBy(refused)
  return { result: session.ending === 'open' ? 'unknown' : 'abandoned', exchange: null, reply: null }
}

/** One outcome for each transaction, and one for a session that never reached any. */
export function outcomesOf(session: Session): Outcome[] {
  const { transactions } = historyOf(session)
  if (transactions.length === 0) return [{ transaction: null, ...decisionOnSession(session) }]
  return transactions.map((transaction, index) => ({ transaction: index + 1, ...decisionOn(transaction) }))
}

/** What an outcome means, in one sentence; null where no reply decided it. */
export function explainOutcome(
  transcript: Transcript,
  placed: PlacedSession,
  outcome: Outcome,
): string | null {
  const { reply, exchange } = outcome
  const span = reply?.codeSpans[0]
  if (!reply || !span) return null
  const { session } = placed
  const standing = exchange && standingAt(session, exchange)
  const place: ReplyPlace = { placed, session, reply, exchange, standing, pointedAt: 'code', span }
  const name =
    (at: PlacedSession): LineName =>
    line =>
      `${at.startLine + line + 1}`
  if (reply.code === 450 || reply.code === 451) {
    const explained = explain450(transcript, place, name)
    if (reply.code === 450 || explained.cause === 'greylisting') return explained.here[0] ?? null
  }
  if (reply.code === 503) return explain503(place, name(placed)).here[0] ?? null
  const enhanced = reply.enhancedCode === null ? undefined : statusFacts(reply.enhancedCode)
  const facts = enhanced?.known ? enhanced : statusFacts(`${reply.code}`)
  return facts ? `${facts.name}.` : null
}
