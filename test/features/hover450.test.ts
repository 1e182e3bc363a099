import assert from 'node:assert/strict'
import { writableDialects } from '../../server/transcript/dialects/registry.ts'
import { headings, helloWith, inDialect, markdownIn, sectionOf } from './hovering.ts'

const hello = helloWith()
const mail = ['C: MAIL FROM:<anna@example.net>', 'S: 250 OK']
const rcpt = ['C: RCPT TO:<bob@example.org>', 'S: 250 OK']
const message = ['C: DATA', 'S: 354 go', 'C: Subject: hello', 'C:', 'C: hello', 'C: .']

/** What leads to a command that gets the 450. */
const before: Readonly<Record<string, readonly string[]>> = {
  EHLO: ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net'],
  MAIL: [...hello, 'C: MAIL FROM:<anna@example.net>'],
  RCPT: [...hello, ...mail, 'C: RCPT TO:<bob@example.org>'],
  DATA: [...hello, ...mail, ...rcpt, 'C: DATA'],
  '.': [...hello, ...mail, ...rcpt, ...message],
  AUTH: [...helloWith('AUTH PLAIN'), 'C: AUTH PLAIN ****'],
  VRFY: [...hello, 'C: VRFY bob'],
  ATRN: [...helloWith('ATRN'), 'C: ATRN example.net'],
  ETRN: [...helloWith('ETRN'), 'C: ETRN example.net'],
}

/** The variants of the 450 hover: the answered command, the text of the reply, what is told and what to do. */
const variants: readonly (readonly [string, keyof typeof before, string, RegExp, RegExp])[] = [
  ['atrn-refused', 'ATRN', 'try later', /turn/, /ATRN again later/],
  [
    'auth-rate',
    'AUTH',
    '4.7.1 Error: too many AUTH commands',
    /log ?in|login/,
    /limit.*password|password.*limit/,
  ],
  [
    'greylisting',
    'RCPT',
    '4.2.0 <b@x>: Recipient address rejected: Greylisted',
    /^Greylisting/,
    /same IP address/,
  ],
  [
    'greylisting at MAIL',
    'MAIL',
    '4.7.1 Greylisting in action, please come back later',
    /^Greylisting/,
    /envelope/,
  ],
  ['greylisting at DATA', 'DATA', 'gray-listed, try again in 300 seconds', /^Greylisting/, /same/],
  ['postscreen', 'RCPT', '4.3.2 Service currently unavailable', /postscreen/, /same IP address/],
  [
    'recipient-rate',
    'RCPT',
    '4.2.1 The user is receiving mail at a rate that',
    /recipient gets mail/,
    /interval/,
  ],
  ['client-rate', 'MAIL', '4.7.1 Error: too much mail from 192.0.2.10', /sends too much/, /[Ss]low down/],
  [
    'sender-domain-dns',
    'RCPT',
    '4.1.8 <a@b>: Sender address rejected: Domain not found',
    /MAIL FROM.*DNS/,
    /exists/,
  ],
  [
    'recipient-domain-dns',
    'RCPT',
    '4.1.2 <b@x>: Recipient address rejected: Domain not found',
    /recipient's domain/,
    /spelling/,
  ],
  ['client-reverse-dns', 'RCPT', '4.7.25 Client host rejected: cannot find your hostname', /PTR/, /[Ss]et/],
  [
    'helo-name-dns',
    'RCPT',
    '4.7.1 <x>: Helo command rejected: Host not found',
    /EHLO/,
    /address record|A\/AAAA/,
  ],
  [
    'address-verification',
    'RCPT',
    '4.1.1 <b@x>: unverified address: Address verification in progress',
    /asks|asking/,
    /minutes/,
  ],
  [
    'unknown-user-as-temporary',
    'RCPT',
    '4.1.1 <b@x>: User unknown in local recipient table',
    /test mode/,
    /[Ff]ollow the code/,
  ],
  ['encryption-required', 'MAIL', '4.7.1 Session encryption is required', /TLS/, /STARTTLS/],
  ['mailbox-full', 'RCPT', '4.2.2 over quota', /full/, /make room/],
  ['mailbox-busy', 'RCPT', '4.2.1 mailbox is locked', /mailbox exists/, /[Rr]etry later/],
  ['mailbox-busy by its code alone', 'RCPT', '4.2.0 not now', /mailbox exists/, /[Rr]etry later/],
  ['list-expansion', 'RCPT', '4.2.4 later', /mailing list/, /[Rr]etry later/],
  ['priority', 'MAIL', '4.7.15 later', /priority/, /MT-PRIORITY/],
  ['content-deferred', '.', 'please try later', /content/, /nothing was delivered/],
  ['hello-refused', 'EHLO', 'not now', /name or the address|name or address/, /QUIT/],
  ['vrfy', 'VRFY', 'cannot tell', /cannot check|cannot be checked/, /send the message/],
  ['system', 'RCPT', '4.3.0 maintenance', /difficulty of its own|problem of its own/, /nothing to change/],
  ['policy-by-code', 'RCPT', '4.7.1 not now', /policy/, /SPF/],
  ['mail-deferred', 'MAIL', 'not now', /sender or the client/, /whole message/],
  ['fallback', 'ETRN', 'not now', /retry/, /[Rr]etry/],
  ['fallback at RCPT', 'RCPT', 'not now', /retry/, /queue/],
]

describe('the hover on 450 tells why', () => {
  for (const [name, command, text, here, todo] of variants) {
    it(name, () => {
      for (const dialect of writableDialects) {
        const lines = [...(before[command] ?? []), `S: |450 ${text}`]
        const markdown = markdownIn(inDialect(lines, dialect), dialect)
        assert.match(sectionOf(markdown, headings[0]), here, dialect.name)
        assert.match(sectionOf(markdown, headings[1]), todo, dialect.name)
        assert.match(markdown, /450 Requested mail action not taken: mailbox unavailable/)
      }
    })
  }
})
