import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { historyOf } from '../../transcript/history.ts'
import { lastPlaceOf } from '../evidence/places.ts'
import { quit } from '../repair/missingSteps.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/**
 * A session that ends with the reply to a message, without QUIT. Silent where the text may simply end early:
 * in the middle of a transaction, before any, or with a command that waits for its reply.
 */
export const missingQuit: Rule = {
  id: 'sequence/missing-quit',
  title: 'Session without QUIT',
  fault: 'client',
  severity: 'information',
  onlyWith: ['message', 'bdat'],
  references: [rfc(5321, '4.1.4'), rfc(5321, '4.1.1.10')],
  what: 'A session that ends behind a message without QUIT.',
  why: 'A client that just goes away leaves the server with a half-open connection until its time-out, and looks like a failure in its log.',
  remedy: 'Send QUIT and wait for 221 before closing the connection.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 250 ok
C: DATA
S: 354 go
C: From: a@c.example
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C:
C: hello
C: .
S: 250 ok`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<a@c.example>
S: 250 ok
C: RCPT TO:<b@mx.example>
S: 250 ok
S: 421 mx.example shutting down`,
  *check(session, { dialect }) {
    const { greeting, after, ending, exchanges } = session
    if (greeting === null || ending !== 'open' || after.phase !== 'ready') return
    const last = exchanges.at(-1)
    const isDelivered = historyOf(session).transactions.some(
      ({ message }) => message !== null && message === last,
    )
    const isAnswered = last !== undefined && last.replies.length > 0
    const span = lastPlaceOf(session)
    if (!isDelivered || !isAnswered || !span) return
    yield {
      span,
      message: l10n.t`The session ends without QUIT.`,
      related: [],
      fixes: () => [new Repair(session, dialect).append(l10n.t`Append QUIT`, quit)],
    }
  },
}
