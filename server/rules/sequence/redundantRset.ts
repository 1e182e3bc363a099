import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** Whether there is nothing to reset, or the next command resets by itself. */
function isRedundant(session: Session, exchange: Exchange): boolean {
  const { phase, refusedMail } = exchange.before
  if ((phase === 'ready' && refusedMail === 0) || phase === 'greeted') return true
  const next = session.exchanges[exchange.index + 1]
  return next !== undefined && columnOfExchange(next) === 'hello'
}

/** RSET where nothing is to be reset. Off unless asked for: many clients send it between messages as a habit. */
export const redundantRset: Rule = {
  id: 'sequence/redundant-rset',
  title: 'RSET without effect',
  fault: 'client',
  severity: 'hint',
  tag: 'unnecessary',
  profile: 'strict',
  references: [rfc(5321, '4.1.1.5'), rfc(5321, '4.1.4')],
  what: 'RSET where there is nothing to reset.',
  why: 'RSET drops an open transaction. Where none is open, or where EHLO follows and resets by itself, it costs a round trip for nothing.',
  remedy: 'Leave it out.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    for (const exchange of session.exchanges) {
      const { unit } = exchange
      if (unit.kind !== 'command' || unit.verb !== 'RSET' || !isRedundant(session, exchange)) continue
      yield {
        span: unit.verbSpan,
        message: l10n.t`RSET has no effect here.`,
        related: [],
        fixes: () => [new Repair(session, dialect).remove(l10n.t`Remove this RSET`, [exchange])],
      }
    }
  },
}
