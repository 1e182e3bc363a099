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
    syntax: '"ATRN" [ SP domain *( "," domain ) ]',
    replies: { success: [250], intermediate: [], error: [450, 451, 453, 502, 530] },
    references: [rfc(2645, '5.2.1'), rfc(2645, '5.3'), rfc(6409, '7')],
  },
} as const satisfies Record<string, CommandRow>
