import { rfc } from '../references.ts'
import type { CommandRow } from './commandRow.ts'

/** Commands that a service extension defines; a client sends them only when EHLO announced the keyword (RFC 5321 2.2.1). */
export const extensionCommands = {
  BDAT: {
    status: 'extension',
    requiredKeyword: 'CHUNKING',
    lastInGroup: false,
    summary:
      'Sends one chunk of the message, counted in octets, instead of DATA; LAST marks the final chunk.',
    whenToUse:
      'In place of DATA, after MAIL and at least one accepted RCPT, once for each chunk. The server has to announce CHUNKING.',
    effect: 'The chunk is added to the message. With LAST the message is complete, and the transaction ends.',
    mistakes: [
      'With a count that is not exactly the number of octets behind the line, the server reads content as commands, which earn 500.',
      'A final dot earns 500, and dots at the start of lines must not be doubled: octets are counted here.',
      'DATA or RCPT after the first chunk earns 503.',
      'A chunk after LAST, or after one that was refused, earns 503 until RSET.',
    ],
    syntax: '"BDAT" SP 1*DIGIT [ SP "LAST" ]',
    argument: 'the number of octets',
    replies: { success: [250], intermediate: [], error: [450, 451, 452, 503, 550, 552, 554] },
    references: [rfc(3030, '2'), rfc(3030, '4.2'), rfc(2033, '4.3')],
  },
  BURL: {
    status: 'extension',
    requiredKeyword: 'BURL',
    lastInGroup: false,
    summary: 'Submission only: the server fetches the message, or a part of it, from an IMAP URL.',
    whenToUse:
      'On a submission server after AUTH, MAIL and at least one accepted RCPT, alone or mixed with BDAT. The server has to announce BURL with the kind of URL that is used.',
    effect:
      'The server fetches what the URL names and adds it to the message. With LAST the message is complete, and the transaction ends.',
    mistakes: [
      'BURL without an accepted recipient earns 503 or 554.',
      'A URL that the submission server is not authorised to read earns 554.',
    ],
    syntax: '"BURL" SP absolute-URI [ SP "LAST" ]',
    argument: 'the URL of the content',
    replies: { success: [250], intermediate: [], error: [451, 503, 552, 554] },
    references: [rfc(4468, '3.2'), rfc(4468, '3.5'), rfc(4468, '6')],
  },
  STARTTLS: {
    status: 'extension',
    requiredKeyword: 'STARTTLS',
    lastInGroup: true,
    summary: 'Starts TLS on this connection; afterwards the session begins anew with EHLO.',
    whenToUse:
      'After EHLO has announced it, before AUTH and MAIL, as the last command of a group. Nothing more may be sent before 220 and the handshake.',
    effect: 'TLS begins on this connection. Whatever was known before is void, and EHLO has to come again.',
    mistakes: [
      'AUTH or MAIL after the handshake without another EHLO earns 503.',
      'Commands sent in clear behind STARTTLS are thrown away, or the server ends the session with 554.',
      'STARTTLS where TLS is active already, as on port 465, earns 503 or 554.',
      'After 454 the session goes on in clear, and whatever TLS was to hide must not be sent.',
    ],
    syntax: '"STARTTLS"',
    argument: null,
    replies: { success: [220], intermediate: [], error: [454, 501, 502, 503, 554] },
    references: [rfc(3207, '4'), rfc(3207, '4.2')],
  },
  AUTH: {
    status: 'extension',
    requiredKeyword: 'AUTH',
    lastInGroup: true,
    summary: 'Authenticates the client with a SASL mechanism; once per session and not inside a transaction.',
    whenToUse:
      'After EHLO, as a rule inside TLS, and before MAIL. The mechanism has to be one of those that EHLO announced.',
    effect:
      'After 334 the next line answers a challenge in base64. After 235 the client is authenticated until the session ends.',
    mistakes: [
      'AUTH inside a transaction, or once more after 235, earns 503.',
      'A mechanism that sends the password earns 530 or 538 outside TLS, and whoever listens has the password by then.',
      'A mechanism that was not announced earns 504.',
      'What is not base64 earns 501, and a line feed encoded with the password earns 535.',
    ],
    syntax: '"AUTH" SP sasl-mech [ SP ( base64 / "=" ) ]',
    argument: 'the name of a mechanism',
    replies: {
      success: [235],
      intermediate: [334],
      error: [432, 454, 500, 501, 503, 504, 523, 525, 530, 534, 535, 538],
    },
    references: [rfc(4954, '4'), rfc(4954, '6'), rfc(4954, '8')],
  },
  ETRN: {
    status: 'extension',
    requiredKeyword: 'ETRN',
    lastInGroup: true,
    summary: 'Asks the server to start its queue for a node; the mail comes on another connection.',
    whenToUse:
      'After EHLO and outside a transaction, by a server that is online only at times. The mail comes over another connection.',
    effect: 'The server starts its queue for the node; the session stays as it is.',
    mistakes: [
      'ETRN between MAIL and the end of the message earns 503.',
      'A node that the server does not serve for this client earns 459.',
      'The reply 251 is no failure: no mail waits for the node.',
    ],
    syntax: '"ETRN" SP [ "@" / "#" ] node-name',
    argument: 'the name of a node',
    replies: { success: [250, 251, 252, 253], intermediate: [], error: [458, 459, 500, 501, 503] },
    references: [rfc(1985, '5'), rfc(1985, '5.1'), rfc(6409, '7')],
  },
  ATRN: {
    status: 'extension',
    requiredKeyword: 'ATRN',
    lastInGroup: true,
    summary:
      'Turns the connection around after AUTH: the server now delivers the mail that waits for the client.',
    whenToUse: 'After EHLO and AUTH on port 366, by a host without a fixed address that collects its mail.',
    effect:
      'The roles are exchanged: the client sends a greeting and takes the mail as the server of this connection.',
    mistakes: [
      'ATRN before AUTH earns 530.',
      'A domain that the login may not collect for earns 450.',
      'The reply 453 is no failure: no mail waits.',
    ],
    syntax: '"ATRN" [ SP domain *( "," domain ) ]',
    replies: { success: [250], intermediate: [], error: [450, 451, 453, 502, 530] },
    references: [rfc(2645, '5.2.1'), rfc(2645, '5.3'), rfc(6409, '7')],
  },
} as const satisfies Record<string, CommandRow>
