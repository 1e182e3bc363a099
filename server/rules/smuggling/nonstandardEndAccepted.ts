import * as l10n from '@vscode/l10n'
import { document, rfc } from '../../protocol/references.ts'
import {
  isNonstandard,
  type LineEndFacts,
  type LoneDot,
  lineEndFacts,
  spanOfDot,
  spelledOut,
} from '../../transcript/lineEndFacts.ts'
import { contentsIn } from '../evidence/contents.ts'
import type { Rule } from '../rule.ts'

function describe({ source }: LineEndFacts, end: LoneDot): string {
  const taken = spelledOut(end)
  return source === 'bytes'
    ? l10n.t`The server takes ${taken} for the end of the message, by the bytes of the file; only <CR><LF>.<CR><LF> is one.`
    : l10n.t`The server takes ${taken} for the end of the message, as the transcript writes it; only <CR><LF>.<CR><LF> is one.`
}

/** A server that answers a message although no CRLF, dot, CRLF has ended it. Silent on 421, with which it gives up. */
export const nonstandardEndAccepted: Rule = {
  id: 'smuggling/nonstandard-end-accepted',
  title: 'Server takes a bare line end for the end of the message',
  fault: 'server',
  severity: 'error',
  onlyWith: ['message'],
  references: [
    rfc(5321, '4.1.1.4'),
    document('VU#302671: SMTP end-of-data uncertainty', 'https://kb.cert.org/vuls/id/302671'),
  ],
  what: 'A reply to a message of which the final dot does not stand between two CRLF.',
  why: 'A server before this one may hand such a dot on as text. Whoever writes the message then decides what this server reads as commands, and sends mail in the name of others.',
  remedy:
    'Take nothing but CRLF, dot, CRLF for the end of a message, and refuse or replace bare CR and LF. Postfix: smtpd_forbid_bare_newline.',
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
C: See you at noon\n
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
      const [reply] = exchange.replies
      if (!reply || reply.code === 421) continue
      const facts = lineEndFacts(session, unit, dialect)
      if (!facts?.isMarked || !facts.end || !isNonstandard(facts.end)) continue
      yield {
        span: reply.codeSpans[0],
        message: describe(facts, facts.end),
        related: [{ span: spanOfDot(facts.end), message: l10n.t`This is no end of a message.` }],
      }
    }
  },
}
