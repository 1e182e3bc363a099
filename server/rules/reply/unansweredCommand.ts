import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import type { Session } from '../../transcript/session.ts'
import { type MissingReply, missingReplies } from '../evidence/missingReplies.ts'
import { nameOf, spokenName } from '../evidence/names.ts'
import { placeOf } from '../evidence/places.ts'
import type { Report, Rule, RuleContext } from '../rule.ts'

/** Whether the text may simply end there: somebody types it, the connection is gone, or only QUIT waits. */
function mayEndThere(missing: MissingReply, session: Session, { dialect }: RuleContext): boolean {
  if (missing.isGivenUp || session.ending !== 'open') return true
  if (columnOfExchange(missing.exchange) === 'QUIT') return true
  return dialect.isTyped === true
}

function describe({ exchange, count, isAtEnd }: MissingReply): string {
  const { unit } = exchange
  const name = unit.kind === 'command' ? spokenName(unit.verb) : nameOf(exchange)
  if (isAtEnd) return l10n.t`The text ends without a reply to ${name}.`
  if (count === 1) return l10n.t`${name} got no reply: the next reply belongs to a later command.`
  return count === 2
    ? l10n.t`${name} got no reply: the next reply belongs to a later command, and 1 more reply is missing behind it.`
    : l10n.t`${name} got no reply: the next reply belongs to a later command, and ${count - 1} more replies are missing behind it.`
}

function* check(session: Session, context: RuleContext): Generator<Report> {
  for (const missing of missingReplies(session)) {
    const { exchange, isAtEnd, doubtful } = missing
    if (exchange.unit.kind === 'message' || (isAtEnd && mayEndThere(missing, session, context))) continue
    yield { span: placeOf(exchange), message: describe(missing), consequences: doubtful }
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
  onlyWith: ['unanswered'],
  references: [rfc(5321, '4.2'), rfc(2920, '3.1')],
  yieldsTo: ['data/bdat-size-mismatch'],
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
