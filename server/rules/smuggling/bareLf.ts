import { document, rfc } from '../../protocol/references.ts'
import { bareLineEndRule } from '../bareLineEndRule.ts'

/** Lines of a message that end in LF alone, while others end in CRLF. A file that has but one kind of line end proves nothing. */
export const bareLf = bareLineEndRule('LF', {
  id: 'smuggling/bare-lf',
  title: 'Bare LF in the message',
  references: [
    rfc(5321, '2.3.8'),
    document('SMTP smuggling (Postfix)', 'https://www.postfix.org/smtp-smuggling.html'),
  ],
  what: 'A line of the message that ends in LF without CR, while its other lines end in CRLF.',
  why: 'One server takes a bare LF for a line end, the next for a character. Where they disagree about a line with a dot, somebody can smuggle a message in; many servers refuse bare LF now.',
  remedy: 'Make every line end CRLF before the message is sent.',
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
C: See you\nat noon\r\n
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
C: See you\r\n
C: at noon\r\n
C: .\r\n
S: 250 ok
C: QUIT
S: 221 bye`,
})
