import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { insertMissingSteps } from '../repair/missingSteps.ts'

/** MAIL although no EHLO or HELO was sent. Reported also where the server takes it, as Postfix does by default. */
export const mailBeforeHello = causeRule({
  cause: 'mail-before-hello',
  title: 'MAIL before EHLO or HELO',
  fault: 'client',
  severity: 'error',
  references: [rfc(5321, '4.1.1.1'), rfc(5321, '4.1.4')],
  what: 'MAIL before any hello.',
  why: 'A client has to introduce itself before it starts a mail transaction; many servers answer 503 without it.',
  remedy: 'Send EHLO, and HELO where it is refused, before the first MAIL.',
  example: `
S: 220 mx.example ESMTP
C: MAIL FROM:<a@c.example>
S: 503 5.5.1 send HELO/EHLO first
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, command, followers, repair }) {
    return {
      message: l10n.t`${command.verb} needs a successful EHLO or HELO first.`,
      fixes: () => [insertMissingSteps(session, exchange, repair, followers)],
    }
  },
})
