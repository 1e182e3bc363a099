import * as l10n from '@vscode/l10n'

/** A session to begin with, in lines `C: …` and `S: …`; `TLS` is the handshake. A name in braces is filled in. */
export interface SessionScript {
  readonly title: () => string
  /** Words that somebody may type for it. */
  readonly words: string
  readonly lines: readonly string[]
}

const greeting = ['S: 220 {server} ESMTP', 'C: EHLO {client}']
const mail = ['C: MAIL FROM:<{sender}>', 'S: 250 2.1.0 Ok']
const rcpt = ['C: RCPT TO:<{recipient}>', 'S: 250 2.1.5 Ok']
const message = [
  'C: From: {sender}',
  'C: To: {recipient}',
  'C: Date: Mon, 2 Mar 2026 10:15:00 +0000',
  'C: Subject: {subject}',
  'C: ',
  'C: {text}',
]
const data = [
  'C: DATA',
  'S: 354 End data with <CR><LF>.<CR><LF>',
  ...message,
  'C: .',
  'S: 250 2.0.0 Ok: queued',
]
const quit = ['C: QUIT', 'S: 221 2.0.0 Bye']
const startTls = [
  'S: 250-{server}',
  'S: 250 STARTTLS',
  'C: STARTTLS',
  'S: 220 2.0.0 Ready to start TLS',
  'TLS',
]
const plainHello = [...greeting, 'S: 250-{server}', 'S: 250-8BITMIME', 'S: 250 ENHANCEDSTATUSCODES']

/** The sessions that are offered where one may begin. */
export const sessionScripts: readonly SessionScript[] = [
  {
    title: () => l10n.t`session: a simple delivery`,
    words: 'session simple delivery',
    lines: [...plainHello, ...mail, ...rcpt, ...data, ...quit],
  },
  {
    title: () => l10n.t`session: a delivery with STARTTLS`,
    words: 'session STARTTLS delivery TLS',
    lines: [
      ...greeting,
      ...startTls,
      'C: EHLO {client}',
      'S: 250-{server}',
      'S: 250 ENHANCEDSTATUSCODES',
      ...mail,
      ...rcpt,
      ...data,
      ...quit,
    ],
  },
  {
    title: () => l10n.t`session: a login and a delivery`,
    words: 'session AUTH login submission',
    lines: [
      ...greeting,
      ...startTls,
      'C: EHLO {client}',
      'S: 250-{server}',
      'S: 250-AUTH PLAIN LOGIN',
      'S: 250 ENHANCEDSTATUSCODES',
      'C: AUTH PLAIN',
      'S: 334 ',
      'C: ********',
      'S: 235 2.7.0 Authentication successful',
      ...mail,
      ...rcpt,
      ...data,
      ...quit,
    ],
  },
  {
    title: () => l10n.t`session: a refused recipient`,
    words: 'session refused recipient 550',
    lines: [
      ...plainHello,
      ...mail,
      'C: RCPT TO:<{recipient}>',
      'S: 550 5.1.1 <{recipient}>: User unknown',
      'C: RSET',
      'S: 250 2.0.0 Ok',
      ...quit,
    ],
  },
  {
    title: () => l10n.t`session: greylisting, and a retry`,
    words: 'session greylisting 450 retry',
    lines: [
      ...plainHello,
      ...mail,
      'C: RCPT TO:<{recipient}>',
      'S: 450 4.7.1 <{recipient}>: Greylisted, try again later',
      ...quit,
      '',
      ...plainHello,
      ...mail,
      ...rcpt,
      ...data,
      ...quit,
    ],
  },
  {
    title: () => l10n.t`session: a pipelined delivery`,
    words: 'session pipelined PIPELINING',
    lines: [
      ...greeting,
      'S: 250-{server}',
      'S: 250-PIPELINING',
      'S: 250 ENHANCEDSTATUSCODES',
      'C: MAIL FROM:<{sender}>',
      'C: RCPT TO:<{recipient}>',
      'C: DATA',
      'S: 250 2.1.0 Ok',
      'S: 250 2.1.5 Ok',
      'S: 354 End data with <CR><LF>.<CR><LF>',
      ...message,
      'C: .',
      'C: QUIT',
      'S: 250 2.0.0 Ok: queued',
      'S: 221 2.0.0 Bye',
    ],
  },
  {
    title: () => l10n.t`session: a delivery with BDAT`,
    words: 'session BDAT CHUNKING',
    lines: [
      ...greeting,
      'S: 250-{server}',
      'S: 250-CHUNKING',
      'S: 250 ENHANCEDSTATUSCODES',
      ...mail,
      ...rcpt,
      'C: BDAT {octets} LAST',
      ...message,
      'S: 250 2.0.0 Ok: queued',
      ...quit,
    ],
  },
  {
    title: () => l10n.t`session: LMTP to two recipients`,
    words: 'session LMTP LHLO',
    lines: [
      'S: 220 {server} LMTP ready',
      'C: LHLO {client}',
      'S: 250-{server}',
      'S: 250-PIPELINING',
      'S: 250 ENHANCEDSTATUSCODES',
      ...mail,
      ...rcpt,
      'C: RCPT TO:<{other}>',
      'S: 250 2.1.5 Ok',
      ...data.slice(0, -1),
      'S: 250 2.1.5 <{recipient}> delivered',
      'S: 452 4.2.2 <{other}> mailbox full',
      ...quit,
    ],
  },
]

/** How many octets the message of a script has, its line ends included. */
export function messageOctets(fill: (line: string) => string): number {
  return message
    .map(line => fill(line).length - 'C: '.length + '\r\n'.length)
    .reduce((sum, one) => sum + one, 0)
}
