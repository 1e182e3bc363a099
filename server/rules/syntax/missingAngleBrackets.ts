import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { pathFindings } from '../evidence/pathFindings.ts'
import { replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** An address of MAIL or RCPT that has no angle brackets at all; what is wrong with the address itself is told apart. */
export const missingAngleBrackets: Rule = {
  id: 'syntax/missing-angle-brackets',
  title: 'Address without angle brackets',
  what: 'An address in MAIL or RCPT without `<` and `>` around it.',
  why: 'The brackets show where the address ends and the parameters begin. Some servers read it without them, others answer 501, 553 or 554.',
  remedy: 'Put the address into angle brackets: `MAIL FROM:<anna@example.net>`.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['odd-path'],
  standsAlone: true,
  references: [rfc(5321, '4.1.2'), rfc(5321, '3.3')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:anna@example.net
S: 501 5.5.4 Syntax: MAIL FROM:<address>
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { line, found } of pathFindings(session, context, 'no-brackets')) {
      const { exchange, said } = line
      const address = said.payload.slice(found.start, found.end)
      const span = said.spanOf(found.start, found.end)
      yield {
        span,
        ...unlessTaken(exchange, l10n.t`The address has to stand in angle brackets: <${address}>`),
        fixes: () => [
          safeFixOf(
            l10n.t`Put the address into angle brackets`,
            replaceAt({ ...span, end: span.start }, '<'),
            replaceAt({ ...span, start: span.end }, '>'),
          ),
        ],
      }
    }
  },
}
