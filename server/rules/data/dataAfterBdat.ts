import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { isRefused } from '../../transcript/history.ts'
import { causeRule } from '../causeRule.ts'
import { relatedTo } from '../evidence/related.ts'

const last = { verb: 'BDAT', text: 'BDAT 0 LAST' }

/** DATA in a transaction that has begun with BDAT, or that announced BODY=BINARYMIME. */
export const dataAfterBdat = causeRule({
  cause: 'data-after-bdat',
  title: 'DATA after BDAT',
  fault: 'client',
  severity: 'error',
  references: [rfc(3030, '2'), rfc(3030, '3')],
  what: 'DATA in a transaction that has chunks, or whose MAIL said BODY=BINARYMIME.',
  why: 'A message goes by DATA or by BDAT, never by both, and a binary message only by BDAT. The server has to answer 503, and RSET is needed.',
  remedy: 'Send the whole message by BDAT or the whole message by DATA.',
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
C: DATA
S: 503 DATA after BDAT
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
C: BDAT 7
C: hello
S: 250 ok
C: BDAT 0 LAST
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  describe({ exchange, command, standing, repair }) {
    if (command.verb !== 'DATA') {
      return {
        message: l10n.t`DATA and ${command.verb} cannot be mixed in one transaction: send RSET first.`,
        related: [relatedTo(standing.transaction?.data ?? null, l10n.t`The transaction went by DATA here.`)],
      }
    }
    const isBinary = exchange.before.phase !== 'bdat'
    return {
      message: isBinary
        ? l10n.t`BODY=BINARYMIME needs BDAT; DATA gets 503, and RSET is needed.`
        : l10n.t`DATA and BDAT cannot be mixed in one message; DATA gets 503, and RSET is needed.`,
      related: [
        isBinary
          ? relatedTo(standing.transaction?.mail ?? null, l10n.t`BINARYMIME was announced here.`)
          : relatedTo(standing.firstChunk, l10n.t`The message had begun with BDAT here.`),
      ],
      fixes: () => [
        isBinary || !isRefused(exchange)
          ? null
          : repair.replaceCommand(l10n.t`Replace DATA by ${last.text}`, exchange, last),
      ],
    }
  },
})
