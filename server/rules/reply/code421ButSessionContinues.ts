import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Reply, Session } from '../../transcript/session.ts'
import { relatedToReply } from '../evidence/related.ts'
import { answeredBy, answersIn, repliesIn } from '../evidence/replies.ts'
import { withCode } from '../repair/withCode.ts'
import type { Rule } from '../rule.ts'

/** The first 421 of the session that was said in front of something else. */
function firstFarewell(session: Session): Reply | undefined {
  let first: Reply | undefined
  for (const reply of repliesIn(session)) {
    if (reply.code === 421 && (first === undefined || reply.line < first.line)) first = reply
  }
  return first
}

/**
 * A server that announces with 421 that it closes the connection, and then answers what the client sends afterwards.
 * Silent on answers to what had been sent before, and where the farewell is only said again.
 */
export const code421ButSessionContinues: Rule = {
  id: 'reply/421-but-session-continues',
  title: '421 although the session goes on',
  fault: 'server',
  severity: 'information',
  onlyWith: ['objection'],
  references: [rfc(5321, '3.8'), rfc(5321, '4.2.3')],
  what: 'A server that says 421, which announces that it closes the connection, and goes on to answer commands.',
  why: 'A client that believes the code disconnects and has to come back with everything, though only one command was refused. Sendmail and aiosmtpd go on after a 421 of their own policy.',
  remedy:
    'Close the connection after 421. To refuse a single command for now, answer 450 or 451. A client does right to leave.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 421 4.3.0 busy, come back later
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 421 4.3.0 busy, come back later`,
  *check(session, context) {
    const farewell = firstFarewell(session)
    if (!farewell) return
    for (const answer of answersIn(session)) {
      const { exchange, reply } = answer
      if (exchange.line <= farewell.line || reply.code === 421) continue
      yield {
        span: farewell.codeSpans[0],
        message: l10n.t`421 announces that the connection is closed, but the server still answers ${answeredBy(answer)}; 450 or 451 refuses a single command.`,
        related: [relatedToReply(reply, l10n.t`The server goes on here.`)],
        fixes: () => withCode(farewell, 451, context),
      }
      return
    }
  },
}
