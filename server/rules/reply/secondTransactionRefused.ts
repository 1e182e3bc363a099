import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { textOf } from '../../transcript/answered.ts'
import { couldStand, historyOf, type Transaction } from '../../transcript/history.ts'
import type { Reply, Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { relatedToReply } from '../evidence/related.ts'
import type { Report, Rule } from '../rule.ts'

/** The reply that accepted a transaction's message. */
function acceptanceOf({ message }: Transaction): Reply | null {
  return message?.replies.find(({ code }) => code < 300) ?? null
}

/** A limit or a judgement of its own: not the order is what the server minds. */
const otherReason =
  /\b(?:too many|limits?|rate|quota|max(?:imum)?|exceed(?:s|ed)?|spam|block(?:ed)?|policy|auth\w*|denied)\b/i
const speaksOfOrder =
  /\bsequence\b|\balready\b|\bnested\b|\bonly one\b|\bnot allowed (?:at this point|now|here)\b/i

/** The refusal of a MAIL that could stand there, for its place in the session. */
function refusalOf({ mail }: Transaction): Reply | null {
  const { reply } = mail
  if (!reply || reply.code < 500 || !couldStand(mail) || mail.before.phase !== 'ready') return null
  const text = textOf(reply)
  if (otherReason.test(text)) return null
  return reply.code === 503 || speaksOfOrder.test(text) ? reply : null
}

function* reports(session: Session): Generator<Report> {
  let accepted: Reply | null = null
  for (const transaction of historyOf(session).transactions) {
    const refusal = accepted && refusalOf(transaction)
    if (accepted && refusal) {
      yield {
        span: refusal.codeSpans[0],
        message: l10n.t`${refusal.code} refuses a second message on this connection, although the first one is complete and MAIL may begin another.`,
        related: [relatedToReply(accepted, l10n.t`This message was accepted, which ends its transaction.`)],
      }
    }
    accepted = acceptanceOf(transaction) ?? accepted
  }
}

/** MAIL refused as out of order after a finished message. Silent where the text speaks of a limit, a policy or a login. */
export const secondTransactionRefused: Rule = {
  id: 'reply/second-transaction-refused',
  title: 'Second message on a connection refused as out of order',
  fault: 'server',
  severity: 'information',
  onlyWith: ['refusal'],
  references: [rfc(5321, '4.1.4'), rfc(5321, '3.3')],
  what: 'MAIL answered with 503, or another refusal of its place, after a message that the server accepted in the same session.',
  why: 'A session may carry any number of messages, one after the other. A server that does not forget the first transaction loses time for clients that open a new connection for each message, and mail of those that do not.',
  remedy:
    'Close the transaction with the reply to the message, so that MAIL may follow. A client can send RSET before MAIL, or use a new connection for each message.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 250 recipient ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C:
C: The boats are in.
C: .
S: 250 message taken
C: MAIL FROM:<anna@example.net>
S: 503 sender already given
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 250 recipient ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C:
C: The boats are in.
C: .
S: 250 message taken
C: MAIL FROM:<anna@example.net>
S: 503 too many messages on this connection
C: QUIT
S: 221 mx.example.org closing`,
  check(session) {
    return asHabit(reports(session), l10n.t`Refused again.`)
  },
}
