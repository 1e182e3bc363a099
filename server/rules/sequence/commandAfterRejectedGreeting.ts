import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedToReply } from '../evidence/related.ts'
import { quit } from '../repair/missingSteps.ts'

/** A command other than QUIT after a greeting that refused the session. */
export const commandAfterRejectedGreeting = causeRule({
  cause: 'command-after-rejected-greeting',
  title: 'Command after a refusing greeting',
  fault: 'client',
  severity: 'warning',
  references: [rfc(5321, '3.1'), rfc(7504, '3')],
  what: 'A command other than QUIT after a greeting that refuses the session.',
  why: 'A greeting of 554 or 521 means no service in this session. The server answers everything but QUIT with 503; the reason is in its greeting.',
  remedy: 'Send QUIT, and read in the greeting why this client is not wanted.',
  example: `
S: 554 mx.example no SMTP service here
C: EHLO c.example
S: 503 bad sequence
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 554 mx.example no SMTP service here
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, followers, repair }) {
    const rejected = [exchange, ...followers]
    const hasQuit = session.exchanges.some(({ unit }) => unit.kind === 'command' && unit.verb === 'QUIT')
    return {
      message: l10n.t`The server refused service (${session.greeting?.code ?? '5yz'}); only QUIT makes sense.`,
      related: [relatedToReply(session.greeting, l10n.t`The greeting refused the session.`)],
      fixes: () => [
        hasQuit
          ? repair.remove(l10n.t`Remove what the server will not serve`, rejected)
          : followers.length === 0
            ? repair.replaceCommand(l10n.t`Replace the command by QUIT`, exchange, quit)
            : null,
      ],
    }
  },
})
