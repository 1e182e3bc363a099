import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const smtpdConf = document('smtpd.conf(5)', 'https://man.openbsd.org/smtpd.conf')

/** What OpenSMTPD and its filters say. */
export function opensmtpd(): readonly ReplyWording[] {
  return [
    {
      id: 'opensmtpd/already-identified',
      by: 'OpenSMTPD',
      says: ['invalid command: already identified'],
      cause:
        'The server refuses a second EHLO or HELO in a session, although the standard lets EHLO be repeated as a reset.',
      next: 'Use RSET to start over on this server, and send the hello again only after STARTTLS.',
      fault: 'server',
      references: [rfc(5321, '4.1.4')],
      example: '503 5.5.1 Invalid command: Already identified',
    },
    {
      id: 'opensmtpd/pipelining',
      by: 'OpenSMTPD',
      says: ['invalid command: pipelining not supported'],
      cause:
        'The client sent several commands at once; the server does not offer PIPELINING and closes the connection.',
      next: 'Send one command and wait for its reply, as everywhere where the EHLO reply does not announce PIPELINING.',
      fault: 'client',
      references: [rfc(2920, '3.1')],
      example: '500 5.5.1 Invalid command: Pipelining not supported',
    },
    {
      id: 'opensmtpd/not-rfc-2822',
      by: 'OpenSMTPD',
      says: ['message refused: message is not rfc 2822 compliant'],
      cause:
        'The header of the message is not valid: a line without a colon, a header twice that may stand only once, or no From.',
      next: 'Check the first lines of the message: each `Name: value`, an empty line before the body, From and Date exactly once.',
      fault: 'client',
      references: [rfc(5322, '2.2'), rfc(5322, '3.6')],
      example: '550 5.7.1 Delivery not authorized, message refused: Message is not RFC 2822 compliant',
    },
    {
      id: 'opensmtpd/login-first',
      by: 'OpenSMTPD',
      says: ['invalid command: must issue an auth command first'],
      cause: 'This port of the server is only for clients that log in.',
      next: 'Send AUTH after EHLO (and STARTTLS) before MAIL, or deliver to port 25.',
      fault: 'client',
      references: [smtpdConf, rfc(4954, '6')],
      example: '530 5.5.1 Invalid command: Must issue an AUTH command first',
    },
    {
      id: 'opensmtpd/not-supported',
      by: 'OpenSMTPD',
      says: ['invalid command: command not supported'],
      cause:
        'The server knows the command but does not offer it on this port or at this point, e.g. AUTH without TLS or STARTTLS without a certificate.',
      next: 'Use only what the latest EHLO reply announces; the administrator adds `auth`, `tls` or `pki` to the listener if it is wanted.',
      fault: 'client',
      references: [smtpdConf],
      example: '503 5.5.1 Invalid command: Command not supported',
    },
    {
      id: 'opensmtpd/not-at-this-point',
      by: 'OpenSMTPD',
      says: ['invalid command: command not allowed at this point'],
      cause:
        'The server does not take this command at this point: one that has to come before it is missing or was refused, or a transaction is open.',
      next: 'Send EHLO, MAIL, RCPT and DATA in this order, and each only after a positive reply to the one before; RSET starts over.',
      fault: 'client',
      references: [rfc(5321, '4.1.4')],
      example: '503 5.5.1 Invalid command: Command not allowed at this point.',
    },
    {
      id: 'opensmtpd/expansion',
      by: 'OpenSMTPD',
      says: ['mailing list expansion problem: <'],
      cause:
        'The server could not turn the address into mailboxes: its alias leads nowhere, in a circle, or to something that is not allowed.',
      next: 'The administrator of the server checks the alias and `.forward` files behind this address.',
      fault: 'server',
      references: [document('aliases(5)', 'https://man.openbsd.org/aliases.5')],
      example: '524 5.2.4 Mailing list expansion problem: <team@example.org>',
    },
    {
      id: 'opensmtpd/too-many-messages',
      by: 'OpenSMTPD',
      says: ['too many recipients: too many messages sent'],
      cause: 'The client has sent as many messages over this connection as the server takes.',
      next: 'Close the connection with QUIT and send the next messages over a new one.',
      fault: 'client',
      references: [smtpdConf],
      example: '452 4.5.3 Too many recipients: Too many messages sent',
    },
    {
      id: 'opensmtpd/senderscore',
      by: 'OpenSMTPD',
      says: ['your ip reputation is too low for this mx'],
      cause:
        'A filter of the server asks the reputation service Sender Score about the IP address of the client, and the score is too low.',
      next: 'Look the address up at https://senderscore.org, stop what makes the score bad, or send through a server with a good one.',
      fault: 'policy',
      references: [document('filter-senderscore', 'https://github.com/poolpOrg/filter-senderscore')],
      example: '550 your IP reputation is too low for this MX',
    },
  ]
}
