import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'

/** RCPT between the chunks of a message. */
export const rcptAfterBdat = causeRule({
  cause: 'rcpt-after-bdat',
  title: 'RCPT after BDAT',
  fault: 'client',
  severity: 'error',
  references: [rfc(3030, '2')],
  what: 'RCPT between the chunks of a message.',
  why: 'All recipients have to be named before the first chunk of a message is sent.',
  remedy: 'Name all recipients before the first BDAT.',
  example: `
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
C: RCPT TO:<d@mx.example>
S: 503 RCPT after BDAT
C: RSET
S: 250 ok
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
C: RCPT TO:<d@mx.example>
S: 250 ok
C: BDAT 7 LAST
C: hello
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ exchange, standing, followers, repair }) {
    return {
      message: l10n.t`RCPT between chunks: name all recipients before the first BDAT.`,
      related: [relatedTo(standing.firstChunk, l10n.t`The message had begun here.`)],
      fixes: () => [repair.remove(l10n.t`Remove RCPT TO, which comes too late`, [exchange, ...followers])],
    }
  },
})
