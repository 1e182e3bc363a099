import { rfc } from '../references.ts'
import { type ExtensionRow, xtext } from './extensionRow.ts'

/** How messages are carried: what may be in them, how they are sent, and over which connection. */
export const transportExtensions = {
  SIZE: {
    name: 'Message Size Declaration',
    summary: 'Tells the largest message that the server takes, and lets the client declare the size in MAIL.',
    useful:
      'Compare the number with the size of the message before MAIL, and declare the size there, so that a refusal comes before the content. Without the keyword the parameter must not be sent; the number 0 sets no limit.',
    keywordParameters: '[ 1*DIGIT ]',
    verbs: [],
    parameters: [
      {
        keyword: 'SIZE',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^\d{1,20}$/,
        syntax: '"SIZE=" 1*20DIGIT',
        summary:
          'Declares how many octets the message has, so that the server can refuse it before it is sent.',
      },
    ],
    commandLineIncrease: { MAIL: 26 },
    requires: [],
    status: 'standard',
    references: [rfc(1870, '3'), rfc(1870, '5'), rfc(1870, '6')],
  },
  '8BITMIME': {
    name: '8bit-MIMEtransport',
    summary: 'Allows octets above 127 in the content; lines are still limited to 1000 octets.',
    useful:
      'A message with octets above 127 may be sent as it is, with BODY=8BITMIME. Without the keyword it has to be encoded first, as quoted-printable or base64.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'BODY',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^(?:7BIT|8BITMIME)$/i,
        syntax: '"BODY=" ( "7BIT" / "8BITMIME" )',
        summary: 'Declares whether the content has octets above 127.',
        values: {
          '7BIT': 'ASCII alone, as without the parameter.',
          '8BITMIME': 'MIME content with octets above 127, in lines of at most 1000 octets.',
        },
      },
    ],
    // RFC 6152 states none, although its parameter takes up to 14 octets.
    commandLineIncrease: {},
    requires: [],
    status: 'standard',
    references: [rfc(6152, '2'), rfc(6152, '3')],
  },
  BINARYMIME: {
    name: 'Binary MIME',
    summary: 'Allows content without lines, of any octets; it has to be sent with BDAT.',
    useful:
      'Attachments may be sent with BODY=BINARYMIME and BDAT as they are, a quarter shorter than in base64. Without the keyword they have to be encoded.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'BODY',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^BINARYMIME$/i,
        syntax: '"BODY=BINARYMIME"',
        summary: 'Declares content of any octets, which need not be divided into lines.',
        values: { BINARYMIME: 'MIME content of any octets, to be sent with BDAT and not with DATA.' },
      },
    ],
    commandLineIncrease: { MAIL: 16 },
    requires: ['CHUNKING'],
    status: 'standard',
    references: [rfc(3030, '3')],
  },
  CHUNKING: {
    name: 'Large and binary messages',
    summary: 'Lets the client send the content in counted chunks with BDAT instead of DATA.',
    useful:
      'BDAT sends the content in counted chunks: there are no dots to double and no 354 to wait for. Without the keyword use DATA.',
    keywordParameters: null,
    verbs: ['BDAT'],
    parameters: [],
    commandLineIncrease: {},
    requires: [],
    status: 'standard',
    references: [rfc(3030, '2')],
  },
  PIPELINING: {
    name: 'Command Pipelining',
    summary: 'Lets the client send groups of commands without waiting for each reply.',
    useful:
      'Send MAIL, every RCPT and DATA as one group, and then read their replies in order. Without the keyword wait for each reply before the next command.',
    keywordParameters: null,
    verbs: [],
    parameters: [],
    commandLineIncrease: {},
    requires: [],
    status: 'standard',
    references: [rfc(2920, '2'), rfc(2920, '3')],
  },
  ENHANCEDSTATUSCODES: {
    name: 'Enhanced Error Codes',
    summary: 'Replies tell their cause with a code such as 5.1.1 at the start of the text.',
    useful:
      'Read the code behind the reply code to learn the cause, such as 5.1.1 for a mailbox that is not there. Without the keyword the reply code alone counts.',
    keywordParameters: null,
    verbs: [],
    parameters: [],
    commandLineIncrease: {},
    requires: [],
    status: 'standard',
    references: [rfc(2034, '3'), rfc(2034, '4'), rfc(3463, '2')],
  },
  STARTTLS: {
    name: 'STARTTLS',
    summary: 'Lets the client switch the connection to TLS; not to be announced any more once TLS is active.',
    useful:
      'Send STARTTLS before AUTH and MAIL, and EHLO again after the handshake. Where the keyword should be there and is missing, somebody may have removed it on the way, so send no password.',
    keywordParameters: null,
    verbs: ['STARTTLS'],
    parameters: [],
    commandLineIncrease: {},
    requires: [],
    status: 'standard',
    references: [rfc(3207, '2'), rfc(3207, '4')],
  },
  REQUIRETLS: {
    name: 'Require TLS',
    summary:
      'Lets a message travel only over verified TLS to servers that require the same; announced inside TLS only.',
    useful:
      'Add the parameter to MAIL for a message that must never travel in clear, on a TLS connection whose certificate was verified. Without the keyword such a message must not be sent to this server.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'REQUIRETLS',
        commands: ['MAIL'],
        value: 'none',
        pattern: null,
        syntax: '"REQUIRETLS"',
        summary:
          'Asks that every server on the way passes the message on over verified TLS alone, or returns it.',
      },
    ],
    commandLineIncrease: { MAIL: 11 },
    requires: [],
    status: 'standard',
    references: [rfc(8689, '2'), rfc(8689, '4')],
  },
  AUTH: {
    name: 'Authentication',
    summary: 'Lets the client authenticate with one of the SASL mechanisms listed.',
    useful:
      'Log in before MAIL and inside TLS, with the strongest mechanism of the list that you know. Without the keyword nobody can log in; many servers announce it only after STARTTLS.',
    keywordParameters: 'sasl-mech *( SP sasl-mech )',
    verbs: ['AUTH'],
    parameters: [
      {
        keyword: 'AUTH',
        commands: ['MAIL'],
        value: 'required',
        pattern: xtext,
        syntax: '"AUTH=" xtext ; of a mailbox or "<>"',
        summary:
          'Passes on who submitted the message in the first place, as far as this client vouches for it.',
        values: { '<>': 'Nobody is vouched for.' },
      },
    ],
    commandLineIncrease: { MAIL: 500 },
    requires: [],
    status: 'standard',
    references: [rfc(4954, '3'), rfc(4954, '4'), rfc(4954, '5')],
  },
  SMTPUTF8: {
    name: 'Internationalized Email',
    summary: 'Allows UTF-8 in addresses and header fields.',
    useful:
      'With the parameter in MAIL, addresses and header fields of the message may hold UTF-8. Without the keyword such a message must not be sent to this server; it goes back to its sender.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'SMTPUTF8',
        commands: ['MAIL'],
        value: 'none',
        pattern: null,
        syntax: '"SMTPUTF8"',
        summary:
          'Says that addresses or header fields hold UTF-8, so that only a server with this extension may take the message.',
      },
    ],
    commandLineIncrease: { MAIL: 10 },
    requires: ['8BITMIME'],
    status: 'standard',
    references: [rfc(6531, '3.1'), rfc(6531, '3.3'), rfc(6531, '3.4')],
  },
  UTF8SMTP: {
    name: 'Email Address Internationalization',
    summary: 'The experimental predecessor of SMTPUTF8, which is not compatible with it.',
    useful: 'Nothing any more: nobody should send UTF-8 in addresses unless SMTPUTF8 is announced.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'ALT-ADDRESS',
        commands: ['MAIL', 'RCPT'],
        value: 'required',
        pattern: xtext,
        syntax: '"ALT-ADDRESS=" xtext ; of a mailbox in ASCII',
        summary: 'Gives an address in ASCII for servers that do not take the one in UTF-8.',
      },
    ],
    commandLineIncrease: { MAIL: 460, RCPT: 460 },
    requires: ['8BITMIME'],
    status: 'obsolete',
    references: [rfc(5336, '3.1')],
  },
  LIMITS: {
    name: 'Limits',
    summary: 'Tells limits of the server: of transactions, of recipients, and of their domains.',
    useful:
      'Spread recipients over several transactions and messages over several sessions, so that the limits are kept. Without the keyword a limit shows when it is reached, as a rule by 452 or 421.',
    keywordParameters: '*( SP limit-name [ "=" limit-value ] ) ; MAILMAX, RCPTMAX, RCPTDOMAINMAX',
    verbs: [],
    parameters: [],
    commandLineIncrease: {},
    requires: [],
    status: 'standard',
    references: [rfc(9422, '3'), rfc(9422, '4')],
  },
} as const satisfies Record<string, ExtensionRow>
