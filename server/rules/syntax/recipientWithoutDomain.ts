import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { pathFindings } from '../evidence/pathFindings.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** An address without @ and domain, in RCPT or MAIL. `RCPT TO:<postmaster>`, in any case, may stand so. */
export const recipientWithoutDomain: Rule = {
  id: 'syntax/recipient-without-domain',
  title: 'Address without a domain',
  what: 'An address in RCPT or MAIL that is only a local-part. In RCPT `<postmaster>` is the exception.',
  why: 'Each server that takes it adds a domain of its own, if it does not answer 501 or 550; reports about the message then go to somebody else.',
  remedy: 'Write the whole address, with the domain.',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['odd-path'],
  standsAlone: true,
  references: [rfc(5321, '2.3.5'), rfc(5321, '4.1.1.3')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob>
S: 501 5.1.3 need a domain
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<Postmaster>
S: 550 nobody there
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { line, found } of pathFindings(session, context, 'no-domain')) {
      const { said, verb, exchange } = line
      const span = said.spanOf(found.start, found.end)
      yield {
        span,
        ...unlessTaken(
          exchange,
          verb === 'RCPT'
            ? l10n.t`The address has no domain; only <postmaster> may stand alone`
            : l10n.t`The address has no domain`,
        ),
        fixes: () => [
          fixOf(l10n.t`Append @example.org`, replaceAt({ ...span, start: span.end }, '@example.org', 1)),
        ],
      }
    }
  },
}
