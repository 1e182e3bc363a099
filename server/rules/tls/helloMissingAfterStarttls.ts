import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'
import { insertMissingSteps } from '../repair/missingSteps.ts'

/** After STARTTLS the client goes on as if its first EHLO still counted. */
export const helloMissingAfterStarttls = causeRule({
  cause: 'hello-missing-after-starttls',
  title: 'No EHLO after STARTTLS',
  fault: 'client',
  severity: 'error',
  references: [rfc(3207, '4.2')],
  what: 'A command that needs a hello right after the TLS handshake.',
  why: 'The TLS handshake throws away what was agreed in clear: the hello, the list of extensions, the authentication. A server that follows the RFC answers 503, and the old list may have been forged.',
  remedy: 'Send EHLO again after the handshake, and use only what the new reply announces.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: MAIL FROM:<a@c.example>
S: 503 5.5.1 send EHLO first
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ session, exchange, command, standing, followers, repair }) {
    const isLmtp = session.protocol === 'LMTP'
    const verb = isLmtp ? 'LHLO' : 'EHLO'
    return {
      message: l10n.t`STARTTLS reset the session: send ${verb} again before ${command.verb}.`,
      related: [relatedTo(standing.startTls, l10n.t`STARTTLS made the earlier hello void.`)],
      fixes: () => [insertMissingSteps(session, exchange, repair, followers)],
    }
  },
})
