import { rfc } from '../../protocol/references.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import type { Exchange, Session, Span } from '../../transcript/session.ts'
import { type MissingReply, missingReplies } from '../missingReplies.ts'
import { spokenName } from '../missingSteps.ts'
import type { Report, Rule, RuleContext } from '../rule.ts'

function spanOf({ unit }: Exchange): Span | null {
  if (unit.kind === 'command') return unit.verbSpan.end > unit.verbSpan.start ? unit.verbSpan : unit.textSpan
  if (unit.kind === 'auth-response') return unit.textSpan
  return null
}

function nameOf({ unit }: Exchange): string {
  if (unit.kind === 'command') return spokenName(unit.verb)
  return unit.kind === 'message' ? 'the end of the message' : 'the answer to the challenge'
}

/** Whether the text may simply end there: somebody types it, the connection is gone, or only QUIT waits. */
function mayEndThere(missing: MissingReply, session: Session, { dialect }: RuleContext): boolean {
  if (missing.isGivenUp || session.ending !== 'open') return true
  if (columnOfExchange(missing.exchange) === 'QUIT') return true
  return dialect.isTyped === true
}

function* check(session: Session, context: RuleContext): Generator<Report> {
  for (const missing of missingReplies(session)) {
    const { exchange, count, isAtEnd, doubtful } = missing
    const span = spanOf(exchange)
    if (!span || (isAtEnd && mayEndThere(missing, session, context))) continue
    const name = nameOf(exchange)
    const more = count > 1 ? `, and ${count - 1} more replies are missing behind it` : ''
    const message = isAtEnd
      ? `The text ends without a reply to ${name}.`
      : `${name} got no reply: the next reply belongs to a later command${more}.`
    yield { span, message, consequences: doubtful }
  }
}

/**
 * A command without a reply, found by counting. Silent at the end of a text that is being typed, and where the
 * connection broke off.
 */
export const unansweredCommand: Rule = {
  id: 'reply/unanswered-command',
  title: 'Command without a reply',
  what: 'There are fewer replies than commands, and the dialogue goes on or the record ends. The finding stands where the numbers part.',
  why: 'Each command gets one reply. A client that counts one short takes every later reply for the answer to the wrong command.',
  remedy:
    'Look for what swallowed the command or its reply: a server that failed, a proxy between the two, a record that is not complete.',
  fault: 'server',
  severity: 'warning',
  references: [rfc(5321, '4.2'), rfc(2920, '3.1')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 PIPELINING
C: MAIL FROM:<anna@example.net>
C: RCPT TO:<bob@example.org>
S: 250 ok
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  check,
}
