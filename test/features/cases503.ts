import { helloWith } from './hovering.ts'

/** A transcript with a 503, and what its hover has to say. */
export interface Case503 {
  readonly name: string
  /** In `C: ` and `S: ` lines, the cursor mark in front of the code. */
  readonly lines: readonly string[]
  /** What the sentence about this session says. */
  readonly here: RegExp | readonly RegExp[]
  /** The lines that it links to, from 1, each of them one of a few; null where any would do. */
  readonly links: readonly (number | readonly number[])[] | null
  readonly todo: RegExp
  /** What would not be true. */
  readonly never?: RegExp
}

const hello = helloWith()
export const mail = ['C: MAIL FROM:<anna@example.net>', 'S: 250 OK']
export const rcpt = ['C: RCPT TO:<bob@example.org>', 'S: 250 OK']
export const message = [
  'C: DATA',
  'S: 354 go',
  'C: Subject: hello',
  'C:',
  'C: hello',
  'C: .',
  'S: 250 queued',
]
export const bad = 'S: |503 bad sequence of commands'
export const chunk = ['C: BDAT 7', 'C: hello', 'S: 250 7 octets']

// The lines of `hello` are 1 to 3, those of `mail` behind it 4 and 5, those of `rcpt` 6 and 7.
export const helloAndMail503: readonly Case503[] = [
  {
    name: 'a refused greeting',
    lines: ['S: 554 no service here', 'C: EHLO client.example.net', bad],
    here: [/greeting/, /554/],
    links: [1],
    todo: /QUIT/,
  },
  {
    name: 'a refused greeting, also to NOOP',
    lines: ['S: 521 mx.example.org does not accept mail', 'C: NOOP', bad],
    here: [/greeting/, /521/],
    links: [1],
    todo: /QUIT/,
  },
  {
    name: 'improper pipelining, as the text says',
    lines: [
      ...hello,
      'C: MAIL FROM:<anna@example.net>',
      'S: |503 5.5.0 Improper use of SMTP command pipelining',
    ],
    here: /PIPELINING/,
    links: [],
    todo: /[Ww]ait for every reply/,
  },
  {
    name: 'authentication first, as the text says',
    lines: [...hello, 'C: MAIL FROM:<anna@example.net>', 'S: |503 5.5.1 You must authenticate first.'],
    here: [/AUTH/, /530/],
    links: [],
    todo: /[Aa]uthenticate|AUTH/,
  },
  {
    name: 'an option, as the text says',
    lines: [...hello, 'C: MAIL FROM:<anna@example.net> RET=HDRS', 'S: |503 5.5.4 Unsupported option'],
    here: [/order/, /parameter/],
    links: [],
    todo: /without (the|that) parameter/,
  },
  {
    name: 'a hello among chunks',
    lines: [...helloWith('CHUNKING'), ...mail, ...rcpt, ...chunk, 'C: EHLO client.example.net', bad],
    here: /not finished/,
    links: [9],
    todo: /RSET/,
  },
  {
    name: 'a second hello',
    lines: [...hello, 'C: EHLO client.example.net', 'S: |503 5.5.1 Invalid command: Already identified'],
    here: /legal/,
    links: [2],
    todo: /[Ll]eave (the second hello|it) out/,
  },
  {
    name: 'MAIL after STARTTLS',
    lines: [...helloWith('STARTTLS'), 'C: STARTTLS', 'S: 220 go', 'C: MAIL FROM:<anna@example.net>', bad],
    here: /STARTTLS/,
    links: [5],
    todo: /EHLO after the TLS handshake/,
  },
  {
    name: 'MAIL after XCLIENT',
    lines: [
      ...helloWith('XCLIENT NAME'),
      ...['C: XCLIENT NAME=mail.example.com', 'S: 220 mx.example.org ESMTP'],
      ...['C: MAIL FROM:<anna@example.net>', bad],
    ],
    here: /XCLIENT/,
    links: [5],
    todo: /EHLO/,
  },
  {
    name: 'MAIL after a refused hello',
    lines: ['S: 220 mx ESMTP', 'C: EHLO c', 'S: 501 bad name', 'C: MAIL FROM:<anna@example.net>', bad],
    here: [/refused/, /501/],
    links: [2],
    todo: /HELO.*501.*name/,
  },
  {
    name: 'MAIL before any hello',
    lines: ['S: 220 mx ESMTP', 'C: MAIL FROM:<anna@example.net>', bad],
    here: /No EHLO/,
    links: [],
    todo: /Insert EHLO before MAIL/,
  },
  {
    name: 'MAIL after a refused DATA',
    lines: [...hello, ...mail, ...rcpt, 'C: DATA', 'S: 451 later', 'C: MAIL FROM:<anna@example.net>', bad],
    here: [/DATA/, /451/, /not close/],
    links: [8],
    todo: /RSET before this MAIL/,
  },
  {
    name: 'MAIL among chunks',
    lines: [...helloWith('CHUNKING'), ...mail, ...rcpt, ...chunk, 'C: MAIL FROM:<anna@example.net>', bad],
    here: /still open/,
    links: [9],
    todo: /LAST.*RSET/,
  },
  {
    name: 'MAIL in a transaction',
    lines: [...hello, ...mail, ...rcpt, 'C: MAIL FROM:<anna@example.net>', bad],
    here: /transaction is( already)? open/,
    links: [4],
    todo: /RSET/,
  },
  {
    name: 'MAIL after a finished message',
    lines: [...hello, ...mail, ...rcpt, ...message, 'C: MAIL FROM:<anna@example.net>', bad],
    here: /transaction before is over/,
    links: [],
    todo: /RSET.*connection/,
  },
  {
    name: 'MAIL where nothing was before but EHLO',
    lines: [...hello, 'C: MAIL FROM:<anna@example.net>', bad],
    here: /not at this point/,
    links: [],
    todo: /reply to the command before/,
    never: /transaction before/,
  },
]

export const recipients503: readonly Case503[] = [
  {
    name: 'RCPT after a refused MAIL',
    lines: [...hello, 'C: MAIL FROM:<anna@example.net>', 'S: 550 no', 'C: RCPT TO:<bob@example.org>', bad],
    here: [/MAIL/, /550/],
    links: [4],
    todo: /4yz.*5yz/,
  },
  {
    name: 'RCPT after RSET',
    lines: [...hello, ...mail, 'C: RSET', 'S: 250 OK', 'C: RCPT TO:<bob@example.org>', bad],
    here: /closed by RSET/,
    links: [6],
    todo: /MAIL again/,
  },
  {
    name: 'RCPT after a hello that reset',
    lines: [...hello, ...mail, 'C: EHLO c', 'S: 250 mx', 'C: RCPT TO:<bob@example.org>', bad],
    here: /closed by EHLO/,
    links: [6],
    todo: /MAIL again/,
  },
  {
    name: 'RCPT after the end of the message',
    lines: [...hello, ...mail, ...rcpt, ...message, 'C: RCPT TO:<carol@example.org>', bad],
    here: /closed/,
    links: null,
    todo: /MAIL again/,
  },
  {
    name: 'RCPT among chunks, which begin with the first',
    lines: [
      ...helloWith('CHUNKING'),
      ...mail,
      ...rcpt,
      ...chunk,
      ...chunk,
      'C: RCPT TO:<carol@example.org>',
      bad,
    ],
    here: /recipients must come before/,
    links: [9],
    todo: /RSET.*MAIL.*RCPT.*BDAT/,
  },
  {
    name: 'RCPT where nothing was before but EHLO',
    lines: [...hello, 'C: RCPT TO:<bob@example.org>', bad],
    here: /[Nn]o MAIL FROM/,
    links: [],
    todo: /Insert MAIL before RCPT/,
    never: /closed by/,
  },
  {
    name: 'RCPT though MAIL was accepted',
    lines: [...hello, ...mail, 'C: RCPT TO:<bob@example.org>', bad],
    here: [/MAIL was accepted/, /order is right/],
    links: [],
    todo: /Read the text/,
  },
]
