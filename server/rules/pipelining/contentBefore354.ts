import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { endOfReply } from '../../transcript/exchangeLines.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import { contentsIn } from '../evidence/contents.ts'
import { relatedToReply } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, LineRange, Rule } from '../rule.ts'

/** From the message to the last reply in front of the client's next command: all of them answer what came too early. */
function linesOf(session: Session, message: Exchange): LineRange {
  const next = session.exchanges[message.index + 1]?.line ?? session.texts.length
  return { first: message.line, last: next - 1 }
}

function fixesOf(repair: Repair, message: Exchange, reply: Reply): Fix[] {
  if (reply.code !== 354) return []
  return [repair.move(l10n.t`Move the message behind the reply to DATA`, [message], endOfReply(reply) + 1)]
}

/** A message that is sent before the reply to DATA has come. */
export const contentBefore354: Rule = {
  id: 'pipelining/content-before-354',
  title: 'Message sent before the reply to DATA',
  fault: 'client',
  severity: 'error',
  onlyWith: ['message'],
  references: [rfc(2920, '3.1'), rfc(5321, '3.3')],
  what: 'Lines of a message behind DATA, before its reply has come.',
  why: 'DATA has to be the last command of a group because nobody knows whether it will be accepted. When it is not, the message is read as commands.',
  remedy: 'Wait for the reply to DATA, and send the message only after 354.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 PIPELINING
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
C: From: anna@example.net
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: See you at noon
C: .
S: 354 go ahead
S: 250 ok
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 PIPELINING
C: MAIL FROM:<anna@example.net>
C: RCPT TO:<bob@example.org>
C: DATA
S: 250 ok
S: 250 ok
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: See you at noon
C: .
C: QUIT
S: 250 ok
S: 221 bye`,
  isOfOwnDialect: true,
  *check(session, { dialect }) {
    for (const { exchange, unit, command } of contentsIn(session)) {
      const reply = command?.replies[0]
      if (unit.kind !== 'message' || unit.elided || !command || !reply) continue
      if (columnOfExchange(command) !== 'DATA' || reply.line < unit.firstLine) continue
      const line = unit.firstLine
      const text = session.texts[line] ?? ''
      const start = session.records[line]?.[0]?.start ?? 0
      const isRefused = reply.code >= 400
      yield {
        span: { line, start: Math.min(start, Math.max(0, text.length - 1)), end: text.length },
        message: isRefused
          ? l10n.t`The message is sent before the reply to DATA, which is ${reply.code}: the server reads it as commands.`
          : l10n.t`The message is sent before the reply to DATA has come: wait for 354.`,
        related: [
          relatedToReply(
            reply,
            isRefused ? l10n.t`Here DATA is refused.` : l10n.t`Here the server asks for the message.`,
          ),
        ],
        ...(isRefused && { consequences: linesOf(session, exchange) }),
        fixes: () => fixesOf(new Repair(session, dialect), exchange, reply),
      }
    }
  },
}
