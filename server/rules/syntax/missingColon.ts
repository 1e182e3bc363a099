import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { pathFindings } from '../evidence/pathFindings.ts'
import { replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** FROM or TO without its colon. */
export const missingColon: Rule = {
  id: 'syntax/missing-colon',
  title: 'No colon behind FROM or TO',
  what: '`MAIL FROM` or `RCPT TO` with the address, and no colon between.',
  why: 'The colon is part of the command. Next to no server takes the command without it: most answer 501, some 500.',
  remedy: 'Write `MAIL FROM:<address>` and `RCPT TO:<address>`, without a space around the colon.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['odd-path'],
  standsAlone: true,
  references: [rfc(5321, '4.1.1.2'), rfc(5321, '4.1.1.3')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM <anna@example.net>
S: 501 5.5.4 Syntax: MAIL FROM:<address>
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { line, found } of pathFindings(session, context, 'no-colon')) {
      const { exchange, said, verb, keyword, parts } = line
      const gap = said.spanOf(found.end, parts.path?.start ?? found.end)
      yield {
        span: said.spanOf(found.start, found.end),
        ...unlessTaken(exchange, l10n.t`A colon is missing: the command is ${verb} ${keyword}:<address>`),
        fixes: () => [safeFixOf(l10n.t`Insert the colon behind ${keyword}`, replaceAt(gap, ':'))],
      }
    }
  },
}
