import { rfc } from '../references.ts'
import type { ReplyCodeRow } from './replyCodeRow.ts'

const done = { advice: 'not needed', note: 'The command succeeded.' } as const

/** 2yz and 3yz: the command succeeded, or the server waits for its second half (RFC 5321 4.2.1). */
export const positiveReplies = {
  211: {
    name: 'System status, or system help reply',
    status: 'base',
    meaning: 'Status information, or a summary of the help that the server has.',
    whenYouSeeIt: ['In reply to HELP.'],
    clientFix: 'Nothing to fix; go on.',
    serverFix: 'Use 214 for text that is meant only for people.',
    chooseWhen: 'HELP returns a status that a program may read',
    retry: done,
    affects: 'HELP only.',
    forTheMessage: 'Nothing; the reply is about the server.',
    references: [rfc(5321, '4.2.3'), rfc(5321, '4.3.2')],
  },
  214: {
    name: 'Help message',
    status: 'base',
    meaning: 'Text that explains how to use the server or one of its commands; of use only to a person.',
    whenYouSeeIt: ['In reply to HELP.'],
    clientFix: 'Nothing to fix; go on.',
    serverFix: 'Give every line of the text the code 214.',
    chooseWhen: 'HELP returns text for people',
    retry: done,
    affects: 'HELP only.',
    forTheMessage: 'Nothing; the reply is about the server.',
    references: [rfc(5321, '4.2.3'), rfc(5321, '4.3.2')],
  },
  220: {
    name: '<domain> Service ready',
    status: 'base',
    meaning:
      'The server, or its TLS layer, is ready and the client may begin. In the greeting the first word is the name of the server.',
    whenYouSeeIt: [
      'The greeting, the first line of every session.',
      'STARTTLS: the TLS handshake begins now.',
      'XCLIENT (Postfix): the session is back at the greeting.',
      'After ATRN or TURN, from the side that now acts as the server.',
    ],
    clientFix:
      'After the greeting send EHLO. After STARTTLS do the handshake and send EHLO again; no second greeting comes.',
    serverFix: 'Begin the greeting with your fully-qualified name. Send no greeting after the TLS handshake.',
    chooseWhen: 'a session opens, or STARTTLS may begin its handshake',
    retry: { advice: 'not needed', note: 'The session is open.' },
    affects: 'The whole session, or its encryption.',
    sessionState:
      'The greeting opens the session. After STARTTLS hello, extensions and authentication are forgotten (RFC 3207 4.2).',
    references: [rfc(5321, '3.1'), rfc(5321, '4.2'), rfc(3207, '4')],
  },
  221: {
    name: '<domain> Service closing transmission channel',
    status: 'base',
    meaning: 'The server says goodbye and closes the connection.',
    whenYouSeeIt: [
      'In reply to QUIT.',
      'Rarely instead of an error, when a server hangs up on a client that does not speak SMTP (Postfix after HTTP verbs).',
    ],
    clientFix: 'Close the connection; send nothing more on it.',
    serverFix: 'Send it for QUIT. To end a session on your own account use 421.',
    chooseWhen: 'the client said QUIT',
    retry: { advice: 'not needed', note: 'The session is over.' },
    affects: 'The whole session.',
    sessionState:
      'The connection is closed; an unfinished transaction is dropped, finished ones stay accepted.',
    references: [rfc(5321, '4.1.1.10'), rfc(5321, '3.8'), rfc(5321, '4.3.2')],
  },
  235: {
    name: 'Authentication succeeded',
    status: 'extension',
    meaning: 'The SASL exchange is finished; the client is authenticated for the rest of the session.',
    whenYouSeeIt: ['AUTH, after its last response.'],
    clientFix:
      'Go on with MAIL and do not send AUTH again. Send EHLO first if the mechanism brought a security layer (rare).',
    serverFix: 'Answer a second AUTH with 503. Additional SASL data has no place in this reply.',
    chooseWhen: 'the credentials were accepted',
    retry: { advice: 'not needed', note: 'The client is authenticated.' },
    affects: 'The whole session.',
    sessionState: 'Authenticated until QUIT, or until STARTTLS resets the session.',
    references: [rfc(4954, '4'), rfc(4954, '6')],
  },
  250: {
    name: 'Requested mail action okay, completed',
    status: 'base',
    meaning:
      'The command worked. After the end of the message it also says that the server now answers for its delivery.',
    whenYouSeeIt: [
      'EHLO, HELO, LHLO, MAIL, RCPT, RSET, NOOP, BDAT; also VRFY, EXPN, ETRN, ATRN.',
      'After the final dot or BDAT LAST: the message is accepted (LMTP: once for each accepted recipient).',
    ],
    clientFix:
      'Go on. After the end of the message you may forget it for the recipients that this server accepted.',
    serverFix:
      'After the final dot send it only when the message is stored safely. To VRFY and EXPN send it only if the address was really checked.',
    chooseWhen: 'the command did what it should',
    retry: done,
    affects: 'The command that it answers; after RCPT this one recipient.',
    forTheMessage:
      'After the final dot or BDAT LAST the server is responsible for it; before that nothing is decided.',
    references: [rfc(5321, '4.2.3'), rfc(5321, '4.2.5'), rfc(5321, '4.3.2')],
  },
  251: {
    name: 'User not local; will forward to <forward-path>',
    status: 'base',
    meaning:
      'The recipient has moved; the server takes the message and forwards it. The text gives the new address.',
    whenYouSeeIt: [
      'RCPT or VRFY for a user who moved.',
      'ETRN: no mail is waiting for that node, which is another meaning (RFC 1985 5.1).',
    ],
    clientFix: 'Treat it as success. Do not change an address book because of it without asking.',
    serverFix: 'Use 250 where the new address should not be told to everybody.',
    chooseWhen: 'you forward the mail and may tell the new address',
    retry: { advice: 'not needed', note: 'The recipient counts as accepted.' },
    affects: 'This recipient only.',
    references: [rfc(5321, '3.4'), rfc(5321, '7.4'), rfc(6531, '3.7.4.1'), rfc(1985, '5.1')],
  },
  252: {
    name: 'Cannot VRFY user, but will accept message and attempt delivery',
    status: 'base',
    meaning: 'The server does not say whether the address exists, but would take mail for it.',
    whenYouSeeIt: [
      'VRFY or EXPN on a server that does not disclose addresses.',
      'ETRN: mail is waiting and the queue was started, which is another meaning (RFC 1985 5.1).',
    ],
    clientFix: 'Do not read it as "the address exists"; RCPT will tell.',
    serverFix: 'This is the right reply when VRFY or EXPN is switched off for safety.',
    chooseWhen: 'VRFY or EXPN is not to be answered',
    retry: { advice: 'not needed', note: 'Nothing was verified, nothing failed.' },
    affects: 'VRFY, EXPN or ETRN only.',
    forTheMessage: 'Nothing; whether the recipient is accepted is decided by RCPT.',
    references: [rfc(5321, '3.5.3'), rfc(5321, '7.3'), rfc(6531, '3.7.4.2'), rfc(1985, '5.1')],
  },
  253: {
    name: '<n> pending messages for node <x> started',
    status: 'extension',
    meaning: 'ETRN only: the queue was started, and the text tells how many messages wait.',
    whenYouSeeIt: ['In reply to ETRN.'],
    clientFix: 'Nothing to fix; the mail arrives on another connection.',
    serverFix: 'Send it only for ETRN.',
    chooseWhen: 'ETRN started the queue and you can count the messages',
    retry: done,
    affects: 'ETRN only.',
    forTheMessage: 'The waiting messages are on their way.',
    references: [rfc(1985, '5.1')],
  },
  334: {
    name: 'Server challenge (AUTH continuation)',
    status: 'extension',
    meaning:
      'The server waits for the next response of the SASL exchange. The text is base64 and nothing else; it may be empty.',
    whenYouSeeIt: ['Between AUTH and its final reply.'],
    clientFix:
      'Send one line of base64, an empty line for an empty response, or "*" to cancel; no SMTP command.',
    serverFix: 'Send only base64. Words such as "go ahead" are not allowed here.',
    chooseWhen: 'the mechanism needs another response from the client',
    retry: { advice: 'not needed', note: 'The exchange ends with 235, or with a 4yz or 5yz.' },
    affects: 'The AUTH exchange.',
    references: [rfc(4954, '4'), rfc(4954, '8')],
  },
  354: {
    name: 'Start mail input; end with <CRLF>.<CRLF>',
    status: 'base',
    meaning: 'The server reads every following line as message content, up to a line with a single dot.',
    whenYouSeeIt: ['In reply to DATA.', 'XEXCH50 (Exchange), before its binary block.'],
    clientFix:
      'Send the message with a second dot before every line that begins with one, then CRLF . CRLF. If no recipient was accepted send the dot alone.',
    serverFix: 'Send it only when at least one recipient was accepted.',
    chooseWhen: 'DATA may begin',
    retry: {
      advice: 'not needed',
      note: 'The message is not accepted yet; the reply to the final dot decides.',
    },
    affects: 'The message of this transaction.',
    references: [rfc(5321, '4.1.1.4'), rfc(5321, '4.5.2'), rfc(2920, '3.1')],
  },
  355: {
    name: '<octet-offset> is the transaction offset',
    status: 'extension',
    meaning: 'CHECKPOINT only: an interrupted transaction was found; the number says where to resume.',
    whenYouSeeIt: ['MAIL with TRANSID=, when an interrupted delivery is taken up again.'],
    clientFix: 'Send DATA and leave out that many octets of the message.',
    serverFix: 'Begin the text with the number.',
    chooseWhen: 'MAIL names a transaction that you hold a part of',
    retry: { advice: 'not needed', note: 'The transaction goes on where it was interrupted.' },
    affects: 'The transaction.',
    sessionState: 'The interrupted transaction is open again.',
    references: [rfc(1845, '3')],
  },
} as const satisfies Record<number, ReplyCodeRow>
