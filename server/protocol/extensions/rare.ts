import { rfc } from '../references.ts'
import { type ExtensionRow, xtext } from './extensionRow.ts'

/** Extensions with an RFC that hardly any server offers. */
export const rareExtensions = {
  MTRK: {
    name: 'Message Tracking',
    summary: 'Lets the sender mark a message so that its way can be asked for later.',
    useful:
      'Add MTRK and a unique ENVID to MAIL, so that the way of the message can be asked for later. Without the keyword its track ends here.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'MTRK',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^[a-z\d+/]+(?::\d{1,9})?$/i,
        syntax: '"MTRK=" 1*base64 [ ":" 1*9DIGIT ]',
        summary:
          'Asks the server to remember the way of the message, and gives a hash that later questions have to match.',
      },
    ],
    commandLineIncrease: { MAIL: 40 },
    requires: ['DSN'],
    status: 'standard',
    references: [rfc(3885, '2'), rfc(3885, '3')],
  },
  'NO-SOLICITING': {
    name: 'Notification of no soliciting',
    summary: 'Tells which kinds of advertising the server refuses, and lets the client declare them.',
    useful:
      'Do not send messages of the classes behind the keyword, and declare with SOLICIT of which classes a message is. Without the keyword the parameter must not be sent.',
    keywordParameters: '[ word *( "," word ) ]',
    verbs: [],
    parameters: [
      {
        keyword: 'SOLICIT',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^[a-z][\w.:-]*(?:,[a-z][\w.:-]*)*$/i,
        syntax: '"SOLICIT=" word *( "," word ) ; word begins with a letter',
        summary: 'Declares of which classes of advertising the message is.',
      },
    ],
    commandLineIncrease: { MAIL: 1007 },
    requires: [],
    status: 'standard',
    references: [rfc(3865, '2'), rfc(3865, '4.1')],
  },
  CONPERM: {
    name: 'Content Conversion Permission',
    summary: 'Lets the sender permit that the content is converted on its way.',
    useful:
      'Add the parameter to MAIL if servers on the way may convert the content. Without the keyword it must not be sent.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'CONPERM',
        commands: ['MAIL'],
        value: 'none',
        pattern: null,
        syntax: '"CONPERM"',
        summary: 'Permits the servers on the way to convert the content as its Content-Convert fields say.',
      },
    ],
    commandLineIncrease: {},
    requires: [],
    status: 'standard',
    references: [rfc(4141, '4')],
  },
  CONNEG: {
    name: 'Content Negotiation',
    summary: "Lets the client ask what content the recipient's device can show; the reply to RCPT tells it.",
    useful:
      'Add the parameter to RCPT, and send content that suits what the reply tells. Without the keyword it must not be sent, and nothing is known of the device.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'CONNEG',
        commands: ['RCPT'],
        value: 'none',
        pattern: null,
        syntax: '"CONNEG"',
        summary: 'Asks the server to tell in its reply which content the device of the recipient can show.',
      },
    ],
    commandLineIncrease: {},
    requires: [],
    status: 'standard',
    references: [rfc(4141, '5')],
  },
  CHECKPOINT: {
    name: 'Checkpoint/Restart',
    summary: 'Lets the client resume an interrupted transfer where it broke off.',
    useful:
      'Give every message a TRANSID; after an interruption repeat it, and after 355 go on at the octet that the reply names. Without the keyword send the message again from its beginning.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'TRANSID',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^<[!-;?A-~]+@[!-;?A-~]+>$/,
        syntax: '"TRANSID=<" 1*CHAR "@" 1*CHAR ">"',
        summary: 'Names the transaction, so that it can be resumed on another connection.',
      },
    ],
    commandLineIncrease: { MAIL: 88 },
    requires: [],
    status: 'experimental',
    references: [rfc(1845, '2'), rfc(1845, '3')],
  },
  SUBMITTER: {
    name: 'Responsible Submitter',
    summary: 'Names the address responsible for the message, a part of Sender ID, which has been given up.',
    useful: 'Nothing any more: leave the parameter out, as nobody judges by it.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'SUBMITTER',
        commands: ['MAIL'],
        value: 'required',
        pattern: xtext,
        syntax: '"SUBMITTER=" xtext ; of a mailbox',
        summary: 'Names the address that is responsible for sending the message this time.',
      },
    ],
    commandLineIncrease: {},
    requires: [],
    status: 'obsolete',
    references: [rfc(4405, '2'), rfc(4405, '4')],
  },
} as const satisfies Record<string, ExtensionRow>
