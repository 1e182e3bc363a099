import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange, isRefused, standingAt } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { relatedTo } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** Whether the client starts over: the reply before was a refusal. */
function startsOver(session: Session, exchange: Exchange): boolean {
  const before = session.exchanges[exchange.index - 1]
  return before !== undefined && isRefused(before)
}

/** Whether something since the hello in force could be a reason to say it again. */
function hasReason(session: Session, exchange: Exchange, hello: Exchange): boolean {
  return session.exchanges
    .slice(hello.index + 1, exchange.index)
    .some(({ unit }) => unit.kind !== 'command' || /^(?:AUTH|XCLIENT|STARTTLS)$/.test(unit.verb))
}

/** EHLO or LHLO between transactions although the one before still counts. */
export const helloRepeated: Rule = {
  id: 'sequence/hello-repeated',
  title: 'EHLO repeated without need',
  fault: 'client',
  severity: 'hint',
  tag: 'unnecessary',
  references: [rfc(5321, '4.1.4'), rfc(5321, '4.1.1.5')],
  what: 'A second EHLO although the first is still valid.',
  why: 'A second hello is legal and works like RSET, but some servers (OpenSMTPD, qpsmtpd) answer it with 503.',
  remedy: 'Leave it out; say hello again only after STARTTLS.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
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
    for (const exchange of session.exchanges) {
      const { unit, before } = exchange
      if (unit.kind !== 'command' || before.phase !== 'ready' || before.hello !== unit.verb) continue
      if (unit.verb === 'HELO' || columnOfExchange(exchange) !== 'hello') continue
      const { hello } = standingAt(session, exchange)
      // Where it is refused it resets nothing, and `reply/repeated-hello-refused` has it.
      if (
        !hello ||
        isRefused(exchange) ||
        hasReason(session, exchange, hello) ||
        startsOver(session, exchange)
      )
        continue
      yield {
        span: unit.verbSpan,
        message: l10n.t`Hello repeated without need; it only resets the session.`,
        related: [relatedTo(hello, l10n.t`This hello is still in force.`)],
        fixes: () => [new Repair(session, dialect).remove(l10n.t`Remove this ${unit.verb}`, [exchange])],
      }
    }
  },
}
