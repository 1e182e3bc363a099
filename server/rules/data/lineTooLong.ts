import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { contentFacts, lineLimit } from '../../transcript/contentFacts.ts'
import { octetsOf, offsetBeyond } from '../../transcript/octets.ts'
import { contentsIn } from '../evidence/contents.ts'
import type { Rule } from '../rule.ts'

/** What is wrong with the first of some lines that are too long. */
function describe(octets: number, count: number): string {
  if (count === 1)
    return l10n.t`This line has ${octets} octets; more than ${lineLimit} and CRLF may be refused or cut.`
  return count === 2
    ? l10n.t`This line has ${octets} octets; more than ${lineLimit} and CRLF may be refused or cut. 1 more is too long.`
    : l10n.t`This line has ${octets} octets; more than ${lineLimit} and CRLF may be refused or cut. ${count - 1} more are too long.`
}

/** Lines of a message above 998 octets. Silent for BODY=BINARYMIME, which has no lines, and where the tool breaks lines. */
export const lineTooLong: Rule = {
  id: 'data/line-too-long',
  title: 'Line of the message too long',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['message'],
  references: [rfc(5321, '4.5.3.1.6'), rfc(5322, '2.1.1')],
  what: 'A line of a message with more than 998 octets, CRLF not counted.',
  why: 'Servers may refuse such a line, cut it or break it in two, which breaks signatures and encoded text.',
  remedy: 'Break the lines of a header section by folding, those of a body with quoted-printable or base64.',
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
C: ${'la '.repeat(350)}
C: .
S: 500 line too long
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
C: ${'x'.repeat(998)}
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  *check(session, { dialect }) {
    if (dialect.dumpsContent) return
    for (const { unit, exchange, command } of contentsIn(session)) {
      const { long, longCount } = contentFacts(session, unit)
      if (!long || (command ?? exchange).before.binaryMime) continue
      const { payload, spanOf } = long
      const isStuffed = unit.kind === 'message' && !dialect.isUnstuffed && payload.startsWith('.')
      const dot = isStuffed ? 1 : 0
      yield {
        span: spanOf(offsetBeyond(payload, lineLimit + dot), payload.length),
        message: describe(octetsOf(payload) - dot, longCount),
      }
    }
  },
}
