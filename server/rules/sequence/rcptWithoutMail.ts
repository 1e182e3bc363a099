import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'
import { insertMissingSteps, removeRefused } from '../repair/missingSteps.ts'

/** RCPT while no mail transaction is open. */
export const rcptWithoutMail = causeRule({
  cause: 'rcpt-without-mail',
  title: 'RCPT without MAIL',
  fault: 'client',
  severity: 'error',
  references: [rfc(5321, '3.3')],
  what: 'RCPT with no transaction open.',
  why: 'RCPT adds a recipient to the transaction that MAIL opens. RSET, a hello, STARTTLS and the end of a message close it.',
  remedy: 'Send MAIL FROM first.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: RCPT TO:<b@mx.example>
S: 503 5.5.1 need MAIL command
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 PIPELINING
C: MAIL FROM:<a@c.example>
C: RCPT TO:<b@mx.example>
S: 550 sender refused
S: 503 need MAIL command
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, standing, followers, repair }) {
    return {
      message: l10n.t`RCPT without an open transaction: send MAIL FROM first.`,
      related: [relatedTo(standing.end, l10n.t`This closed the transaction before.`)],
      fixes: () => [
        insertMissingSteps(session, exchange, repair, followers),
        removeRefused(exchange, repair, followers),
      ],
    }
  },
})
