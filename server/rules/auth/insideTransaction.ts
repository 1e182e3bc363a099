import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'
import { insertRset } from '../repair/missingSteps.ts'
import { transactionGoesOn } from '../repair/whatFollows.ts'

/** AUTH while a transaction is open. */
export const insideTransaction = causeRule({
  cause: 'auth-inside-transaction',
  title: 'AUTH inside a transaction',
  fault: 'client',
  severity: 'error',
  references: [rfc(4954, '4')],
  what: 'AUTH between MAIL and the end of its transaction.',
  why: 'AUTH must not be sent between MAIL and the end of the transaction; the server has to answer 503.',
  remedy: 'Log in right after EHLO, before the first MAIL.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 AUTH PLAIN
C: MAIL FROM:<a@c.example>
S: 250 ok
C: AUTH PLAIN ********
S: 503 MAIL transaction in progress
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 AUTH PLAIN
C: AUTH PLAIN ********
S: 235 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, standing, repair }) {
    return {
      message: l10n.t`AUTH is not allowed inside a transaction.`,
      related: [relatedTo(standing.transaction?.mail ?? null, l10n.t`The open transaction began here.`)],
      fixes: () => [transactionGoesOn(session, exchange) ? null : insertRset(exchange, repair)],
    }
  },
})
