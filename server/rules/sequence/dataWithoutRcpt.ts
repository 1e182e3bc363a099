import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'
import { rcptTo, removeRefused } from '../repair/missingSteps.ts'

/** DATA, BDAT or BURL in a transaction in which the client named no recipient at all. */
export const dataWithoutRcpt = causeRule({
  cause: 'data-without-rcpt',
  title: 'DATA without RCPT',
  fault: 'client',
  severity: 'error',
  references: [rfc(5321, '3.3')],
  what: 'DATA or BDAT in a transaction for which no recipient was named.',
  why: 'The server has nobody to deliver to. It answers 503 or 554, and the transaction stays open.',
  remedy: 'Send at least one RCPT TO between MAIL and DATA.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: DATA
S: 503 5.5.1 need RCPT command
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 PIPELINING
C: MAIL FROM:<a@c.example>
C: RCPT TO:<b@mx.example>
C: DATA
S: 250 ok
S: 550 no such user
S: 554 no valid recipients
C: QUIT
S: 221 mx.example bye`,
  describe({ exchange, command, standing, repair }) {
    return {
      message: l10n.t`No recipient: send at least one RCPT TO before ${command.verb}.`,
      related: [relatedTo(standing.transaction?.mail ?? null, l10n.t`MAIL opened the transaction here.`)],
      fixes: () => [
        repair.insertBefore(l10n.t`Insert RCPT TO before ${command.verb}`, exchange, [rcptTo]),
        removeRefused(exchange, repair, []),
      ],
    }
  },
})
