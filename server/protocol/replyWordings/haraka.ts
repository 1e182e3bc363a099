import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const harakaDocs = document('Haraka: documentation', 'https://haraka.github.io/')

/** What Haraka and its plugins say. */
export function haraka(): readonly ReplyWording[] {
  return [
    {
      id: 'haraka/cannot-deliver',
      by: 'Haraka',
      says: ['i cannot deliver mail for'],
      cause:
        'No plugin of the server takes this recipient: the domain is not in its list of hosts, and the client may not relay.',
      next: 'Check the address, and log in before sending to foreign domains; the administrator enters own domains in `config/host_list`.',
      fault: 'client',
      references: [harakaDocs, rfc(5321, '7.9')],
      example: '550 I cannot deliver mail for <bob@example.net>',
    },
    {
      id: 'haraka/helo-check',
      by: 'Haraka',
      says: [
        'helo host must be a fqdn or address literal',
        'helo is dynamic',
        'helo host has no forward dns match',
        'invalid helo host cannot achieve forward dns match',
        'helo ip literal does not match',
        'helo ip literal not in the same',
        'helo host does not match rdns',
        'that helo not allowed here',
        'helo host name invalid',
        'invalid address format in helo',
      ],
      cause:
        'The name in EHLO or HELO fails a check of the server: it is not fully qualified, not in DNS, or does not belong to the IP address of the client.',
      next: 'Say EHLO with the name to which the PTR record of the sending IP address points, and give that name an address record.',
      fault: 'client',
      references: [
        document('Haraka: helo.checks', 'https://github.com/haraka/haraka-plugin-helo.checks'),
        rfc(5321, '4.1.1.1'),
      ],
      example: '550 HELO host must be a FQDN or address literal (RFC 5321 2.3.5)',
    },
    {
      id: 'haraka/bare-newline',
      by: 'Haraka',
      says: ['haraka.github.io/barelf'],
      cause: 'The message contains a line that ends with LF alone.',
      next: 'Make the sending program end every line with CR LF; retries of the same message fail in the same way although the code says later.',
      fault: 'client',
      references: [
        document('Haraka: bare line feeds', 'https://haraka.github.io/barelf/'),
        rfc(5321, '2.3.8'),
      ],
      example: '451 Bare line-feed; see https://haraka.github.io/barelf/',
    },
    {
      id: 'haraka/tls-on-plain-port',
      by: 'Haraka',
      says: ['ssl attempted over a non-ssl socket'],
      cause: 'The client began a TLS handshake at once, but this port starts in clear text.',
      next: 'Use STARTTLS on this port, or implicit TLS on port 465.',
      fault: 'client',
      references: [rfc(8314, '3.3'), rfc(3207, '4')],
      example: '501 SSL attempted over a non-SSL socket',
    },
    {
      id: 'haraka/eight-bit-command',
      by: 'Haraka',
      says: ['syntax error (8-bit characters not allowed)'],
      cause: 'The command contains characters beyond ASCII, and the session does not use SMTPUTF8.',
      next: 'Write addresses in ASCII; bytes that look random mean that TLS or another protocol is spoken to a port in clear text.',
      fault: 'client',
      references: [rfc(5321, '2.4'), rfc(6531, '3.4')],
      example: '501 Syntax error (8-bit characters not allowed)',
    },
    {
      id: 'haraka/credential-leak',
      by: 'Haraka',
      says: ['credential leak detected'],
      cause:
        'The message contains the user name and password with which the client has logged in, and the server keeps them from going out.',
      next: 'Take the password out of the message; if it was an answer to a mail that asked for it, that mail was phishing: change the password.',
      fault: 'policy',
      references: [harakaDocs],
      example: '550 Credential leak detected: never give out your username/password to anyone!',
    },
    {
      id: 'haraka/headers',
      by: 'Haraka',
      says: [
        "required header '*' missing",
        'only one * header allowed. see rfc 5322',
        'the date header could not be parsed',
        'the date header is too',
      ],
      cause: 'A header of the message is missing, stands there twice, or has a date that cannot be right.',
      next: 'Make the program that writes the message set From and Date exactly once, the date with the correct time.',
      fault: 'client',
      references: [rfc(5322, '3.6')],
      example: "550 Required header 'Date' missing",
    },
    {
      id: 'haraka/split-transaction',
      by: 'Haraka',
      says: ['split transaction, retry soon'],
      cause:
        'This recipient goes to another host than the ones before, and the server delivers to only one host per transaction.',
      next: 'Send to the recipients that were accepted, and to this one again in another transaction.',
      fault: 'policy',
      references: [harakaDocs],
      example: '450 Split transaction, retry soon',
    },
    {
      id: 'haraka/plugin-trouble',
      by: 'Haraka',
      says: ['plugin timeout'],
      cause: 'The server is too slow at the moment: one of its plugins did not answer in time.',
      next: 'Retry later; the administrator finds the slow plugin in the log.',
      fault: 'server',
      references: [harakaDocs],
      example: '450 plugin timeout',
    },
  ]
}
