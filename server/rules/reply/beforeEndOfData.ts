import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import { linesOfStrayContent, type StrayContent, strayContentBehind } from '../evidence/strayContent.ts'
import type { Report, Rule } from '../rule.ts'

/** The reply that came while mail data were under way; 421 may come at any time. */
function earlyReply({ unit, replies }: Exchange): Reply | null {
  if (unit.kind !== 'message' || unit.terminated) return null
  const reply = replies[0]
  return reply && reply.code !== 421 ? reply : null
}

function describe({ code }: Reply, { exchanges }: StrayContent): string {
  const isTakenForCommands = exchanges.some(({ reply }) => reply !== null && reply.code >= 500)
  if (code >= 300 && code < 400)
    return isTakenForCommands
      ? l10n.t`The server says ${code} a second time, while the client is sending the message, and takes the rest of the message for commands.`
      : l10n.t`The server says ${code} a second time, while the client is sending the message, and is a step ahead of the client from here on.`
  return isTakenForCommands
    ? l10n.t`The server answers ${code} before the message has ended with its dot, and takes the rest of the message for commands.`
    : l10n.t`The server answers ${code} before the message has ended with its dot, and is a step ahead of the client from here on.`
}

function reportOn(session: Session, exchange: Exchange): Report | null {
  const reply = earlyReply(exchange)
  if (!reply) return null
  const isBegun = exchange.unit.kind === 'message' && exchange.unit.lines > 0
  const content = strayContentBehind(session, exchange.index, isBegun)
  if (!content) return null
  const dot = content.exchanges.find(({ unit: one }) => one.kind === 'command' && one.text === '.')?.unit
  return {
    span: reply.codeSpans[0],
    message: describe(reply, content),
    related:
      dot?.kind === 'command' ? [{ span: dot.textSpan, message: l10n.t`The message ends only here.` }] : [],
    consequences: linesOfStrayContent(session, reply.line, content),
  }
}

/**
 * A reply while the client is still sending mail data. Only where the client goes on with them behind it: a tool may leave
 * the message or its final dot out. Silent on 421.
 */
export const beforeEndOfData: Rule = {
  id: 'reply/before-end-of-data',
  title: 'Reply before the end of the mail data',
  fault: 'server',
  severity: 'error',
  onlyWith: ['message'],
  references: [rfc(5321, '4.1.1.4'), rfc(5321, '3.3')],
  what: 'A reply that comes between 354 and the final dot, while the client is still sending the message.',
  why: 'Between 354 and the dot the server has only to listen. A client that gets an early 250 counts the message as delivered although it was cut short or never read; what it sends on is taken for commands, and every later reply belongs to something else.',
  remedy:
    'Read the mail data up to the line with a single dot, and only then answer, once. To break off earlier there is 421 and the end of the connection.',
  isOfOwnDialect: true,
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 250 recipient ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C: Subject: boats
S: 250 message taken
C: To: bob@example.org
S: 500 unknown command
C: .
S: 500 unknown command
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 250 recipient ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C: Subject: boats
S: 421 mx.example.org shutting down`,
  check(session) {
    return session.exchanges.flatMap(exchange => reportOn(session, exchange) ?? [])
  },
}
