import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { pathFindings } from '../evidence/pathFindings.ts'
import { replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** White space before or behind the colon of `MAIL FROM:` and `RCPT TO:`; behind the path it is where parameters begin. */
export const spaceAroundColon: Rule = {
  id: 'syntax/space-around-colon',
  title: 'Space around the colon of MAIL FROM or RCPT TO',
  what: 'White space before or behind the colon in `MAIL FROM:` or `RCPT TO:`.',
  why: 'The grammar has none there. Most servers overlook it, as so many clients write it; the strict ones answer 501.',
  remedy: 'Write the address directly behind the colon: `MAIL FROM:<address>`.',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['odd-path'],
  standsAlone: true,
  references: [rfc(5321, '3.3'), rfc(5321, '4.1.1.2')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM: <anna@example.net>
S: 501 5.5.4 Invalid arguments
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 8BITMIME
C: MAIL FROM:<anna@example.net> BODY=8BITMIME
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { line, found } of pathFindings(session, context, 'space')) {
      const { exchange, said, keyword, verb } = line
      const span = said.spanOf(found.start, found.end)
      yield {
        span,
        ...unlessTaken(exchange, l10n.t`No space may stand around the colon of ${verb} ${keyword}`),
        fixes: () => [
          safeFixOf(
            l10n.t`Remove the space around the colon`,
            replaceAt(span, said.payload.slice(found.start, found.end).replaceAll(/\s/g, '')),
          ),
        ],
      }
    }
  },
}
