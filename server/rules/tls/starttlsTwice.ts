import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange, isAccepted, isMisplaced, isRefused } from '../../transcript/history.ts'
import type { Exchange } from '../../transcript/session.ts'
import { isUnderTls } from '../evidence/channel.ts'
import { relatedTo } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** STARTTLS inside of TLS. Silent on a second try after one that was refused. */
export const starttlsTwice: Rule = {
  id: 'tls/starttls-twice',
  title: 'STARTTLS inside of TLS',
  fault: 'client',
  severity: 'error',
  onlyWith: ['tls'],
  references: [rfc(3207, '4.2')],
  what: 'STARTTLS while TLS is active already.',
  why: 'TLS is not started inside of TLS. A server does not offer it there and refuses it with 503, 502 or 554.',
  remedy: 'Send STARTTLS only where the EHLO reply in force offers it, and never after TLS has started.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250 mx.example
C: STARTTLS
S: 554 5.5.1 TLS is active already
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: STARTTLS
S: 454 4.7.0 TLS not available just now
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    let first: Exchange | null = null
    for (const exchange of session.exchanges) {
      const { unit } = exchange
      if (columnOfExchange(exchange) !== 'STARTTLS' || unit.kind !== 'command') continue
      if (!isUnderTls(session, exchange)) {
        if (isAccepted(exchange)) first = exchange
        continue
      }
      if (isMisplaced(exchange)) continue
      yield {
        span: unit.verbSpan,
        message: l10n.t`TLS is active already: STARTTLS cannot start it again.`,
        related: [relatedTo(first, l10n.t`TLS was started here.`)],
        fixes: () =>
          isRefused(exchange)
            ? [new Repair(session, dialect).remove(l10n.t`Remove this STARTTLS`, [exchange])]
            : [],
      }
    }
  },
}
