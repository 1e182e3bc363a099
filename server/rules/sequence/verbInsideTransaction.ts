import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'
import { insertRset } from '../repair/missingSteps.ts'
import { transactionGoesOn } from '../repair/whatFollows.ts'

/** ETRN, ATRN, TURN, XCLIENT or XFORWARD while a transaction is open. */
export const verbInsideTransaction = causeRule({
  cause: 'verb-inside-transaction',
  title: 'ETRN, XCLIENT or their like inside a transaction',
  fault: 'client',
  severity: 'error',
  references: [rfc(1985, '5')],
  what: 'ETRN, ATRN, XCLIENT or XFORWARD between MAIL and the end of its transaction.',
  why: 'These commands change what a session is about, so they stand between transactions, not inside one.',
  remedy: 'Send it between transactions.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 ETRN
C: MAIL FROM:<a@c.example>
S: 250 ok
C: ETRN c.example
S: 503 MAIL transaction in progress
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 ETRN
C: ETRN c.example
S: 250 queuing started
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, command, standing, repair }) {
    const { verb } = command
    return {
      message: l10n.t`${verb} is not allowed between MAIL and the end of the transaction.`,
      related: [relatedTo(standing.transaction?.mail ?? null, l10n.t`The open transaction began here.`)],
      fixes: () => [
        transactionGoesOn(session, exchange)
          ? repair.remove(l10n.t`Remove this ${verb}`, [exchange])
          : insertRset(exchange, repair),
      ],
    }
  },
})
