import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { historyOf, type Transaction } from '../../transcript/history.ts'
import type { Exchange, Session, Span } from '../../transcript/session.ts'
import { lastPlaceOf } from '../evidence/places.ts'
import { relatedTo } from '../evidence/related.ts'
import { insertRset } from '../repair/missingSteps.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

function isQuit(exchange: Exchange | null): boolean {
  return exchange?.unit.kind === 'command' && exchange.unit.verb === 'QUIT'
}

/** Where the client gave the transaction up: at QUIT, or where the next session begins; undefined where the text may end early. */
function givenUpAt(session: Session, transaction: Transaction, isLastSession: boolean): Span | undefined {
  const { end } = transaction
  if (end?.unit.kind === 'command' && isQuit(end)) return end.unit.verbSpan
  return end === null && session.ending === 'open' && !isLastSession ? lastPlaceOf(session) : undefined
}

/** Whether a recipient was accepted, as far as the text tells: in a script without replies it was. */
function wasAccepted(session: Session, recipient: Exchange): boolean {
  return recipient.reply === null ? !session.serverSpoke : recipient.reply.code < 400
}

/** A transaction with accepted recipients that ends without DATA ever being tried, as address probes do. */
export const transactionNotFinished: Rule = {
  id: 'sequence/transaction-not-finished',
  title: 'Transaction given up before DATA',
  fault: 'client',
  severity: 'information',
  onlyWith: ['path'],
  references: [rfc(5321, '4.1.1.10')],
  what: 'A transaction with recipients that is given up without DATA.',
  why: 'QUIT, and the end of the connection, drop an open transaction: its recipients get nothing. Typical of programs that only probe addresses.',
  remedy: 'Send DATA with the message, or RSET where the transaction was only a probe.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 550 no such user
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect, isLastSession }) {
    for (const transaction of historyOf(session).transactions) {
      if (transaction.data !== null) continue
      const accepted = transaction.recipients.filter(one => wasAccepted(session, one)).length
      if (accepted === 0) continue
      const span = givenUpAt(session, transaction, isLastSession)
      if (!span) continue
      const { end, mail } = transaction
      const repair = new Repair(session, dialect)
      yield {
        span,
        message:
          accepted === 1
            ? l10n.t`The transaction is dropped: nothing was sent to 1 accepted recipient.`
            : l10n.t`The transaction is dropped: nothing was sent to ${accepted} accepted recipients.`,
        related: [relatedTo(mail, l10n.t`The transaction began here.`)],
        fixes: () => [end && insertRset(end, repair)],
      }
    }
  },
}
