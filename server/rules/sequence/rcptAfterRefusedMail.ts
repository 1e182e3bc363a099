import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedToReply } from '../evidence/related.ts'
import { insertMissingSteps, removeRefused } from '../repair/missingSteps.ts'

/** RCPT although the client had already read that MAIL was refused. */
export const rcptAfterRefusedMail = causeRule({
  cause: 'rcpt-after-refused-mail',
  title: 'RCPT after a refused MAIL',
  fault: 'client',
  severity: 'warning',
  references: [rfc(5321, '3.3'), rfc(5321, '4.1.4')],
  what: 'RCPT although MAIL was refused and the client had read that.',
  why: 'A refused MAIL opens no transaction, so there is nothing to add a recipient to. What to do is in the reply to MAIL: try again later (4yz) or change the sender (5yz).',
  remedy: 'Stop after the refusal of MAIL; correct the sender, or come back later.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 451 4.3.0 try later
C: RCPT TO:<b@mx.example>
S: 503 5.5.1 need MAIL command
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 451 4.3.0 try later
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, standing, followers, repair }) {
    const { refusedMail } = standing
    return {
      message: l10n.t`MAIL was refused (${exchange.before.refusedMail}); RCPT cannot succeed before a MAIL is accepted.`,
      related: [relatedToReply(refusedMail?.reply, l10n.t`Here MAIL was refused.`)],
      fixes: () => [
        removeRefused(exchange, repair, followers),
        insertMissingSteps(session, exchange, repair, followers),
      ],
    }
  },
})
