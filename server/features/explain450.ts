import * as l10n from '@vscode/l10n'
import {
  findReply450Cause,
  proofOf450,
  type Reply450,
  type Scope450Condition,
  scopes450,
} from '../protocol/causes/reply450.ts'
import { isOn } from '../protocol/causes/replyCause.ts'
import { answeredBy, textOf } from '../transcript/answered.ts'
import { parseCommandLine, pathOf } from '../transcript/commandLine.ts'
import { columnOfExchange, endsMessage, isAccepted, transactionOf } from '../transcript/history.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import type { Exchange, Session } from '../transcript/session.ts'
import { type Explanation, fillFirst, type LineName } from './explanation.ts'
import { markdownCode } from './markdown.ts'
import { type ReplyPlace, recipientsAround } from './replyPlace.ts'

/** The path of a MAIL or RCPT command, in lower case for comparison of domains; empty for others. */
function addressOf(exchange: Exchange): string {
  if (exchange.unit.kind !== 'command') return ''
  return pathOf(parseCommandLine(`${exchange.unit.verb} ${exchange.unit.argument}`, 0)).toLowerCase()
}

function senderOf(session: Session, recipient: Exchange): string {
  const transaction = transactionOf(session, recipient)
  return transaction ? addressOf(transaction.mail) : ''
}

interface LaterTry {
  readonly placed: PlacedSession
  readonly exchange: Exchange
}

/**
 * Later commands for the same recipient from the same sender, in this session and those behind it. Of a long log only
 * the sessions are put together that name the recipient.
 */
function* laterTries(
  sessions: readonly PlacedSession[],
  place: ReplyPlace,
  exchange: Exchange,
): Generator<LaterTry> {
  const sender = senderOf(place.session, exchange)
  const recipient = addressOf(exchange)
  if (recipient === '') return
  const named = new RegExp(recipient.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'i')
  for (const placed of sessions.slice(sessions.indexOf(place.placed))) {
    if (!placed.body.lines.texts.some(text => named.test(text))) continue
    for (const one of placed.session.exchanges) {
      if (placed === place.placed && one.index <= exchange.index) continue
      if (columnOfExchange(one) !== 'RCPT' || addressOf(one) !== recipient) continue
      if (senderOf(placed.session, one) === sender) yield { placed, exchange: one }
    }
  }
}

function isDeferred({ reply }: Exchange): boolean {
  return reply !== null && reply.code >= 400 && reply.code < 500
}

interface Scope {
  readonly condition: Scope450Condition
  /** The retry that the sentence speaks of. */
  readonly retry: LaterTry | null
}

function recipientScope(
  sessions: readonly PlacedSession[],
  place: ReplyPlace,
  exchange: Exchange,
): Scope | null {
  let tooEarly: LaterTry | null = null
  for (const one of laterTries(sessions, place, exchange)) {
    const { reply } = one.exchange
    if (reply !== null && isAccepted(one.exchange)) return { condition: 'accepted-later', retry: one }
    if (one.placed === place.placed && isDeferred(one.exchange)) tooEarly ??= one
  }
  if (tooEarly) return { condition: 'retried-in-same-session', retry: tooEarly }
  const recipients = recipientsAround(place.session, exchange)
  if (recipients.some(one => one.reply !== null && isAccepted(one)))
    return { condition: 'others-accepted', retry: null }
  // The transaction began before the text: nobody knows who else is in it.
  if (recipients.length === 0) return null
  const isLast = recipients.at(-1) === exchange
  return { condition: isLast ? 'last-recipient' : 'more-recipients-follow', retry: null }
}

function scopeOf(sessions: readonly PlacedSession[], place: ReplyPlace): Scope | null {
  const { exchange, session } = place
  if (!exchange) return null
  if (columnOfExchange(exchange) === 'RCPT') return recipientScope(sessions, place, exchange)
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
  scope: Scope | null,
  place: ReplyPlace,
  name: (placed: PlacedSession) => LineName,
): string {
  const row =
    scope && scopes450.find(one => one.condition === scope.condition && isOn(one, answeredBy(place)))
  if (!row) return ''
  const recipient = recipientOfReply(place)
  return fillFirst([row.text], {
    ...(scope.retry && { line: name(scope.retry.placed)(scope.retry.exchange.line) }),
    ...(recipient !== undefined && { recipient: markdownCode(recipient) }),
  })
}

function commandOf({ exchange }: ReplyPlace): string {
  return exchange?.unit.kind === 'command' ? exchange.unit.verb : l10n.t`the message`
}

function factsOf(place: ReplyPlace): Reply450 {
  const { reply } = place
  return { answered: answeredBy(place), text: textOf(reply), enhancedCode: reply.enhancedCode }
}

/** Enhanced status codes that servers choose for greylisting (RFC 6647 5 names 4.7.1; 4.2.0 is the default of others). */
const codesOfGreylisting: ReadonlySet<string | null> = new Set(['4.7.1', '4.2.0'])

/** What shows that it is greylisting, or leaves it open, and whether the text has a retry. */
function evidenceOf(
  facts: Reply450,
  cause: { readonly id: string },
  proof: ReturnType<typeof proofOf450>,
  scope: Scope | null,
): string[] {
  if (facts.answered !== 'RCPT' || (cause.id !== 'greylisting' && proof === 'wording')) return []
  const passed = scope?.condition === 'accepted-later'
  const isRetried = passed || scope?.condition === 'retried-in-same-session'
  const shown =
    cause.id === 'greylisting'
      ? l10n.t`Its wording shows that it is greylisting.`
      : passed
        ? l10n.t`Its wording does not speak of greylisting, but that the same was accepted later looks like it.`
        : codesOfGreylisting.has(facts.enhancedCode)
          ? l10n.t`Its wording does not speak of greylisting; the code ${facts.enhancedCode ?? ''} leaves it possible.`
          : null
  return [...(shown === null ? [] : [shown]), ...(isRetried ? [] : [l10n.t`This file shows no retry.`])]
}

/**
 * Why a 450 stands where it stands, and how far it reaches.
 *
 * @param sessions those of the text, in their order; a retry is looked for in them
 * @param name names the lines of a session for the reader
 */
export function explain450(
  sessions: readonly PlacedSession[],
  place: ReplyPlace,
  name: (placed: PlacedSession) => LineName,
): Explanation {
  const facts = factsOf(place)
  const cause = findReply450Cause(facts)
  const proof = proofOf450(cause, facts)
  const command = commandOf(place)
  const scope = scopeOf(sessions, place)
  const told = [
    fillFirst([cause.here], { command }),
    ...evidenceOf(facts, cause, proof, scope),
    scopeSentence(scope, place, name),
  ]
  return {
    cause: cause.id,
    here: told.filter(text => text !== ''),
    next: fillFirst([cause.next], { command }),
    isGuess: proof !== 'wording',
    fault: cause.fault,
    references: cause.references,
  }
}
