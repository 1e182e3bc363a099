import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { type LoneDot, lineEndFacts } from '../../transcript/lineEndFacts.ts'
import type { ContentUnit, Exchange, Session, Span } from '../../transcript/session.ts'
import { contentsIn } from '../evidence/contents.ts'
import { type StrayContent, strayContentBehind } from '../evidence/strayContent.ts'
import { fixOf, insertAt } from '../repair/edits.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, Report, Rule } from '../rule.ts'

/** Where the dot stands that ended the message. */
function dotOf({ texts, records }: Session, { lastLine }: ContentUnit): Span | null {
  const text = texts[lastLine] ?? ''
  const record = records[lastLine]?.findLast(one => one.kind === 'end-of-data')
  const start = record ? text.indexOf('.', record.start) : -1
  return start < 0 ? null : { line: lastLine, start, end: start + 1 }
}

/** Makes the dot a line of the message: it is doubled, and the reply to the message moves behind the real end. */
function fixesOf(
  session: Session,
  dialect: Dialect,
  { exchange, dot, stray }: { exchange: Exchange; dot: Span; stray: StrayContent },
): Fix[] {
  const last = stray.exchanges.at(-1)
  const [reply] = exchange.replies
  const isEnded = last?.unit.kind === 'command' && last.unit.verb === '.'
  if (!isEnded || !reply) return []
  return [
    new Repair(session, dialect).doubleDot(doubleDot(), dot, {
      reply,
      refusals: stray.exchanges.flatMap(({ replies }) => replies),
      last,
    }),
  ]
}

function doubleDot(): string {
  return l10n.t`Double this dot, so that the message goes on`
}

function describe(): string {
  return l10n.t`This line with a single dot ends the message; what follows is read as commands.`
}

/** A dot between two CRLF that are spelled out, with more of the message behind it. */
function writtenDotIn(session: Session, dialect: Dialect, unit: ContentUnit): LoneDot | undefined {
  const facts = lineEndFacts(session, unit, dialect)
  if (!facts?.isMarked) return undefined
  return facts.dots.find(({ before, after }) => before === 'CRLF' && after === 'CRLF')
}

function reportWritten(found: LoneDot): Report {
  const { line, start } = found.dot.span
  const span = { line, start, end: start + 1 }
  return { span, message: describe(), fixes: () => [fixOf(doubleDot(), insertAt(span, '.'))] }
}

/** A line with a single dot in the middle of a message: what was meant to follow in it is read as commands. */
export const prematureEnd: Rule = {
  id: 'data/premature-end',
  title: 'Message ended by a dot of its own',
  fault: 'client',
  severity: 'error',
  onlyWith: ['message'],
  references: [rfc(5321, '4.5.2'), rfc(5321, '4.1.1.4')],
  what: 'A message that a line with a single dot ended too early: what comes behind it is more of the message.',
  why: 'The recipients get half of the message, and the server reads the rest as commands. What looks like a command there is carried out.',
  remedy: 'Put a second dot in front of every line of the message that begins with one.',
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
C: First we draw a dot:
C: .
S: 250 ok
C: Then we draw a line.
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
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: First we draw a dot:
C: ..
C: Then we draw a line.
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  *check(session, { dialect }) {
    for (const { exchange, unit } of contentsIn(session)) {
      const written = dialect.isUnstuffed ? undefined : writtenDotIn(session, dialect, unit)
      if (written) yield reportWritten(written)
      if (unit.kind !== 'message' || !unit.terminated) continue
      const stray = strayContentBehind(session, exchange.index)
      const dot = stray && dotOf(session, unit)
      if (!dot) continue
      const [{ unit: first }] = stray.exchanges
      yield {
        span: dot,
        message: describe(),
        related:
          first.kind === 'command'
            ? [{ span: first.textSpan, message: l10n.t`From here on the message is read as commands.` }]
            : [],
        consequences: stray.lines,
        fixes: () => fixesOf(session, dialect, { exchange, dot, stray }),
      }
    }
  },
}
