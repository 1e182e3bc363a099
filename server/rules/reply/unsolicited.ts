import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Reply, Session } from '../../transcript/session.ts'
import { Repair } from '../repair/repair.ts'
import type { Report, Rule, RuleContext } from '../rule.ts'

/** Whether it may come without a command: a good-bye at any time (RFC 5321 section 3.8), anything where the text begins. */
function mayCome(reply: Reply, session: Session): boolean {
  const { phase } = reply.before
  if (
    reply.code === 421 ||
    reply.code === 221 ||
    phase === 'unknown' ||
    phase === 'connecting' ||
    phase === 'closed'
  )
    return true
  return !session.clientSpoke
}

function* check(session: Session, { dialect }: RuleContext): Generator<Report> {
  for (const reply of session.unasked) {
    if (mayCome(reply, session)) continue
    yield {
      span: reply.codeSpans[0],
      message: l10n.t`Nobody asked for this ${reply.code}: all commands before it have their replies.`,
      // What a tool printed the server did say.
      fixes: () =>
        dialect.isTyped
          ? [new Repair(session, dialect).removeReplies(l10n.t`Remove this reply`, [reply])]
          : [],
    }
  }
}

/** A reply more than there are commands, found by counting. Silent where the text begins in mid-session. */
export const unsolicited: Rule = {
  id: 'reply/unsolicited',
  title: 'Reply without a command',
  what: 'A reply that answers nothing: every command before it has its own.',
  why: 'Each command gets one reply. A client takes a surplus one for the answer to its next command, and every reply after it for the wrong one.',
  remedy:
    'Send one reply to each command; several lines of one reply have a hyphen behind the code on all but the last.',
  fault: 'server',
  severity: 'error',
  onlyWith: ['unasked'],
  references: [rfc(5321, '4.2')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
S: 421 mx.example.org closing connection, idle too long`,
  yieldsTo: [
    'reply/multiline-missing-hyphen',
    'lmtp/per-recipient-replies-in-smtp',
    'tls/greeting-after-starttls',
    'reply/before-end-of-data',
    'reply/421-but-session-continues',
  ],
  check,
}
