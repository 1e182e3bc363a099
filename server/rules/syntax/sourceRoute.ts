import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { pathLines } from '../evidence/pathFindings.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** A path with a route: `<@relay.example:bob@example.org>`. */
export const sourceRoute: Rule = {
  id: 'syntax/source-route',
  title: 'Source route',
  what: 'A path in MAIL or RCPT that begins with the hosts on the way, as in `<@relay.example:bob@example.org>`.',
  why: 'Nobody routes mail so any more: servers strip the route, or refuse it as an attempt at relaying.',
  remedy: 'Leave the route out; the address alone says where the message goes.',
  fault: 'client',
  severity: 'information',
  tag: 'deprecated',
  onlyWith: ['odd-path'],
  references: [rfc(5321, '4.1.1.3'), rfc(5321, 'C'), rfc(5321, 'F.2')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<@relay.example:anna@example.net>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<"@relay.example:anna"@example.net>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { said, address, path } of pathLines(session, context)) {
      const route = path?.sourceRoute
      if (!address || !route) continue
      const span = said.spanOf(address.start + route.start, address.start + route.end)
      yield {
        span,
        message: l10n.t`Source routes are obsolete: servers strip them or refuse the address.`,
        fixes: () => [fixOf(l10n.t`Remove the route`, replaceAt(span, ''))],
      }
    }
  },
}
