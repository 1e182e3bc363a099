import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import { relatedTo } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** A second greeting after the TLS handshake, while the client has not said anything yet. */
export const greetingAfterStarttls: Rule = {
  id: 'tls/greeting-after-starttls',
  title: 'Greeting after STARTTLS',
  fault: 'server',
  severity: 'warning',
  onlyWith: ['unasked'],
  references: [rfc(3207, '4.2')],
  what: 'A second 220 that the server sends by itself after the 220 to STARTTLS.',
  why: 'After the handshake the client speaks first. One that does not expect a greeting takes it for the reply to its EHLO, and every later reply for that to another command.',
  remedy: 'Send nothing after the handshake and wait for EHLO.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
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
    const starts = session.exchanges.filter(one => columnOfExchange(one) === 'STARTTLS')
    for (const reply of session.unasked) {
      const { phase } = reply.before
      if (reply.code !== 220 || (phase !== 'tls-handshake' && phase !== 'tls-ready')) continue
      const startTls = starts.findLast(one => one.line < reply.line) ?? null
      yield {
        span: reply.codeSpans[0],
        message: l10n.t`No greeting belongs behind the TLS handshake: the client speaks first, with EHLO.`,
        related: [relatedTo(startTls, l10n.t`TLS was started here.`)],
        fixes: () => [
          new Repair(session, dialect).removeReplies(l10n.t`Remove the second greeting`, [reply]),
        ],
      }
      return
    }
  },
}
