import { rfc } from '../references.ts'
import type { CommandRow } from './commandRow.ts'

/** The commands of RFC 5321 4.1.1; replies as listed in RFC 5321 4.3.2. */
export const baseCommands = {
  EHLO: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: true,
    summary: 'Opens or re-opens the session, names the client and asks which extensions the server offers.',
    whenToUse:
      'The first command after the greeting, and once more right after a TLS handshake. Whatever belongs to an extension needs its reply first.',
    effect:
      'The session is open, the extensions of this reply replace those known before, and an open transaction is dropped.',
    mistakes: [
      'A name that is no fully qualified host name earns 501, 504 or 550 from strict servers; without a name, use an address literal such as [192.0.2.1].',
      'An IP address without brackets is no address literal and earns 501.',
      'Commands sent together with the first EHLO, while PIPELINING has not been announced yet, earn 503 or 554 from strict servers.',
      'After 500 or 502 an old server may still take HELO, so giving up is too early.',
    ],
    syntax: '"EHLO" SP ( Domain / address-literal )',
    replies: { success: [250], intermediate: [], error: [502, 504, 550] },
    references: [rfc(5321, '4.1.1.1'), rfc(5321, '4.1.4'), rfc(2920, '3.1')],
  },
  HELO: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: true,
    summary: 'Opens the session without extensions; the fallback where EHLO is refused.',
    whenToUse:
      'The first command to a server that answered EHLO with 500 or 502, and of a client that knows no extensions.',
    effect: 'The session is open without any extension, and an open transaction is dropped.',
    mistakes: [
      'Parameters of MAIL and RCPT belong to extensions, which HELO does not offer, and earn 555.',
      'AUTH and STARTTLS belong to extensions as well and earn 502 or 503.',
      'A name that is not fully qualified, or that nobody finds in the DNS, earns 450, 504 or 550 from strict servers.',
    ],
    syntax: '"HELO" SP Domain',
    replies: { success: [250], intermediate: [], error: [502, 504, 550] },
    references: [rfc(5321, '4.1.1.1'), rfc(5321, '3.2')],
  },
  MAIL: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: false,
    summary: 'Begins a mail transaction and gives the reverse-path, the address that bounces go to.',
    whenToUse:
      'After an accepted hello, on submission servers after AUTH, once for each message. No other transaction may be open.',
    effect: 'A transaction is open with this reverse-path and without recipients.',
    mistakes: [
      'A second MAIL before the message is sent or given up with RSET earns 503.',
      'An address without angle brackets, or a space behind the colon, earns 501 from strict servers.',
      'A parameter of an extension that was not announced earns 555 or 501.',
      'MAIL before AUTH earns 530 from a submission server.',
    ],
    syntax: '"MAIL FROM:" ( Path / "<>" ) [ SP Mail-parameters ]',
    replies: { success: [250], intermediate: [], error: [451, 452, 455, 503, 550, 552, 553, 555] },
    references: [rfc(5321, '4.1.1.2'), rfc(5321, '3.3'), rfc(5321, '4.1.1.11'), rfc(2920, '3.1')],
  },
  RCPT: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: false,
    summary: 'Adds one recipient, the forward-path, to the open transaction.',
    whenToUse: 'After an accepted MAIL, once for each recipient, and before DATA or BDAT.',
    effect: 'The recipient is added to the transaction; those accepted before stay.',
    mistakes: [
      'RCPT without an accepted MAIL earns 503.',
      'A recipient in a domain that the server does not serve earns 550 or 554 while the client is not logged in.',
      'A refusal such as 550 counts for one recipient alone, so giving up the message loses those that were accepted.',
      'More recipients than the server takes earn 452; they belong in the next transaction.',
    ],
    syntax: '"RCPT TO:" ( "<Postmaster@" Domain ">" / "<Postmaster>" / Path ) [ SP Rcpt-parameters ]',
    replies: {
      success: [250, 251],
      intermediate: [],
      error: [450, 451, 452, 455, 503, 550, 551, 552, 553, 555, 556],
    },
    references: [rfc(5321, '4.1.1.3'), rfc(5321, '3.3'), rfc(7504, '5.1'), rfc(2920, '3.1')],
  },
  DATA: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: true,
    summary: 'Asks to send the message; after 354 every line is content up to a line with a single dot.',
    whenToUse:
      'After MAIL and at least one accepted RCPT, as the last command of a group. Content may follow only once 354 has come.',
    effect:
      'After 354 every line is content up to a line with a single dot. The reply to that line ends the transaction, whatever it says.',
    mistakes: [
      'DATA before a recipient was accepted earns 503 or 554.',
      'Content sent without waiting for 354 is read as commands when DATA is refused, and each line earns 500.',
      'A line that begins with a dot needs a second one before it; a single dot alone ends the message, and the rest earns 500.',
      'DATA earns 503 after BDAT in the same transaction, and for a message with BODY=BINARYMIME.',
    ],
    syntax: '"DATA"',
    argument: null,
    replies: { success: [], intermediate: [354], error: [503, 554] },
    endOfData: { success: [250], error: [450, 451, 452, 550, 552, 554] },
    references: [rfc(5321, '4.1.1.4'), rfc(5321, '3.3'), rfc(5321, '4.2.5'), rfc(2920, '3.1')],
  },
  RSET: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: false,
    summary: 'Aborts the transaction; the session, its hello, TLS and authentication stay.',
    whenToUse:
      'Wherever a transaction is to be given up, for instance after DATA or a chunk was refused. It may come between any two commands, before the hello, too.',
    effect: 'Sender, recipients and the chunks sent so far are dropped. The hello, TLS and the login stay.',
    mistakes: [
      'Between 354 and the final dot RSET is a line of the message and earns no reply.',
      'AUTH after RSET earns 503, because the login was not dropped.',
      'An argument behind RSET earns 501.',
    ],
    syntax: '"RSET"',
    argument: null,
    replies: { success: [250], intermediate: [], error: [] },
    references: [rfc(5321, '4.1.1.5'), rfc(5321, '4.1.4'), rfc(2920, '3.1')],
  },
  VRFY: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: true,
    summary: 'Asks whether a user or mailbox exists; most servers decline to say.',
    whenToUse:
      'Between any two commands, for diagnosis. Whether a server takes mail for an address is told by RCPT alone.',
    effect: 'Nothing changes; an open transaction stays as it is.',
    mistakes: [
      'The reply 252 is no proof that the mailbox is there: the server does not tell.',
      'VRFY without an argument earns 501.',
      'Many questions in a row look like the harvesting of addresses and may earn 421.',
    ],
    syntax: '"VRFY" SP String [ SP "SMTPUTF8" ]',
    argument: 'a user or an address',
    replies: { success: [250, 251, 252], intermediate: [], error: [502, 504, 550, 551, 553] },
    references: [rfc(5321, '4.1.1.6'), rfc(5321, '3.5'), rfc(5321, '7.3'), rfc(6531, '3.7.4.2')],
  },
  EXPN: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: true,
    summary: 'Asks for the members of a mailing list; most servers decline to say.',
    whenToUse:
      'Between any two commands, for diagnosis of your own server. Others rarely tell who is on a list.',
    effect: 'Nothing changes; an open transaction stays as it is.',
    mistakes: [
      'A server that does not offer it answers 502 or 500.',
      'A mailbox of a person instead of a list earns 550.',
    ],
    syntax: '"EXPN" SP String [ SP "SMTPUTF8" ]',
    argument: 'the name of a list',
    replies: { success: [250, 252], intermediate: [], error: [500, 502, 504, 550] },
    references: [rfc(5321, '4.1.1.7'), rfc(5321, '3.5'), rfc(5321, '7.3'), rfc(6531, '3.7.4.2')],
  },
  HELP: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: true,
    summary: 'Asks for help that a person can read.',
    whenToUse:
      'Between any two commands, by a person who talks to the server by hand. Programs read the reply to EHLO.',
    effect: 'Nothing changes; an open transaction stays as it is.',
    mistakes: [
      'The text behind 211 or 214 is for people; it is no list of extensions.',
      'A topic that the server does not know earns 504.',
    ],
    syntax: '"HELP" [ SP String ]',
    replies: { success: [211, 214], intermediate: [], error: [502, 504] },
    references: [rfc(5321, '4.1.1.8'), rfc(5321, '4.3.2')],
  },
  NOOP: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: true,
    summary: 'Does nothing; keeps the session alive, or marks a point at which all replies have come.',
    whenToUse:
      'Between any two commands, to keep an idle session alive or to see whether it still stands. In a group it has to be the last.',
    effect: 'Nothing changes; its reply shows that all commands before it have been answered.',
    mistakes: [
      'Between 354 and the final dot NOOP is a line of the message and earns no reply.',
      'Servers count commands that do nothing, and too many earn 421.',
    ],
    syntax: '"NOOP" [ SP String ]',
    replies: { success: [250], intermediate: [], error: [] },
    references: [rfc(5321, '4.1.1.9'), rfc(5321, '4.1.4'), rfc(2920, '3.1')],
  },
  QUIT: {
    status: 'base',
    requiredKeyword: null,
    lastInGroup: true,
    summary: 'Ends the session; an open transaction is dropped, finished ones stay accepted.',
    whenToUse:
      'The last command of every session, also after errors and after a 554 greeting. Close the connection only once 221 has come.',
    effect:
      'The server answers 221 and closes. An open transaction is dropped; messages accepted before stay accepted.',
    mistakes: [
      'A connection closed without QUIT gets no 221, and the server logs that it was lost.',
      'Between 354 and the final dot QUIT is a line of the message and earns no reply.',
      'A command behind QUIT is answered by nobody, because the server closes.',
      'An argument behind QUIT earns 501.',
    ],
    syntax: '"QUIT"',
    argument: null,
    replies: { success: [221], intermediate: [], error: [] },
    references: [rfc(5321, '4.1.1.10'), rfc(5321, '4.1.4'), rfc(2920, '3.1')],
  },
} as const satisfies Record<string, CommandRow>
