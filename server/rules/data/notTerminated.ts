import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { lineEndFacts } from '../../transcript/lineEndFacts.ts'
import { looksLikeCommand } from '../../transcript/payload.ts'
import { contentSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { ContentUnit, Exchange, Reply, Session } from '../../transcript/session.ts'
import { contentsIn } from '../evidence/contents.ts'
import { strayContentBehind } from '../evidence/strayContent.ts'
import { acceptance } from '../repair/plausibleReplies.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, Report, Rule } from '../rule.ts'

/** The last line of a message, and the first of the commands that are part of it only because the dot is missing. */
function endOf(session: Session, unit: ContentUnit): { last: SaidLine | null; command: SaidLine | null } {
  let last: SaidLine | null = null
  let command: SaidLine | null = null
  for (const said of contentSaid(session, unit)) {
    if (!looksLikeCommand(said.payload)) {
      last = said
      command = null
    } else command ??= said
  }
  return { last, command }
}

/** Whether the server gave up waiting: it closes the connection, or says that it takes too long. */
function gaveUp(session: Session, { index }: Exchange, reply: Reply): boolean {
  if (reply.code === 421) return true
  const isLast = index === session.exchanges.length - 1
  return reply.code >= 400 && (isLast || reply.texts.some(text => /time[d\s-]*out/i.test(text)))
}

function fixOf(session: Session, dialect: Dialect, exchange: Exchange, unit: ContentUnit): Fix[] {
  const { last, command } = endOf(session, unit)
  const repair = new Repair(session, dialect)
  const line = command ? command.line : (last?.line ?? unit.lastLine) + 1
  const dot = ['client', '.'] as const
  const answered = command ? [dot, ['server', acceptance(session, 'DATA')] as const] : [dot]
  return [repair.insertSaid(l10n.t`Insert the line with the final dot`, line, answered, exchange)]
}

function report(session: Session, dialect: Dialect, exchange: Exchange, unit: ContentUnit): Report | null {
  const [reply] = exchange.replies
  if (!reply || gaveUp(session, exchange, reply)) return null
  const [code] = reply.codeSpans
  const { last, command } = endOf(session, unit)
  const verbEnd = command?.payload.search(/\s|$/) ?? 0
  const lastSpan = last && last.payload.trim() !== '' ? last.spanOf(0, last.payload.trimEnd().length) : code
  return {
    span: command ? command.spanOf(0, verbEnd) : lastSpan,
    message: command
      ? l10n.t`The message is not finished: without a line with a single dot in front of it, ${command.payload.slice(0, verbEnd).toUpperCase()} is one more line of the message.`
      : l10n.t`The message is not finished: a line with a single dot is missing in front of the ${reply.code}.`,
    related: [{ span: code, message: l10n.t`Here the server answers the message.` }],
    // What looks like the end of the session is none.
    ...(command && { consequences: { first: command.line, last: code.line } }),
    fixes: () => fixOf(session, dialect, exchange, unit),
  }
}

/**
 * Mail data that the server answers although no line with a single dot has ended them. Silent at the end of the text,
 * where the connection is lost, where the server gives up waiting, and where the tool does not print the dot.
 */
export const notTerminated: Rule = {
  id: 'data/not-terminated',
  title: 'Final dot missing',
  fault: 'client',
  severity: 'error',
  onlyWith: ['message'],
  references: [rfc(5321, '4.1.1.4'), rfc(5321, '3.3')],
  what: 'Mail data that are answered, or followed by commands, without the line with a single dot that ends them.',
  why: 'Until that line comes every line is part of the message, QUIT and RSET too. The server waits for it and in the end gives up.',
  remedy: 'End the message with a line that has nothing but a dot on it, and then wait for the reply.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: See you at noon
S: 250 ok
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
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: See you at noon
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  *check(session, { dialect }) {
    const isGuessed = dialect.inferred !== undefined && dialect.inferred.sureness !== 'sure'
    for (const { exchange, unit } of contentsIn(session)) {
      if (unit.kind !== 'message' || unit.terminated || unit.elided) continue
      // A message that goes on behind the reply is the server's mistake: reply/before-end-of-data.
      if (strayContentBehind(session, exchange.index, true)) continue
      const endsInDot = lineEndFacts(session, unit, dialect)?.end != null
      const found =
        isGuessed || dialect.dumpsContent || endsInDot ? null : report(session, dialect, exchange, unit)
      if (found) yield found
    }
  },
}
