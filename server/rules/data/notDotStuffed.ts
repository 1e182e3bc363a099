import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { contentFacts } from '../../transcript/contentFacts.ts'
import { contentsIn } from '../evidence/contents.ts'
import { insertAt, safeFixOf } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

const shown = 10

/** The line as the server keeps it, cut where it is long. */
function withoutDot(payload: string): string {
  const rest = payload.slice(1)
  return rest.length > 40 ? `${rest.slice(0, 40)}…` : rest
}

function describe(payload: string, more: number): string {
  const kept = withoutDot(payload)
  return more === 0
    ? l10n.t`The server takes this dot away and keeps "${kept}": a line that begins with a dot needs a second one.`
    : l10n.t`The server takes this dot away and keeps "${kept}": a line that begins with a dot needs a second one. The same goes for ${more} more.`
}

/**
 * Lines of mail data with a single dot in front. Silent where the tool prints mail data as they were before stuffing,
 * or broken into lines of its own.
 */
export const notDotStuffed: Rule = {
  id: 'data/not-dot-stuffed',
  title: 'Leading dot not doubled',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['message'],
  references: [rfc(5321, '4.5.2')],
  what: 'A line of mail data that begins with one dot and has more behind it.',
  why: 'The server takes the first dot of every line away, so the line arrives without it. Had it been the dot alone, the message would have ended there.',
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
C: .bashrc is the file to change
C: .
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
C: ..bashrc is the file to change
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  *check(session, { dialect }) {
    if (dialect.isUnstuffed || dialect.dumpsContent || dialect.printsDotsApart) return
    for (const { unit } of contentsIn(session)) {
      const { unstuffed, unstuffedCount } = contentFacts(session, unit)
      const [first, ...others] = unstuffed
      if (!first) continue
      const more = unstuffedCount - 1
      yield {
        span: first.spanOf(0, 1),
        message: describe(first.payload, more),
        related: others.slice(0, shown).map(({ spanOf }) => ({
          span: spanOf(0, 1),
          message: l10n.t`This line begins with a single dot, too.`,
        })),
        fixes: () =>
          unstuffed.length === unstuffedCount
            ? [
                safeFixOf(
                  more === 0 ? l10n.t`Double the dot` : l10n.t`Double the dots of ${unstuffedCount} lines`,
                  ...unstuffed.map(({ spanOf }) => insertAt(spanOf(0, 0), '.')),
                ),
              ]
            : [],
      }
    }
  },
}
