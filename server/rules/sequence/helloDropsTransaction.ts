import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { acceptedBefore, columnOfExchange, standingAt } from '../../transcript/history.ts'
import { relatedTo } from '../evidence/related.ts'
import { rset } from '../repair/missingSteps.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

function messageOf(verb: string, recipients: number): string {
  return recipients === 1
    ? l10n.t`This ${verb} acts like RSET: MAIL and 1 accepted recipient are dropped.`
    : l10n.t`This ${verb} acts like RSET: MAIL and ${recipients} accepted recipients are dropped.`
}

/** EHLO, HELO or LHLO that was accepted while a transaction with recipients was open. */
export const helloDropsTransaction: Rule = {
  id: 'sequence/hello-drops-transaction',
  title: 'A hello that drops the transaction',
  fault: 'client',
  severity: 'warning',
  references: [rfc(5321, '4.1.4')],
  what: 'EHLO or HELO that is accepted while a transaction has recipients.',
  why: 'An accepted hello works like RSET: sender and recipients are forgotten, without a word.',
  remedy: 'Say hello once, at the beginning; use RSET to abort a transaction on purpose.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 250 ok
C: EHLO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 250 ok
C: RSET
S: 250 ok
C: EHLO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    for (const exchange of session.exchanges) {
      const { unit, reply, before } = exchange
      if (before.accepted === 0 || reply === null || reply.code >= 300) continue
      if (unit.kind !== 'command' || columnOfExchange(exchange) !== 'hello') continue
      const { transaction } = standingAt(session, exchange)
      const repair = new Repair(session, dialect)
      yield {
        span: unit.verbSpan,
        message: messageOf(unit.verb, acceptedBefore(session, exchange)),
        related: [relatedTo(transaction?.mail ?? null, l10n.t`The transaction that is dropped began here.`)],
        fixes: () =>
          before.hello === 'none'
            ? []
            : [repair.replaceCommand(l10n.t`Replace ${unit.verb} by RSET`, exchange, rset)],
      }
    }
  },
}
