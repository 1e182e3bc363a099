import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import { causeRule } from '../causeRule.ts'
import { relatedToReply } from '../evidence/related.ts'
import { insertRset } from '../repair/missingSteps.ts'

/** After a refused chunk the client goes on without RSET. */
export const commandAfterFailedBdat = causeRule({
  cause: 'command-after-failed-bdat',
  title: 'No RSET after a refused chunk',
  fault: 'client',
  severity: 'error',
  references: [rfc(3030, '2')],
  what: 'Any command but RSET, EHLO or QUIT after a chunk was refused, when the client had read the refusal.',
  why: 'When a chunk is refused the message has failed. The client must send RSET before anything else.',
  remedy: 'Send RSET after a refused chunk, then begin the transaction anew.',
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
S: 552 too large
C: MAIL FROM:<a@c.example>
S: 503 only RSET accepted
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
S: 552 too large
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ exchange, standing, followers, repair }) {
    return {
      message: l10n.t`A chunk was refused: send RSET before anything else.`,
      related: [relatedToReply(standing.chunk?.reply, l10n.t`This chunk was refused.`)],
      fixes: () => [columnOfExchange(exchange) === 'MAIL' ? insertRset(exchange, repair, followers) : null],
    }
  },
})
