import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'

/** BDAT after BDAT LAST without a new transaction. */
export const bdatAfterLast = causeRule({
  cause: 'bdat-after-last',
  title: 'BDAT after BDAT LAST',
  fault: 'client',
  severity: 'error',
  references: [rfc(3030, '2')],
  what: 'BDAT after the chunk that was marked LAST, without a new MAIL and RCPT.',
  why: 'LAST completes the message. What comes behind it belongs to no transaction; the server has to answer 503.',
  remedy: 'Mark only the final chunk with LAST; after a refusal send RSET and begin anew.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 CHUNKING
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 250 ok
C: BDAT 7 LAST
C: hello
S: 250 ok
C: BDAT 7 LAST
C: world
S: 503 no transaction
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 CHUNKING
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 250 ok
C: BDAT 7
C: hello
S: 250 ok
C: BDAT 7 LAST
C: world
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ standing }) {
    return {
      message: l10n.t`BDAT LAST had closed the message; start a new one with MAIL.`,
      related: [relatedTo(standing.chunk, l10n.t`The message was closed here.`)],
    }
  },
})
