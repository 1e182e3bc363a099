import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'

/** AUTH after an AUTH that succeeded. */
export const alreadyAuthenticated = causeRule({
  cause: 'already-authenticated',
  title: 'AUTH a second time',
  fault: 'client',
  severity: 'error',
  references: [rfc(4954, '4')],
  what: 'AUTH after an AUTH that succeeded, with no STARTTLS in between.',
  why: 'After a successful AUTH no other may follow in the session; the server has to answer 503. Only STARTTLS makes the first one void.',
  remedy: 'Leave the second AUTH out; to change the user, open a new connection.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 AUTH EXTERNAL
C: AUTH EXTERNAL =
S: 235 ok
C: AUTH EXTERNAL =
S: 503 already authenticated
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 AUTH EXTERNAL
C: AUTH EXTERNAL =
S: 454 4.7.0 try again
C: AUTH EXTERNAL =
S: 235 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ exchange, standing, repair }) {
    const isAnsweredAtOnce = exchange.reply !== null && exchange.reply.code !== 334
    return {
      message: l10n.t`The session is already authenticated; a second AUTH gets 503.`,
      related: [relatedTo(standing.auth, l10n.t`This AUTH succeeded.`)],
      fixes: () => [isAnsweredAtOnce ? repair.remove(l10n.t`Remove this AUTH`, [exchange]) : null],
    }
  },
})
