import * as l10n from '@vscode/l10n'
import type { Phase } from '../../protocol/phases.ts'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange, isAccepted, standingAt } from '../../transcript/history.ts'
import { relatedTo } from '../evidence/related.ts'
import { insertRset } from '../repair/missingSteps.ts'
import { Repair } from '../repair/repair.ts'
import { transactionGoesOn } from '../repair/whatFollows.ts'
import type { Rule } from '../rule.ts'

const open: ReadonlySet<Phase> = new Set<Phase>(['mail', 'rcpt', 'data-rejected', 'bdat'])

/** STARTTLS while a transaction is open: Sendmail and OpenSMTPD answer 503, Postfix and Exim take it and drop the transaction. */
export const starttlsInsideTransaction: Rule = {
  id: 'tls/starttls-inside-transaction',
  title: 'STARTTLS inside a transaction',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['tls'],
  references: [rfc(3207, '4.2'), rfc(3207, '4')],
  what: 'STARTTLS between MAIL and the end of its transaction.',
  why: 'TLS puts the session back to its beginning, so that the sender and the recipients that were accepted are gone, if the server takes the command at all.',
  remedy: 'Send STARTTLS right after EHLO, before the first MAIL.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: MAIL FROM:<anna@c.example>
S: 250 ok
C: STARTTLS
S: 503 not inside a transaction
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    for (const exchange of session.exchanges) {
      const { unit, before } = exchange
      if (columnOfExchange(exchange) !== 'STARTTLS' || unit.kind !== 'command') continue
      if (!open.has(before.phase) || before.tls) continue
      const { transaction } = standingAt(session, exchange)
      const isDropped = exchange.reply !== null && isAccepted(exchange)
      yield {
        span: unit.verbSpan,
        message: isDropped
          ? l10n.t`STARTTLS drops the open transaction: it has to begin again with MAIL.`
          : l10n.t`STARTTLS has no place inside a transaction.`,
        related: [relatedTo(transaction?.mail ?? null, l10n.t`The open transaction began here.`)],
        fixes: () =>
          transactionGoesOn(session, exchange) ? [] : [insertRset(exchange, new Repair(session, dialect))],
      }
    }
  },
}
