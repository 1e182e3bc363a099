import { bad, type Case503, mail, message, rcpt } from './cases503.ts'
import { helloWith } from './hovering.ts'

const hello = helloWith()
const auth = helloWith('AUTH PLAIN LOGIN')

export const extensions503: readonly Case503[] = [
  {
    name: 'AUTH a second time',
    lines: [...auth, 'C: AUTH PLAIN ****', 'S: 235 ok', 'C: AUTH PLAIN ****', bad],
    here: [/authenticated/, /only once/],
    links: [5],
    todo: /[Ll]eave (AUTH|it) out/,
  },
  {
    name: 'AUTH a second time, after one of several steps',
    lines: [
      ...[...auth, 'C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: ****', 'S: 334 UGFzc3dvcmQ6', 'C: ****'],
      ...['S: 235 ok', 'C: AUTH LOGIN', bad],
    ],
    here: [/authenticated/, /only once/],
    links: [5],
    todo: /[Ll]eave (AUTH|it) out/,
  },
  {
    name: 'AUTH in a transaction',
    lines: [...auth, ...mail, 'C: AUTH PLAIN ****', bad],
    here: /transaction/,
    links: [5],
    todo: /RSET first/,
  },
  {
    name: 'AUTH before EHLO',
    lines: ['S: 220 mx ESMTP', 'C: AUTH PLAIN ****', bad],
    here: /needs an EHLO/,
    links: [],
    todo: /Insert EHLO/,
  },
  {
    name: 'AUTH after HELO',
    lines: ['S: 220 mx ESMTP', 'C: HELO c', 'S: 250 mx', 'C: AUTH PLAIN ****', bad],
    here: /EHLO/,
    links: [],
    todo: /Insert EHLO/,
  },
  {
    name: 'AUTH after STARTTLS',
    lines: [...helloWith('STARTTLS'), 'C: STARTTLS', 'S: 220 go', 'C: AUTH PLAIN ****', bad],
    here: /EHLO/,
    links: [],
    todo: /Insert EHLO/,
  },
  {
    name: 'AUTH that was not announced',
    lines: [...hello, 'C: AUTH PLAIN ****', bad],
    here: /not (announce|offer) AUTH/,
    links: null,
    todo: /STARTTLS and EHLO.*465.*587|465.*587/,
  },
  {
    name: 'STARTTLS under TLS',
    lines: [
      ...helloWith('STARTTLS'),
      'C: STARTTLS',
      'S: 220 go',
      ...['C: EHLO c', 'S: 250 mx'],
      'C: STARTTLS',
      bad,
    ],
    here: /TLS is (already on|on already)/,
    links: [],
    todo: /[Ll]eave STARTTLS out/,
  },
  {
    name: 'STARTTLS in a transaction',
    lines: [...helloWith('STARTTLS'), ...mail, 'C: STARTTLS', bad],
    here: /transaction/,
    links: [5],
    todo: /RSET first/,
  },
  {
    name: 'STARTTLS that was not announced',
    lines: [...hello, 'C: STARTTLS', bad],
    here: /announced|offer/,
    links: null,
    todo: /EHLO/,
  },
  {
    name: 'ETRN in a transaction',
    lines: [...helloWith('ETRN'), ...mail, 'C: ETRN example.net', bad],
    here: [/ETRN is not allowed/, /transaction/],
    links: [5],
    todo: /RSET/,
  },
  {
    name: 'XFORWARD in a transaction',
    lines: [...helloWith('XFORWARD NAME'), ...mail, 'C: XFORWARD NAME=x', bad],
    here: /XFORWARD is not allowed/,
    links: [5],
    todo: /RSET/,
  },
  {
    name: 'ETRN before EHLO',
    lines: ['S: 220 mx ESMTP', 'C: ETRN example.net', bad],
    here: /ETRN.*needs an? EHLO/,
    links: [],
    todo: /Insert EHLO/,
  },
  {
    name: 'NOOP after a refused chunk',
    lines: [
      ...helloWith('CHUNKING'),
      ...mail,
      ...rcpt,
      'C: BDAT 7',
      'C: hello',
      'S: 552 full',
      'C: NOOP',
      bad,
    ],
    here: /BDAT/,
    links: [9],
    todo: /RSET/,
  },
  {
    name: 'NOOP before EHLO',
    lines: ['S: 220 mx ESMTP', 'C: NOOP', bad],
    here: [/NOOP may stand anywhere/, /server/],
    links: [],
    todo: /EHLO first/,
  },
  {
    name: 'a verb that nobody knows',
    lines: [...hello, 'C: XYZZY plugh', bad],
    here: /not know/,
    links: [],
    todo: /Do(?: not use|.* without)/,
  },
  {
    name: 'a command that may stand there',
    lines: [...helloWith('ETRN'), 'C: ETRN example.net', bad],
    here: /not at this point/,
    links: [],
    todo: /reply to the command before/,
  },
]

const pipelining = helloWith('PIPELINING')

export const groups503: readonly Case503[] = [
  {
    name: 'RCPT pipelined behind a MAIL that was refused',
    lines: [...pipelining, 'C: MAIL FROM:<a@example.net>', 'C: RCPT TO:<b@example.org>', 'S: 550 no', bad],
    here: [/pipelined behind `?MAIL/, /550/],
    links: [5],
    todo: /[Nn]othing to fix in this line/,
  },
  {
    name: 'DATA pipelined behind recipients that were all refused',
    lines: [
      ...[...pipelining, 'C: MAIL FROM:<a@example.net>', 'C: RCPT TO:<b@example.org>', 'C: DATA'],
      ...['S: 250 OK', 'S: 450 later', bad],
    ],
    here: [/pipelined behind `?RCPT/, /450/],
    links: [6],
    todo: /[Nn]othing to fix in this line/,
  },
  {
    name: 'DATA behind a refused RCPT, in a group that begins with the end of a refused message',
    lines: [
      ...[...pipelining, ...mail, ...rcpt, ...message.slice(0, -1)],
      ...['C: MAIL FROM:<a@example.net>', 'C: RCPT TO:<b@example.org>', 'C: DATA'],
      ...['S: 554 spam', 'S: 250 OK', 'S: 450 later', bad],
    ],
    here: [/pipelined behind `?RCPT/, /450/],
    links: [16],
    todo: /[Nn]othing to fix in this line/,
  },
  {
    name: 'RCPT behind a refused MAIL, in a group in which a recipient before RSET was refused, too',
    lines: [
      ...[...pipelining, ...mail],
      ...[
        'C: RCPT TO:<x@example.org>',
        'C: RSET',
        'C: MAIL FROM:<a@example.net>',
        'C: RCPT TO:<b@example.org>',
      ],
      ...['S: 550 nobody', 'S: 250 OK', 'S: 451 later', bad],
    ],
    here: [/pipelined behind `?MAIL/, /451/],
    links: [9],
    todo: /[Nn]othing to fix in this line/,
  },
  {
    name: 'DATA pipelined behind an accepted recipient',
    lines: [
      ...[
        ...pipelining,
        'C: MAIL FROM:<a@example.net>',
        'C: RCPT TO:<b@example.org>',
        'C: RCPT TO:<x@example.org>',
      ],
      ...['C: DATA', 'S: 250 OK', 'S: 250 OK', 'S: 550 nobody', bad],
    ],
    here: [/recipient was accepted/, /order is right/],
    links: [],
    todo: /policy/,
  },
  {
    name: 'a nested MAIL in a group, which nobody but the client is to blame for',
    lines: [
      ...[...pipelining, 'C: MAIL FROM:<a@example.net>', 'C: MAIL FROM:<b@example.net>'],
      ...['S: 250 OK', bad],
    ],
    here: /transaction is( already)? open/,
    links: [5],
    todo: /RSET/,
  },
]
