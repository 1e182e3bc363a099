import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { acceptedBefore, isConfirmed } from '../../transcript/history.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'
import { insertRset } from '../repair/missingSteps.ts'
import { dependsOnOpenTransaction } from '../repair/whatFollows.ts'

function beginningOf(recipients: number): string {
  if (recipients === 0) return l10n.t`The open transaction began here; it has no accepted recipient.`
  return recipients === 1
    ? l10n.t`The open transaction began here; it has 1 accepted recipient.`
    : l10n.t`The open transaction began here; it has ${recipients} accepted recipients.`
}

/** MAIL while a transaction is open. Reported also where the server takes it and drops the first, as qmail and Haraka do. */
export const nestedMail = causeRule({
  cause: 'nested-mail',
  title: 'MAIL inside a transaction',
  fault: 'client',
  severity: 'error',
  references: [rfc(5321, '4.1.4')],
  what: 'MAIL while a transaction is open.',
  why: 'One transaction has to end before the next begins, by DATA or by RSET. A server answers 503, or silently drops the first.',
  remedy: 'Finish the open transaction with DATA, or abort it with RSET.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 250 ok
C: MAIL FROM:<x@c.example>
S: 503 5.5.1 nested MAIL command
C: RSET
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
S: 250 ok
C: DATA
S: 354 go
C: From: a@c.example
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C:
C: hello
C: .
S: 250 ok
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, command, standing, repair }) {
    const mail = standing.transaction?.mail ?? null
    const { verb } = command
    return {
      message: l10n.t`A transaction is already open: send RSET before a new ${verb}.`,
      related: [relatedTo(mail, beginningOf(acceptedBefore(session, exchange)))],
      fixes: () => [
        dependsOnOpenTransaction(session, exchange) ? null : insertRset(exchange, repair),
        isConfirmed(exchange) ? null : repair.remove(l10n.t`Remove this ${verb}`, [exchange]),
      ],
    }
  },
})
