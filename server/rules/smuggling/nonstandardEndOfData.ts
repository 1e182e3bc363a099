import * as l10n from '@vscode/l10n'
import { document, rfc } from '../../protocol/references.ts'
import {
  isBare,
  isNonstandard,
  type LineEndFacts,
  type LoneDot,
  lineEndFacts,
  spanOfDot,
  spelledOut,
} from '../../transcript/lineEndFacts.ts'
import { contentsIn } from '../evidence/contents.ts'
import { fixOf, insertAt, replaceAt } from '../repair/edits.ts'
import type { Fix, Rule } from '../rule.ts'

/** Makes the dot a line of the message for every server: CRLF around it, and a second dot in front of it. */
function doubleDot({ crlf }: LineEndFacts, { dot, previous, before, after }: LoneDot): Fix {
  return fixOf(
    l10n.t`Write CRLF around the dot, and double it`,
    ...(previous && isBare(before) ? [replaceAt(previous.mark, crlf)] : []),
    insertAt(dot.span, '.'),
    ...(isBare(after) ? [replaceAt(dot.mark, crlf)] : []),
  )
}

function describe({ source }: LineEndFacts, dot: LoneDot): string {
  const end = spelledOut(dot)
  if (source === 'bytes')
    return dot.dialogue
      ? l10n.t`Some servers end the message at this ${end}, others do not, and a whole transaction follows it (by the bytes of the file).`
      : l10n.t`Some servers end the message at this ${end}, others do not (by the bytes of the file).`
  return dot.dialogue
    ? l10n.t`Some servers end the message at this ${end}, others do not, and a whole transaction follows it (as the transcript writes it).`
    : l10n.t`Some servers end the message at this ${end}, others do not (as the transcript writes it).`
}

/**
 * A lone dot in a message between line ends that are not both CRLF. The one that ends the message is told here only
 * where nobody answers it.
 */
export const nonstandardEndOfData: Rule = {
  id: 'smuggling/nonstandard-end-of-data',
  title: 'Dot that ends the message for some servers',
  fault: 'client',
  severity: 'error',
  onlyWith: ['message'],
  references: [
    rfc(5321, '4.1.1.4'),
    rfc(5321, '2.3.8'),
    document('VU#302671: SMTP end-of-data uncertainty', 'https://kb.cert.org/vuls/id/302671'),
  ],
  what: 'A line of the message with nothing but a dot, of which the line end, or that of the line in front of it, is not CRLF.',
  why: 'Only CRLF, dot, CRLF ends a message. Servers that take less end it here, and read as commands what others hand on as text: that is how messages are smuggled in.',
  remedy:
    'Make every line end CRLF, and put a second dot in front of every line of the message that begins with one.',
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
C: From: anna@example.net\r\n
C: Date: Mon, 2 Mar 2026 10:15:00 +0000\r\n
C: \r\n
C: See you at noon\n.\r\nMAIL FROM:<carol@example.net>\r\n
C: .\r\n
S: 250 ok
C: QUIT
S: 221 bye`,
  instead: String.raw`
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 go ahead
C: From: anna@example.net\r\n
C: Date: Mon, 2 Mar 2026 10:15:00 +0000\r\n
C: \r\n
C: See you at noon\r\n
C: .\r\n
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  standsAlone: true,
  *check(session, { dialect }) {
    for (const { unit, exchange } of contentsIn(session)) {
      const facts = lineEndFacts(session, unit, dialect)
      if (!facts?.isMarked) continue
      const isUnanswered = session.serverSpoke && exchange.replies.length === 0
      const dots = facts.end && isUnanswered ? [...facts.dots, facts.end] : facts.dots
      for (const dot of dots.filter(isNonstandard)) {
        yield {
          span: spanOfDot(dot),
          message: describe(facts, dot),
          related: dot.dialogue
            ? [{ span: dot.dialogue.span, message: l10n.t`These commands would be carried out.` }]
            : [],
          fixes: () => (facts.source === 'bytes' ? [] : [doubleDot(facts, dot)]),
        }
      }
    }
  },
}
