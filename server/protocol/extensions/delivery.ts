import { rfc } from '../references.ts'
import { type ExtensionRow, xtext } from './extensionRow.ts'

/** What the sender wants of the delivery: reports, times, priority, conditions. */
export const deliveryExtensions = {
  DSN: {
    name: 'Delivery Status Notification',
    summary: 'Lets the sender ask for reports about delivery, delay or failure, and say what they contain.',
    useful:
      'Add NOTIFY and ORCPT to RCPT, RET and ENVID to MAIL, to say which reports are wanted. Without the keyword none of them may be sent, and only failures are reported.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'RET',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^(?:FULL|HDRS)$/i,
        syntax: '"RET=" ( "FULL" / "HDRS" )',
        summary: 'Says how much of the message a report of failure brings back.',
        values: { FULL: 'The whole message.', HDRS: 'Its header alone.' },
      },
      {
        keyword: 'ENVID',
        commands: ['MAIL'],
        value: 'required',
        pattern: xtext,
        syntax: '"ENVID=" xtext',
        summary: 'Names the transaction, so that the sender knows which one a report is about.',
      },
      {
        keyword: 'NOTIFY',
        commands: ['RCPT'],
        value: 'required',
        pattern: /^(?:NEVER|(?:SUCCESS|FAILURE|DELAY)(?:,(?:SUCCESS|FAILURE|DELAY))*)$/i,
        syntax: '"NOTIFY=" ( "NEVER" / 1#( "SUCCESS" / "FAILURE" / "DELAY" ) )',
        summary: 'Says when a report about this recipient is wanted.',
        values: {
          NEVER: 'No report at all, not even when the delivery fails.',
          SUCCESS: 'When the message was delivered.',
          FAILURE: 'When the delivery failed for good.',
          DELAY: 'When the delivery takes longer than usual, if the server reports that.',
        },
      },
      {
        keyword: 'ORCPT',
        commands: ['RCPT'],
        value: 'required',
        // With the address type utf-8 UTF-8 may stand as it is (RFC 6533 3).
        pattern:
          /^(?:[Uu][Tt][Ff]-8;(?:[!-*,-<>-~\u0080-\uffff]|\+[\dA-F]{2})+|[\w!#$%&'*+/?^`{|}~-]+;(?:[!-*,-<>-~]|\+[\dA-F]{2})+)$/,
        syntax: '"ORCPT=" addr-type ";" xtext ; e.g. rfc822;b@mx.example',
        summary:
          'Keeps the recipient as the sender gave it, so that a report names it after the mail was forwarded.',
        values: {
          RFC822: 'An Internet mail address in ASCII.',
          'UTF-8': 'An Internet mail address that may hold other characters than ASCII.',
        },
      },
    ],
    // RFC 3461 leaves the sum to the reader; RFC 3885 gives it for ENVID and ORCPT.
    commandLineIncrease: { MAIL: 107, RCPT: 507 },
    requires: [],
    status: 'standard',
    references: [rfc(3461, '4'), rfc(3461, '5.1'), rfc(6533, '3'), rfc(3885, '2')],
  },
  DELIVERBY: {
    name: 'Deliver By',
    summary: 'Lets the sender set a time for the delivery, and say what happens when it is over.',
    useful:
      'Add BY to MAIL for a message that is late after some time; a number behind the keyword is the shortest time for mode R. Without the keyword a message with mode R must not be sent to this server.',
    keywordParameters: '[ 1*9DIGIT ] *( "," deliverby-token )',
    verbs: [],
    parameters: [
      {
        keyword: 'BY',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^[+-]?\d{1,9};[NR]T?$/i,
        syntax: '"BY=" [ "+" / "-" ] 1*9DIGIT ";" ( "N" / "R" ) [ "T" ]',
        summary: 'Sets how many seconds the delivery may take, and what happens when they are over.',
        values: {
          N: 'Notify: the sender gets a report of the delay, and the server goes on trying.',
          R: 'Return: the server gives up, and the sender gets a report of the failure.',
          T: 'Trace, behind N or R: the sender gets a report for each server that passes the message on.',
        },
      },
    ],
    commandLineIncrease: { MAIL: 17 },
    requires: [],
    status: 'standard',
    references: [rfc(2852, '2'), rfc(2852, '4')],
  },
  FUTURERELEASE: {
    name: 'Future Message Release',
    summary: 'Submission only: the server holds the message back until a time that the sender sets.',
    useful:
      'Add HOLDFOR or HOLDUNTIL to MAIL, one of them and within the limits behind the keyword. Without it the client has to keep the message until its time has come.',
    keywordParameters: '1*9DIGIT SP date-time',
    verbs: [],
    parameters: [
      {
        keyword: 'HOLDFOR',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^[1-9]\d{0,8}$/,
        syntax: '"HOLDFOR=" %x31-39 *8DIGIT ; seconds',
        summary: 'Asks the server to keep the message for so many seconds before it is sent on.',
      },
      {
        keyword: 'HOLDUNTIL',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i,
        syntax: '"HOLDUNTIL=" date-time ; RFC 3339 5.6, in UTC',
        summary: 'Asks the server to keep the message until this time before it is sent on.',
      },
    ],
    commandLineIncrease: { MAIL: 34 },
    requires: [],
    status: 'standard',
    references: [rfc(4865, '3'), rfc(4865, '4'), rfc(4865, '5')],
  },
  'MT-PRIORITY': {
    name: 'Message Transfer Priorities',
    summary: 'Lets the sender give the message a priority from -9 to 9.',
    useful:
      'Add the parameter to MAIL for a message that should go before or after others. Without the keyword it must not be sent, and the server treats all messages alike.',
    keywordParameters: '[ 1*20( ALPHA / DIGIT / "-" / "_" / "." ) ]',
    verbs: [],
    parameters: [
      {
        keyword: 'MT-PRIORITY',
        commands: ['MAIL'],
        value: 'required',
        pattern: /^(?:-?[1-9]|0)$/,
        syntax: '"MT-PRIORITY=" ( [ "-" ] %x31-39 / "0" )',
        summary: 'Says how urgent the message is; a higher number goes first.',
        values: {
          '-9': 'The least urgent.',
          '0': 'Normal, as without the parameter.',
          '9': 'The most urgent.',
        },
      },
    ],
    commandLineIncrease: { MAIL: 15 },
    requires: [],
    status: 'standard',
    references: [rfc(6710, '3'), rfc(6710, '4.1'), rfc(6710, '7')],
  },
  RRVS: {
    name: 'Require Recipient Valid Since',
    summary: 'Lets the sender refuse delivery to a mailbox that has changed its owner since a given time.',
    useful:
      'Add the parameter to RCPT for content that is for the owner whom you know, such as a new password. Without the keyword nobody checks the owner.',
    keywordParameters: null,
    verbs: [],
    parameters: [
      {
        keyword: 'RRVS',
        commands: ['RCPT'],
        value: 'required',
        pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)(?:;[CR])?$/i,
        syntax: '"RRVS=" date-time [ ";" ( "C" / "R" ) ] ; without fractions of a second',
        summary: 'Asks to refuse the recipient if the mailbox has changed its owner since this time.',
        values: {
          R: 'Refuse, as without a letter: the message does not go to a server that cannot check this.',
          C: 'Continue: the message goes also to a server that cannot check this.',
        },
      },
    ],
    commandLineIncrease: { RCPT: 33 },
    requires: [],
    status: 'standard',
    references: [rfc(7293, '3.1'), rfc(7293, '5.1')],
  },
} as const satisfies Record<string, ExtensionRow>
