import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'

/** Anything of the client's after QUIT on the same connection. */
export const commandAfterQuit = causeRule({
  cause: 'command-after-quit',
  title: 'Command after QUIT',
  fault: 'client',
  severity: 'error',
  references: [rfc(5321, '4.1.1.10'), rfc(5321, '4.1.4')],
  what: 'Any command after QUIT on the same connection.',
  why: 'QUIT ends the session: the server answers 221 and closes. What comes after it is lost.',
  remedy: 'Make QUIT the last command; open a new connection for more.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye
C: NOOP`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, standing, repair }) {
    const { quit } = standing
    const behind = session.exchanges.slice(exchange.index)
    return {
      message: l10n.t`QUIT must be the last command.`,
      related: [relatedTo(quit, l10n.t`QUIT ended the session here.`)],
      fixes: () => [
        quit && repair.moveToEnd(l10n.t`Move QUIT to the end of the session`, quit, behind),
        repair.remove(l10n.t`Remove what follows QUIT`, behind),
      ],
    }
  },
})
