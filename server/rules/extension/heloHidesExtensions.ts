import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Exchange } from '../../transcript/session.ts'
import { demandOf } from '../evidence/demands.ts'
import { heloBefore } from '../evidence/heloAlone.ts'
import { relatedTo } from '../evidence/related.ts'
import type { Rule } from '../rule.ts'

/** The keyword of what the server wants and only EHLO would have offered; null where that is not the matter. */
function lacks({ reply }: Exchange, demand: ReturnType<typeof demandOf>): string | null {
  if (reply === null || reply.code < 400) return null
  if (demand === 'authentication') return 'AUTH'
  return demand === 'tls' ? 'STARTTLS' : null
}

/**
 * HELO, and then the session lacks what only EHLO can bring. Reported at the HELO, for the first refusal. Silent where
 * EHLO was tried before: then the server left no choice.
 */
export const heloHidesExtensions: Rule = {
  id: 'extension/helo-hides-extensions',
  title: 'HELO where an extension is needed',
  fault: 'client',
  severity: 'information',
  onlyWith: ['refusal'],
  references: [rfc(5321, '3.2'), rfc(5321, '2.2.1')],
  what: 'HELO without a try of EHLO before, in a session in which the server wants a login or TLS.',
  why: 'Only in its reply to EHLO does a server offer extensions, and many allow their use only then. Behind HELO there is no login and no TLS.',
  remedy: 'Greet with EHLO, and fall back to HELO only where EHLO is refused.',
  example: `
S: 220 submit.example ESMTP
C: HELO c.example
S: 250 submit.example
C: MAIL FROM:<anna@c.example>
S: 530 5.7.0 Authentication required
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example SMTP
C: EHLO c.example
S: 502 not implemented
C: HELO c.example
S: 250 submit.example
C: MAIL FROM:<anna@c.example>
S: 530 5.7.0 Authentication required
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    for (const exchange of session.exchanges) {
      const lack = exchange.before.hello === 'HELO' ? lacks(exchange, demandOf(exchange)) : null
      if (lack === null) continue
      const helo = heloBefore(session, exchange)
      if (helo?.unit.kind !== 'command') continue
      yield {
        span: helo.unit.verbSpan,
        message: l10n.t`HELO asks for no extensions: greet with EHLO to get ${lack}, which the server wants here.`,
        related: [relatedTo(exchange, l10n.t`Refused for want of it.`)],
      }
      return
    }
  },
}
