import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { standingAt } from '../../transcript/history.ts'
import { relatedTo } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** HELO that was accepted although EHLO had been, so that what EHLO announced counts no more. */
export const heloClearsExtensions: Rule = {
  id: 'sequence/helo-clears-extensions',
  title: 'HELO after EHLO',
  fault: 'client',
  severity: 'information',
  references: [rfc(5321, '3.2'), rfc(5321, '4.1.1.1')],
  what: 'HELO after an EHLO that was accepted.',
  why: 'HELO asks for SMTP without extensions. STARTTLS, AUTH, SIZE and the rest must not be used after it.',
  remedy: 'Use EHLO alone; HELO is for servers that refuse EHLO.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 PIPELINING
C: HELO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example
C: EHLO c.example
S: 500 what?
C: HELO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    for (const exchange of session.exchanges) {
      const { unit, reply, before } = exchange
      if (unit.kind !== 'command' || unit.verb !== 'HELO' || before.hello !== 'EHLO') continue
      if (reply === null || reply.code >= 300) continue
      const { hello } = standingAt(session, exchange)
      yield {
        span: unit.verbSpan,
        message: l10n.t`HELO after EHLO: the announced extensions are no longer available.`,
        related: [relatedTo(hello, l10n.t`EHLO was accepted here.`)],
        fixes: () => [new Repair(session, dialect).remove(l10n.t`Remove this HELO`, [exchange])],
      }
    }
  },
}
