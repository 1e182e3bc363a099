import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange, isRefused } from '../../transcript/history.ts'
import { relatedToReply } from '../evidence/related.ts'
import { strayContentBehind } from '../evidence/strayContent.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** A message that is sent although DATA was refused. What is sent before the reply is another rule's. */
export const sentWithout354: Rule = {
  id: 'data/sent-without-354',
  title: 'Message sent although DATA was refused',
  fault: 'client',
  severity: 'error',
  onlyWith: ['refusal'],
  references: [rfc(5321, '3.3'), rfc(5321, '4.1.1.4')],
  what: 'Lines of a message behind a DATA that was answered with 4yz or 5yz.',
  why: 'Only 354 makes a server take what follows as a message. Without it every line is read as a command: at best it is refused, at worst it does something.',
  remedy: 'Send the message only after 354; after a refusal send RSET or QUIT.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 451 try again later
C: Subject: lunch
S: 500 unknown command
C: At noon?
S: 500 unknown command
C: .
S: 500 unknown command
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 451 try again later
C: RSET
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  yieldsTo: ['pipelining/content-before-354'],
  *check(session, { dialect }) {
    for (const exchange of session.exchanges) {
      const { reply } = exchange
      if (columnOfExchange(exchange) !== 'DATA' || !reply || !isRefused(exchange)) continue
      const stray = strayContentBehind(session, exchange.index)
      const first = stray?.exchanges[0].unit
      if (!stray || (first?.kind !== 'command' && first?.kind !== 'auth-response')) continue
      const { textSpan } = first
      const isBlank = textSpan.start === textSpan.end
      yield {
        span: isBlank ? { ...textSpan, start: 0, end: session.texts[textSpan.line]?.length ?? 0 } : textSpan,
        message: l10n.t`DATA was refused (${reply.code}), yet the message is sent: the server reads its lines as commands.`,
        related: [relatedToReply(reply, l10n.t`Here DATA was refused.`)],
        consequences: stray.lines,
        fixes: () => [
          new Repair(session, dialect).remove(
            l10n.t`Remove the message that was not asked for`,
            stray.exchanges,
          ),
        ],
      }
    }
  },
}
