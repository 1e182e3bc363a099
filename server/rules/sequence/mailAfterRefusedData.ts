import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo, relatedToReply } from '../evidence/related.ts'
import { insertRset } from '../repair/missingSteps.ts'
import { dependsOnOpenTransaction } from '../repair/whatFollows.ts'

/** MAIL after DATA was refused before 354, which leaves the transaction open. */
export const mailAfterRefusedData = causeRule({
  cause: 'mail-after-refused-data',
  title: 'MAIL after a refused DATA',
  fault: 'client',
  severity: 'warning',
  references: [rfc(5321, '4.1.4'), rfc(5321, '4.1.1.5')],
  what: 'MAIL after DATA was refused, while the transaction is still open.',
  why: 'Only the reply after the final dot ends a transaction. When DATA itself is refused, sender and recipients stay, and the next MAIL is a nested one.',
  remedy: 'Send RSET before the next MAIL.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 250 ok
C: DATA
S: 451 4.3.0 try again later
C: MAIL FROM:<a@c.example>
S: 503 nested MAIL command
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
C: DATA
S: 354 go
C: From: a@c.example
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C:
C: spam
C: .
S: 554 rejected
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, command, standing, repair }) {
    const { verb } = command
    return {
      message: l10n.t`DATA was refused, but the transaction is still open; RSET is needed before the next ${verb}.`,
      related: [
        relatedToReply(standing.refusedData?.reply, l10n.t`Here DATA was refused.`),
        relatedTo(standing.transaction?.mail ?? null, l10n.t`The open transaction began here.`),
      ],
      fixes: () => [dependsOnOpenTransaction(session, exchange) ? null : insertRset(exchange, repair)],
    }
  },
})
