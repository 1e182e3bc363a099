import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo, relatedToReply } from '../evidence/related.ts'
import { insertMissingSteps, removeRefused } from '../repair/missingSteps.ts'

/** DATA, BDAT or BURL while no mail transaction is open. */
export const dataWithoutMail = causeRule({
  cause: 'data-without-mail',
  title: 'DATA without MAIL and RCPT',
  fault: 'client',
  severity: 'error',
  references: [rfc(5321, '3.3'), rfc(5321, '4.1.4')],
  what: 'DATA or BDAT with no transaction open.',
  why: 'A message needs a transaction: MAIL for the sender, at least one accepted RCPT, then DATA.',
  remedy: 'Send MAIL FROM and RCPT TO first.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: DATA
S: 503 5.5.1 need MAIL command
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
C: hello
C: .
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, command, standing, followers, repair }) {
    const { verb } = command
    return {
      message: l10n.t`${verb} without MAIL and RCPT.`,
      related: [
        relatedToReply(standing.refusedMail?.reply, l10n.t`Here MAIL was refused.`),
        relatedTo(standing.end, l10n.t`This closed the transaction before.`),
      ],
      fixes: () => [
        insertMissingSteps(session, exchange, repair, followers),
        removeRefused(exchange, repair, followers),
      ],
    }
  },
})
