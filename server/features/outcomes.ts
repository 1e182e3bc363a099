import { statusFacts } from '../protocol/statusFacts.ts'
import {
  columnOfExchange,
  endsMessage,
  historyOf,
  isAccepted,
  isRefused,
  type Transaction,
} from '../transcript/history.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import { remembered } from '../transcript/remembered.ts'
import type { Exchange, Reply, Session } from '../transcript/session.ts'
import { explainReply } from './explainReply.ts'
import type { LineName } from './explanation.ts'
import { placeOfReply } from './replyPlace.ts'

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
  return { result: resultOf(reply?.code ?? 0), exchange, reply }
}

/** A server that greets with 4yz or 5yz takes no mail in this session (RFC 5321 section 3.1). */
function refusalByGreeting({ greeting }: Session): Decision | null {
  if (!greeting || greeting.code < 400) return null
  return { result: resultOf(greeting.code), exchange: null, reply: greeting }
}

/** All recipients refused: what the refusals that leave hope say is the outcome. */
function refusalOfAll(recipients: readonly Exchange[]): Decision | null {
  const deferred = recipients.find(one => isRefused(one) && (one.reply?.code ?? 0) < 500)
  const first = deferred ?? recipients.find(isRefused)
  return first ? refusalBy(first) : null
}

function decisionOnMessage(transaction: Transaction, message: Exchange): Decision | null {
  const { replies } = message
  const [first] = replies
  if (!first) return null
  const refusedAnswer = replies.find(reply => reply.code >= 400)
  if (refusedAnswer && replies.every(reply => reply.code >= 400)) {
    return { result: resultOf(refusedAnswer.code), exchange: message, reply: refusedAnswer }
  }
  const refusedRecipient = transaction.recipients.find(isRefused)
  if (refusedAnswer) return { result: 'partly', exchange: message, reply: refusedAnswer }
  if (refusedRecipient) return { result: 'partly', exchange: refusedRecipient, reply: refusedRecipient.reply }
  return { result: 'accepted', exchange: message, reply: first }
}

/** All replies of a session, in the order of the text. */
function allReplies({ exchanges, unasked }: Session): Decision[] {
  const asked = exchanges.flatMap(exchange => exchange.replies.map(reply => ({ exchange, reply })))
  const others = unasked.map(reply => ({ exchange: null, reply }))
  return [...asked, ...others]
    .sort((a, b) => a.reply.line - b.reply.line)
    .map(one => ({ ...one, result: 'deferred' }))
}

/** The server's 421 in the middle of a transaction: the client has to come back with it (RFC 5321 3.8). */
function farewellIn(session: Session, { mail, end }: Transaction): Decision | undefined {
  const last = end?.line ?? Number.POSITIVE_INFINITY
  return allReplies(session).find(
    ({ reply }) => reply?.code === 421 && reply.line > mail.line && (reply.line < last || end === null),
  )
}

/** The first refusal after which the transaction could not succeed any more decides; what only follows from it does not. */
function decisionOn(session: Session, transaction: Transaction): Decision {
  const { mail, recipients, message, refusal, end } = transaction
  const onGreeting = refusalByGreeting(session)
  if (onGreeting) return onGreeting
  if (isRefused(mail)) return refusalBy(mail)
  const hasAccepted = recipients.some(one => isAccepted(one))
  const onRecipients = hasAccepted ? null : refusalOfAll(recipients)
  if (onRecipients) return onRecipients
  if (refusal && !message?.replies.some(reply => reply.code < 400)) return refusalBy(refusal)
  const onMessage = message && decisionOnMessage(transaction, message)
  if (onMessage) return onMessage
  const farewell = farewellIn(session, transaction)
  if (farewell) return farewell
  // RFC 5321 3.8: a client whose connection is lost has to try again.
  if (end === null && session.ending === 'lost') return { result: 'deferred', exchange: null, reply: null }
  // A message whose reply the text does not show may have been taken.
  const isOpen = end === null || message !== null
  return { result: isOpen ? 'unknown' : 'abandoned', exchange: null, reply: null }
}

function resultOf(code: number): Result {
  return code >= 500 ? 'refused' : code >= 400 ? 'deferred' : 'accepted'
}

/** Commands whose refusal keeps nobody from sending mail. */
const harmless = /^(?:inquiry|RSET|ETRN|other|QUIT)$/

/** The first refusal that no later success of the same command made good. */
function standingRefusal({ exchanges }: Session): Exchange | undefined {
  const kindOf = (exchange: Exchange) =>
    exchange.unit.kind === 'auth-response' ? 'AUTH' : (columnOfExchange(exchange) ?? 'other')
  return exchanges.find((one, index) => {
    if (!isRefused(one) || harmless.test(kindOf(one))) return false
    const later = exchanges.slice(index + 1)
    return !later.some(next => kindOf(next) === kindOf(one) && next.reply !== null && next.reply.code < 300)
  })
}

/** A session without a transaction: what kept it from one, or what became of a message whose begin is not in the text. */
function decisionOnSession(session: Session): Decision {
  const onGreeting = refusalByGreeting(session)
  if (onGreeting) return onGreeting
  const message = session.exchanges.find(one => endsMessage(one) && one.replies.length > 0)
  const onMessage = message?.replies[0]
  if (message && onMessage) return { result: resultOf(onMessage.code), exchange: message, reply: onMessage }
  const refused = standingRefusal(session)
  if (refused) return refusalBy(refused)
  const farewell = allReplies(session).find(({ reply }) => reply?.code === 421)
  if (farewell) return farewell
  return { result: session.ending === 'open' ? 'unknown' : 'abandoned', exchange: null, reply: null }
}

function decideAll(session: Session): Outcome[] {
  const { transactions } = historyOf(session)
  if (transactions.length === 0) return [{ transaction: null, ...decisionOnSession(session) }]
  return transactions.map((transaction, index) => ({
    transaction: index + 1,
    ...decisionOn(session, transaction),
  }))
}

/** One outcome for each transaction, and one for a session that never reached any; worked out when somebody first asks. */
export const outcomesOf = remembered(decideAll)

/** What an outcome means, in one sentence; null where no reply decided it. */
export function explainOutcome(placed: PlacedSession, { exchange, reply }: Outcome): string | null {
  if (!reply) return null
  const name =
    (at: PlacedSession): LineName =>
    line =>
      `${lineInText(at, line) + 1}`
  const [told] = explainReply([placed], placeOfReply(placed, exchange, reply), name)?.here ?? []
  if (told !== undefined) return told
  const enhanced = reply.enhancedCode === null ? undefined : statusFacts(reply.enhancedCode)
  const facts = enhanced?.known ? enhanced : statusFacts(`${reply.code}`)
  return facts ? `${facts.name}.` : null
}
