import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedToReply } from '../evidence/related.ts'
import { clientName } from '../repair/plausibleReplies.ts'

/** MAIL although the server refused every hello of this session. */
export const mailAfterRefusedHello = causeRule({
  cause: 'mail-after-refused-hello',
  title: 'MAIL after a refused EHLO or HELO',
  fault: 'client',
  severity: 'error',
  references: [rfc(5321, '3.2'), rfc(5321, '4.1.4')],
  what: 'MAIL although every hello so far was refused.',
  why: 'A refused hello leaves the session closed for mail. After 500 or 502 to EHLO a client falls back to HELO; after 501 it corrects its name; otherwise it quits.',
  remedy: 'Look at why the hello was refused, and send one that is accepted.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 502 not implemented
C: MAIL FROM:<a@c.example>
S: 503 bad sequence
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example
C: EHLO c.example
S: 502 not implemented
C: HELO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, command, standing, followers, repair }) {
    const code = exchange.before.refusedHello
    const hello = { verb: 'HELO', text: `HELO ${clientName(session)}` }
    return {
      message: l10n.t`The hello was refused (${code}); ${command.verb} cannot work before a hello is accepted.`,
      related: [relatedToReply(standing.hello?.reply, l10n.t`Here the hello was refused.`)],
      fixes: () => [
        repair.insertBefore(l10n.t`Insert HELO before ${command.verb}`, exchange, [hello], followers),
      ],
    }
  },
})
