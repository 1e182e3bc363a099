import { document, rfc } from '../../protocol/references.ts'
import { bareLineEndRule } from '../bareLineEndRule.ts'

/** CR without LF in a message of which the lines end in CRLF. A file that has but one kind of line end proves nothing. */
export const bareCr = bareLineEndRule('CR', {
  id: 'smuggling/bare-cr',
  title: 'Bare CR in the message',
  references: [
    rfc(5321, '2.3.8'),
    document('SMTP smuggling (Postfix)', 'https://www.postfix.org/smtp-smuggling.html'),
  ],
  what: 'CR without LF in a message of which the other lines end in CRLF.',
  why: 'CR may stand only in front of LF. Some servers take a bare one for a line end, others for a character: the message changes on its way, and a dot between two of them can end it.',
  remedy: 'Make every line end CRLF before the message is sent, and take out other CRs.',
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
C: See you\rat noon\r\n
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
})
