import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { endOfReply } from '../../transcript/exchangeLines.ts'
import { columnOfExchange, isAccepted } from '../../transcript/history.ts'
import type { CommandUnit, Exchange, Reply, Session } from '../../transcript/session.ts'
import { relatedTo } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** Commands that stand between STARTTLS and the reply to it. */
function tooEarly(session: Session, startTls: Exchange, reply: Reply): (Exchange & { unit: CommandUnit })[] {
  const found: (Exchange & { unit: CommandUnit })[] = []
  for (let index = startTls.index + 1; index < session.exchanges.length; index++) {
    const exchange = session.exchanges[index]
    // What stands behind another STARTTLS is looked at there.
    if (!exchange || exchange.line > reply.line || columnOfExchange(exchange) === 'STARTTLS') break
    const { unit } = exchange
    if (unit.kind === 'command') found.push({ ...exchange, unit })
  }
  return found
}

/** Anything the client sends between STARTTLS and its reply. Silent where the text has no reply: a script of the client's side shows no waiting. */
export const dataBeforeHandshake: Rule = {
  id: 'tls/data-before-handshake',
  title: 'Command between STARTTLS and its reply',
  fault: 'client',
  severity: 'error',
  onlyWith: ['tls'],
  references: [rfc(3207, '4'), rfc(2920, '3.1')],
  what: 'A command that is sent before the server has answered STARTTLS.',
  why: 'Behind STARTTLS comes the TLS handshake. What is sent in clear before it breaks the handshake, or is carried out under TLS as if it were protected: the way in which attackers slip commands into a session.',
  remedy:
    'Make STARTTLS the last command of a pipelined group; wait for 220, do the handshake, and send EHLO.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250-PIPELINING
S: 250 STARTTLS
C: STARTTLS
C: EHLO c.example
S: 220 go ahead
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250-PIPELINING
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    for (const exchange of session.exchanges) {
      const { reply, verdict } = exchange
      if (columnOfExchange(exchange) !== 'STARTTLS' || !reply || verdict.sequence === 'out-of-sequence')
        continue
      const early = tooEarly(session, exchange, reply)
      const [first] = early
      if (!first) continue
      const isOnlyHello = early.length === 1 && columnOfExchange(first) === 'hello'
      yield {
        span: first.unit.verbSpan,
        severity: isAccepted(exchange) ? 'error' : 'warning',
        message: l10n.t`${first.unit.verb} is sent before STARTTLS is answered: nothing may come between it and the handshake.`,
        related: [relatedTo(exchange, l10n.t`The server has not answered this yet.`)],
        consequences: { first: first.line, last: early.at(-1)?.line ?? first.line },
        fixes: () => {
          const behind = endOfReply(reply) + 1
          const title = l10n.t`Move ${first.unit.verb} behind the reply to STARTTLS`
          return isOnlyHello ? [new Repair(session, dialect).moveCommands(title, early, behind)] : []
        },
      }
    }
  },
}
