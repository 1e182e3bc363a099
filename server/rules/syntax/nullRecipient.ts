import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { pathFindings } from '../evidence/pathFindings.ts'
import type { Rule } from '../rule.ts'

/** `RCPT TO:<>`: nobody is no recipient. */
export const nullRecipient: Rule = {
  id: 'syntax/null-recipient',
  title: 'RCPT TO:<>',
  what: '`RCPT TO` with an empty path.',
  why: 'Only a sender may be empty, in reports that nobody should answer. A message for nobody cannot be delivered: the server answers 501 or 553.',
  remedy: 'Name a recipient; where the address comes from a list, leave its empty lines out.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['odd-path'],
  standsAlone: true,
  mayFollowFix: true,
  references: [rfc(5321, '4.1.1.3'), rfc(5321, '4.1.2')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<>
S: 501 5.1.3 Bad recipient address syntax
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<>
S: 250 ok
C: RCPT TO:<anna@example.org>
S: 550 no such user
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { line, found } of pathFindings(session, context, 'null-path')) {
      yield {
        span: line.said.spanOf(found.start, found.end),
        ...unlessTaken(line.exchange, l10n.t`RCPT needs a recipient: the empty path is for MAIL FROM only`),
      }
    }
  },
}
