import * as l10n from '@vscode/l10n'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { announcedBy } from '../../transcript/announcements.ts'
import { dialogueWith } from '../../transcript/authDialogues.ts'
import {
  columnOfExchange,
  endsMessage,
  isAccepted,
  isRefused,
  transactionOf,
} from '../../transcript/history.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import { askedSentence, readChallenge, refusesToken } from '../challengeText.ts'
import type { LineName } from '../explanation.ts'
import { markdownCode } from '../markdown.ts'
import { type ReplyPlace, recipientsAround } from '../replyPlace.ts'
import { addressOf, deliverySentences, fateSentence } from './fateText.ts'

/** How many keywords or recipients a sentence lists. */
const shown = 12

function listed(names: readonly string[]): string {
  const list = names.slice(0, shown).map(markdownCode).join(', ')
  return names.length > shown ? l10n.t`${list} and ${names.length - shown} more` : list
}

function greetingSentences(session: Session, reply: Reply): string[] {
  if (reply.code >= 400) {
    return [l10n.t`The server takes no mail in this session: only QUIT makes sense behind this greeting.`]
  }
  const name = /^[^\s]+/.exec(reply.texts[0] ?? '')?.[0]
  const who = name === undefined ? [] : [l10n.t`The server is ready and calls itself ${markdownCode(name)}.`]
  const early = session.exchanges[0]?.line
  const isEarly = early !== undefined && early < reply.line
  return [...who, ...(isEarly ? [l10n.t`The client did not wait for this greeting.`] : [])]
}

function helloSentences(session: Session, hello: Exchange): string[] {
  if (isRefused(hello)) return []
  const keywords = announcedBy(session, hello).map(({ keyword }) => keyword)
  if (keywords.length === 0) return [l10n.t`The session is open; no extension may be used in it.`]
  const offer = l10n.t`The session is open, and the server offers ${listed(keywords)}.`
  const hasAuth = keywords.includes('AUTH')
  const hasTls = keywords.includes('STARTTLS')
  if (hello.before.tls) return [offer, l10n.t`TLS is active.`]
  return [
    offer,
    ...(hasTls && !hasAuth ? [l10n.t`A login may be offered only after STARTTLS and another EHLO.`] : []),
  ]
}

function messageSentences(session: Session, exchange: Exchange, reply: Reply, name: LineName): string[] {
  const transaction = transactionOf(session, exchange)
  return transaction ? deliverySentences(transaction, reply, name) : []
}

function recipientSentences(session: Session, exchange: Exchange, name: LineName): string[] {
  if (!isRefused(exchange)) return [fateSentence(session, exchange, name)].flatMap(one => one ?? [])
  const others = recipientsAround(session, exchange).filter(one => one !== exchange)
  if (others.length === 0) return [l10n.t`It was the only recipient: DATA makes no sense behind this.`]
  const accepted = others.filter(one => one.reply !== null && isAccepted(one)).length
  if (accepted === 0) return [l10n.t`No other recipient of this message was accepted either.`]
  return accepted === 1
    ? [l10n.t`One other recipient of this message was accepted; only this one is refused.`]
    : [l10n.t`${accepted} other recipients of this message were accepted; only this one is refused.`]
}

function loginSentences(session: Session, reply: Reply): string[] {
  const login = dialogueWith(session, reply)
  const mechanism = login && saslMechanismFacts(login.mechanism)?.name
  if (reply.code !== 235 || !login) return []
  return mechanism === undefined
    ? [l10n.t`The login succeeded; AUTH must not come a second time.`]
    : [l10n.t`The login with ${mechanism} succeeded; AUTH must not come a second time.`]
}

function challengeSentences(session: Session, reply: Reply): string[] {
  const challenge = readChallenge(session, reply)
  return challenge && !refusesToken(challenge) ? [askedSentence(challenge)] : []
}

function dataSentences(session: Session, exchange: Exchange, name: LineName): string[] {
  if (exchange.reply?.code !== 354) return []
  const message = transactionOf(session, exchange)?.message
  if (message?.unit.kind !== 'message' || message.unit.elided) {
    return [l10n.t`The server reads everything from here on as the message, up to a line with a single dot.`]
  }
  const { firstLine, lastLine, terminated } = message.unit
  return [
    terminated
      ? l10n.t`What stands from line ${name(firstLine)} to the single dot in line ${name(lastLine)} is the message.`
      : l10n.t`The message begins in line ${name(firstLine)}; the single dot that ends it is missing.`,
  ]
}

/** What a reply to this kind of command did in this session. */
function byCommand({ session, exchange, reply }: ReplyPlace, name: LineName): string[] {
  if (!exchange) return reply === session.greeting ? greetingSentences(session, reply) : []
  if (endsMessage(exchange)) return messageSentences(session, exchange, reply, name)
  switch (columnOfExchange(exchange)) {
    case 'hello':
      return helloSentences(session, exchange)
    case 'RCPT':
      return recipientSentences(session, exchange, name)
    case 'MAIL':
      return [
        isRefused(exchange)
          ? l10n.t`No transaction was opened: RCPT and DATA make no sense behind this.`
          : l10n.t`A transaction is open; bounces go to ${addressOf(exchange)}.`,
      ]
    case 'DATA':
      return dataSentences(session, exchange, name)
    case 'STARTTLS':
      return reply.code === 220
        ? [
            l10n.t`The TLS handshake comes next, and then another EHLO: what was said before no longer counts.`,
          ]
        : []
    default:
      return [...challengeSentences(session, reply), ...loginSentences(session, reply)]
  }
}

/** Clients that read only the first line of a greeting get out of step. */
function linesSentence({ session, reply }: ReplyPlace): string[] {
  const count = reply.codeSpans.length
  if (count < 2 || reply !== session.greeting) return []
  return [
    l10n.t`The greeting is one multi-line reply of ${count} lines: a client has to read on until the code has a space behind it, and only then send EHLO.`,
  ]
}

/** The first command that was sent behind a message before the reply to that had come, where nothing allows it (RFC 2920). */
export function impatience({ session, exchange, reply }: ReplyPlace): Exchange | null {
  if (exchange?.unit.kind !== 'message') return null
  const next = session.exchanges[exchange.index + 1]
  const isEarly = next?.unit.kind === 'command' && next.line < reply.line
  return isEarly && next.before.keywords?.includes('PIPELINING') !== true ? next : null
}

function impatienceSentence(place: ReplyPlace, name: LineName): string[] {
  const early = impatience(place)
  if (early?.unit.kind !== 'command') return []
  return [
    l10n.t`The client did not wait for this reply: it sent ${markdownCode(early.unit.verb)} in line ${name(early.line)} before.`,
  ]
}

/** What happened in the session by this reply, besides the reason of a refusal. */
export function replyContext(place: ReplyPlace, name: LineName): string[] {
  return [...byCommand(place, name), ...impatienceSentence(place, name), ...linesSentence(place)]
}
