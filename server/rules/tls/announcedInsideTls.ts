import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { acceptedHellos, announcedBy } from '../../transcript/announcements.ts'
import { standingAt } from '../../transcript/history.ts'
import { isMarkedTls } from '../evidence/channel.ts'
import { relatedTo } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** An EHLO reply under TLS that offers STARTTLS. Reported once in a session; it harms only who takes the offer, so no more than a warning. */
export const announcedInsideTls: Rule = {
  id: 'tls/announced-inside-tls',
  title: 'STARTTLS offered inside of TLS',
  fault: 'server',
  severity: 'warning',
  references: [rfc(3207, '4.2')],
  what: 'STARTTLS in an EHLO reply while TLS is active.',
  why: 'Under TLS the server must not offer STARTTLS again. A client that takes the offer is refused, and may close the connection for that.',
  remedy: 'Leave STARTTLS out of the EHLO reply once TLS has started.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    for (const exchange of acceptedHellos(session)) {
      const { reply } = exchange
      if (!reply || (!reply.before.tls && !isMarkedTls(session, reply.line))) continue
      const offer = announcedBy(session, exchange).find(({ keyword }) => keyword === 'STARTTLS')
      if (!offer) continue
      const { startTls } = standingAt(session, exchange)
      yield {
        span: offer.keywordSpan,
        message: l10n.t`STARTTLS is offered although TLS is active already.`,
        related: [relatedTo(startTls, l10n.t`TLS was started here.`)],
        fixes: () => [
          new Repair(session, dialect).removeReplyLine(
            l10n.t`Remove the STARTTLS line`,
            reply,
            offer.span.line,
          ),
        ],
      }
      return
    }
  },
}
