import * as l10n from '@vscode/l10n'
import { document, rfc } from '../../protocol/references.ts'
import { lineEndFacts, spanOfDot } from '../../transcript/lineEndFacts.ts'
import { contentsIn } from '../evidence/contents.ts'
import { fixOf, insertAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/**
 * MAIL, RCPT and DATA in a message, behind a line with nothing but a dot. Without such a line a message may well talk of
 * them.
 */
export const commandsInContent: Rule = {
  id: 'smuggling/commands-in-content',
  title: 'Commands in the message behind a dot',
  fault: 'client',
  severity: 'information',
  onlyWith: ['message'],
  references: [
    rfc(5321, '4.5.2'),
    document('VU#302671: SMTP end-of-data uncertainty', 'https://kb.cert.org/vuls/id/302671'),
  ],
  what: 'A message in which MAIL, RCPT and DATA follow a line with nothing but a dot.',
  why: 'A server that ends the message at that dot carries the commands out: a second message that nobody checked.',
  remedy:
    'Put a second dot in front of every line of the message that begins with one, and ask who wrote it.',
  example: String.raw`
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
C: See you at noon\n.\n
C: MAIL FROM:<carol@example.net>
C: RCPT TO:<bob@example.org>
C: DATA
C: From: carol@example.net
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
C: These are the commands:
C: MAIL FROM:<carol@example.net>
C: RCPT TO:<bob@example.org>
C: DATA
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  standsAlone: true,
  yieldsTo: ['smuggling/nonstandard-end-of-data', 'data/premature-end'],
  *check(session, { dialect }) {
    for (const { unit } of contentsIn(session)) {
      const facts = lineEndFacts(session, unit, dialect)
      for (const dot of facts?.dots ?? []) {
        if (!dot.dialogue) continue
        yield {
          span: spanOfDot(dot),
          message: l10n.t`A transaction follows this dot in the message: a server that ends the message here carries it out.`,
          related: [{ span: dot.dialogue.span, message: l10n.t`The transaction begins here.` }],
          fixes: () =>
            facts?.source === 'bytes' ? [] : [fixOf(l10n.t`Double the dot`, insertAt(dot.dot.span, '.'))],
        }
      }
    }
  },
}
