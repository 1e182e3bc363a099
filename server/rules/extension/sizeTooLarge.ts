import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { type Announcement, extensionsAt, isEverAnnounced } from '../../transcript/announcements.ts'
import { chunkSize, parseCommandLine } from '../../transcript/commandLine.ts'
import { historyOf, isAccepted, type Transaction } from '../../transcript/history.ts'
import type { Exchange, Session, Span } from '../../transcript/session.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { pathParameters } from '../evidence/pathParameters.ts'
import type { Rule, RuleContext } from '../rule.ts'

/** The largest message that a server takes, and where it says so. */
interface Limit {
  readonly octets: number
  readonly announcement: Announcement
}

/** A message that is larger, or is said to be. */
interface TooLarge {
  readonly mail: Exchange
  /** What the server answered or should answer with a refusal. */
  readonly exchange: Exchange
  readonly octets: number
  readonly span: Span
  readonly limit: Limit
}

/** The limit that is in force; without a number, and with 0, there is none (RFC 1870 4). */
function limitAt(session: Session, exchange: Exchange): Limit | null {
  const announcement = extensionsAt(session, exchange)?.find('SIZE')
  if (!announcement || !/^\d+$/.test(announcement.parameters)) return null
  const octets = Number(announcement.parameters)
  return octets > 0 ? { octets, announcement } : null
}

function* declaredSizes(session: Session, context: RuleContext): Generator<TooLarge> {
  for (const { line, parameter, fault } of pathParameters(session, context)) {
    const { keyword, value } = parameter
    if (keyword !== 'SIZE' || fault !== null || value === null) continue
    const { exchange, said } = line
    const limit = limitAt(session, exchange)
    const octets = Number(value.text)
    if (!limit || octets <= limit.octets) continue
    yield { mail: exchange, exchange, octets, span: said.spanOf(value.start, value.end), limit }
  }
}

/** How large the message of a transaction was; null where it does not stand in the text as a whole. */
function sizeOf(session: Session, { mail, message }: Transaction): number | null {
  if (message?.unit.kind === 'message') {
    const { octets, elided, terminated } = message.unit
    return elided || !terminated ? null : octets
  }
  if (message === null) return null
  let octets = 0
  for (const { unit } of session.exchanges.slice(mail.index, message.index + 1)) {
    if (unit.kind === 'command') octets += chunkSize(parseCommandLine(`${unit.verb} ${unit.argument}`, 0))
  }
  return octets
}

function* actualSizes(session: Session): Generator<TooLarge> {
  for (const transaction of historyOf(session).transactions) {
    const { mail, data, message } = transaction
    if (!message || data?.unit.kind !== 'command' || !isAccepted(data)) continue
    const limit = limitAt(session, mail)
    const octets = sizeOf(session, transaction)
    if (limit === null || octets === null || octets <= limit.octets) continue
    yield { mail, exchange: message, octets, span: data.unit.verbSpan, limit }
  }
}

/** A message above the announced maximum: by what MAIL says with SIZE, or else by what was sent. */
export const sizeTooLarge: Rule = {
  id: 'extension/size-too-large',
  title: 'Message larger than the server takes',
  what: 'SIZE in MAIL, or a message, above the number that the server announced behind SIZE.',
  why: 'The server has said that it will not take so much: it answers 552, at best before the message is sent.',
  remedy: 'Send a smaller message, or a link instead of the attachment; nothing is gained by trying again.',
  fault: 'client',
  severity: 'warning',
  references: [rfc(1870, '4'), rfc(1870, '6.1')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 SIZE 1000
C: MAIL FROM:<anna@example.net> SIZE=5000
S: 552 5.3.4 Message size exceeds fixed limit
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 SIZE 0
C: MAIL FROM:<anna@example.net> SIZE=5000
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    if (!isEverAnnounced(session, 'SIZE')) return
    const declared = new Set<Exchange>()
    for (const found of [...declaredSizes(session, context), ...actualSizes(session)]) {
      const { mail, exchange, octets, span, limit } = found
      if (declared.has(mail)) continue
      declared.add(mail)
      yield {
        span,
        ...unlessTaken(
          exchange,
          l10n.t`The message has ${octets} octets, and the server takes ${limit.octets} at most`,
        ),
        related: [{ span: limit.announcement.span, message: l10n.t`The server announced its limit here.` }],
      }
    }
  },
}
