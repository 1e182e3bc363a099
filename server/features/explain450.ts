import { findReply450Cause, type Scope450Condition, scopes450 } from '../protocol/causes/reply450.ts'
import { isOn } from '../protocol/causes/replyCause.ts'
import { answeredBy, textOf } from '../transcript/answered.ts'
import { parseCommandLine, pathOf } from '../transcript/commandLine.ts'
import { columnOfExchange, endsMessage, historyOf, isAccepted } from '../transcript/history.ts'
import type { Exchange, Session } from '../transcript/session.ts'
import type { PlacedSession, Transcript } from '../transcript/transcript.ts'
import { type Explanation, fillFirst, type LineName } from './explanation.ts'
import { markdownCode } from './markdown.ts'
import { type ReplyPlace, recipientsAround } from './replyPlace.ts'

/** The path of a MAIL or RCPT command, in lower case for comparison of domains; empty for others. */
function addressOf(exchange: Exchange): string {
  if (exchange.unit.kind !== 'command') return ''
  return pathOf(parseCommandLine(`${exchange.unit.verb} ${exchange.unit.argument}`, 0)).toLowerCase()
}

function senderOf(session: Session, recipient: Exchange): string {
  const transaction = historyOf(session).transactions.find(one => one.recipients.includes(recipient))
  return transaction ? addressOf(transaction.mail) : ''
}

interface LaterTry {
  readonly placed: PlacedSession
  readonly exchange: Exchange
}

/** Later commands for the same recipient from the same sender, in this session and those behind it. */
function laterTries(transcript: Transcript, place: ReplyPlace, exchange: Exchange): LaterTry[] {
  const sender = senderOf(place.session, exchange)
  const recipient = addressOf(exchange)
  if (recipient === '') return []
  const behind = transcript.sessions.slice(transcript.sessions.indexOf(place.placed))
  return behind.flatMap(placed =>
    placed.session.exchanges
      .filter(one => placed !== place.placed || one.index > exchange.index)
      .filter(one => columnOfExchange(one) === 'RCPT' && addressOf(one) === recipient)
      .filter(one => senderOf(placed.session, one) === sender)
      .map(one => ({ placed, exchange: one })),
  )
}

function isDeferred({ reply }: Exchange): boolean {
  return reply !== null && reply.code >= 400 && reply.code < 500
}

interface Scope {
  readonly condition: Scope450Condition
  /** The retry that the sentence speaks of. */
  readonly retry: LaterTry | null
}

function recipientScope(transcript: Transcript, place: ReplyPlace, exchange: Exchange): Scope | null {
  const tries = laterTries(transcript, place, exchange)
  const accepted = tries.find(one => one.exchange.reply !== null && isAccepted(one.exchange))
  if (accepted) return { condition: 'accepted-later', retry: accepted }
  const tooEarly = tries.find(one => one.placed === place.placed && isDeferred(one.exchange))
  if (tooEarly) return { condition: 'retried-in-same-session', retry: tooEarly }
  const recipients = recipientsAround(place.session, exchange)
  if (recipients.some(one => one.reply !== null && isAccepted(one)))
    return { condition: 'others-accepted', retry: null }
  // The transaction began before the text: nobody knows who else is in it.
  if (recipients.length === 0) return null
  const isLast = recipients.at(-1) === exchange
  return { condition: isLast ? 'last-recipient' : 'more-recipients-follow', retry: null }
}

function scopeOf(transcript: Transcript, place: ReplyPlace): Scope | null {
  const { exchange, session } = place
  if (!exchange) return null
  if (columnOfExchange(exchange) === 'RCPT') return recipientScope(transcript, place, exchange)
  if (answeredBy(place) !== '.') return null
  if (exchange.unit.kind !== 'message' && session.protocol !== 'LMTP') {
    return { condition: 'message-chunked', retry: null }
  }
  return { condition: session.protocol === 'LMTP' ? 'message-lmtp' : 'message-smtp', retry: null }
}

/** In LMTP the n-th reply to a message is for the n-th accepted recipient (RFC 2033 section 4.2). */
function recipientOfReply({ session, exchange, reply }: ReplyPlace): string | undefined {
  if (!exchange || session.protocol !== 'LMTP' || !endsMessage(exchange)) return undefined
  const accepted = recipientsAround(session, exchange).filter(isAccepted)
  const recipient = accepted[exchange.replies.indexOf(reply)]
  return recipient && addressOf(recipient)
}

function scopeSentence(
  transcript: Transcript,
  place: ReplyPlace,
  name: (placed: PlacedSession) => LineName,
): string {
  const scope = scopeOf(transcript, place)
  const row =
    scope && scopes450.find(one => one.condition === scope.condition && isOn(one, answeredBy(place)))
  if (!row) return ''
  const recipient = recipientOfReply(place)
  return fillFirst([row.text], {
    ...(scope.retry && { line: name(scope.retry.placed)(scope.retry.exchange.line) }),
    ...(recipient !== undefined && { recipient: markdownCode(recipient) }),
  })
}

/** What a deferral says by its wording, its codes and its command, in one sentence. */
export function reasonFor450(place: ReplyPlace): { readonly cause: string; readonly sentence: string } {
  const cause = causeOf(place)
  return { cause: cause.id, sentence: fillFirst([cause.here], { command: commandOf(place) }) }
}

function commandOf({ exchange }: ReplyPlace): string {
  return exchange?.unit.kind === 'command' ? exchange.unit.verb : 'the message'
}

function causeOf(place: ReplyPlace) {
  return findReply450Cause({
    answered: answeredBy(place),
    text: textOf(place.reply),
    enhancedCode: place.reply.enhancedCode,
  })
}

/** Why a 450 stands where it stands, and how far it reaches. `name` names the lines of a session for the reader. */
export function explain450(
  transcript: Transcript,
  place: ReplyPlace,
  name: (placed: PlacedSession) => LineName,
): Explanation {
  const cause = causeOf(place)
  const command = commandOf(place)
  return {
    cause: cause.id,
    here: [fillFirst([cause.here], { command }), scopeSentence(transcript, place, name)].filter(
      text => text !== '',
    ),
    next: fillFirst([cause.next], { command }),
    fault: cause.fault,
    references: cause.references,
  }
}
