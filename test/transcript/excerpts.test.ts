import assert from 'node:assert/strict'
import type { WritableDialect } from '../../server/transcript/dialects/dialect.ts'
import { writableDialects } from '../../server/transcript/dialects/registry.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { dedent, expectListing, listing } from './listing.ts'

/** A session without a mistake that comes to every state. */
const wholeSession = dedent(`
  S: 220-mx.example ESMTP
  S: 220 ready
  C: EHLO c.example
  S: 250-mx.example
  S: 250-PIPELINING
  S: 250-CHUNKING
  S: 250 STARTTLS
  C: STARTTLS
  S: 220 go ahead
  C: EHLO c.example
  S: 250-mx.example
  S: 250-CHUNKING
  S: 250-PIPELINING
  S: 250 AUTH PLAIN LOGIN
  C: AUTH LOGIN
  S: 334 VXNlcm5hbWU6
  C: YW5uYQ==
  S: 334 UGFzc3dvcmQ6
  C: c2VjcmV0cw==
  S: 235 2.7.0 ok
  C: MAIL FROM:<a@c.example>
  S: 250 ok
  C: RCPT TO:<b@mx.example>
  S: 250 ok
  C: RCPT TO:<nobody@mx.example>
  S: 550-no
  S: 550 such user
  C: DATA
  S: 354 go ahead
  C: Subject: x
  C:
  C: Hello, this is no command.
  C: .
  S: 250 queued
  C: NOOP
  S: 250 ok
  C: MAIL FROM:<a@c.example>
  C: RCPT TO:<b@mx.example>
  C: BDAT 18
  S: 250 ok
  S: 250 ok
  C: To: b@mx.example
  S: 250 ok
  C: BDAT 8 LAST
  C: Hello.
  S: 250 queued
  C: MAIL FROM:<a@c.example>
  S: 250 ok
  C: RSET
  S: 250 ok
  C: QUIT
  S: 221 bye
`).split('\n')

function inDialect(lines: readonly string[], dialect: WritableDialect): string {
  return lines
    .map(line => dialect.write(line.startsWith('C') ? 'client' : 'server', line.slice(3), false))
    .join('\n')
}

describe('an excerpt of a session', () => {
  for (const dialect of writableDialects) {
    it(`blames nobody, wherever it begins and ends, in ${dialect.name}`, () => {
      for (let from = 0; from < wholeSession.length; from++) {
        for (let to = from + 1; to <= wholeSession.length; to++) {
          const text = inDialect(wholeSession.slice(from, to), dialect)
          const actual = listing(readTranscript(text, dialect))
          assert.ok(!actual.includes('out-of-sequence'), `${text}\n\nread as:\n${actual}`)
        }
      }
    })
  }

  it('that begins with a command knows nothing of it, and more with every reply', () => {
    expectListing(
      `
      C: RCPT TO:<b@mx.example>
      S: 250 ok
      C: DATA
      S: 354 go ahead
      C: Subject: x
      C: .
      S: 250 queued
      C: RCPT TO:<b@mx.example>
      S: 503 need MAIL
      `,
      `
      session 1-9 smtp unknown open
      1 RCPT unknown unknown -> 250
      3 DATA rcpt allowed -> 354
      5 message(1 lines, 12 octets) data-content allowed -> 250
      8 RCPT ready out-of-sequence: rcpt-without-mail -> 503
      `,
    )
  })

  it('that begins with a reply keeps it beside the exchanges', () => {
    expectListing(
      `
      S: 250-SIZE 1000
      S: 250 HELP
      C: MAIL FROM:<a@c.example>
      S: 503 nested
      C: QUIT
      S: 221 bye
      `,
      `
      session 1-6 smtp unknown quit
      1 unasked 250
      3 MAIL unknown unknown -> 503
      5 QUIT unknown unknown -> 221
      `,
    )
  })

  it('that begins with 503 is no greeting, nor is 220 to STARTTLS', () => {
    expectListing('S: 503 5.5.1 need MAIL command', 'session 1-1 smtp unknown open\n1 unasked 503')
    expectListing(
      `
      S: 220 2.0.0 Ready to start TLS
      C: EHLO c.example
      S: 250 mx.example
      `,
      `
      session 1-3 smtp ESMTP open
      1 unasked 220
      2 EHLO unknown unknown -> 250
      `,
    )
  })

  it('that begins with 354 goes on with mail data', () => {
    expectListing(
      `
      S: 354 go ahead
      C: Subject: x
      C: .
      S: 250 queued
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      C: DATA
      S: 503 need RCPT
      `,
      `
      session 1-8 smtp unknown open
      1 unasked 354
      2 message(1 lines, 12 octets) data-content allowed -> 250
      5 MAIL ready allowed -> 250
      7 DATA mail out-of-sequence: data-without-rcpt -> 503
      `,
    )
  })

  it('that begins inside mail data finds its way back at the dot', () => {
    const text = `
      C: and that was the last line of my letter.
      C: .
      S: 250 queued
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      C: RCPT TO:<b@mx.example>
      S: 250 ok
      C: DATA
      S: 354 go ahead
      C: Subject: x
      C: .
      S: 250 queued
      C: QUIT
      S: 221 bye
      `
    const actual = listing(readTranscript(dedent(text)))
    for (const [line, code] of [
      ['4 MAIL', 250],
      ['6 RCPT', 250],
      ['8 DATA', 354],
      ['10 message(1 lines, 12 octets)', 250],
      ['13 QUIT', 221],
    ] as const) {
      const row = actual.split('\n').find(one => one.startsWith(line)) ?? ''
      assert.ok(row.endsWith(` -> ${code}`), `${line} -> ${code}\n${dedent(text)}\n\nread as:\n${actual}`)
    }
  })

  it('that ends in the middle of something leaves it open', () => {
    expectListing(
      'C: EHLO c.example\nS: 250-mx',
      'session 1-2 smtp ESMTP open\n1 EHLO connecting allowed -> 250',
    )
    expectListing('S: 220-mx', 'session 1-1 smtp unknown open\n1 greeting 220')
    expectListing('C: EHL', 'session 1-1 smtp unknown open\n1 EHL unknown unknown')
    expectListing('C: ', 'session 1-1 smtp unknown open\n1 empty unknown unknown')
  })
})

describe('a text without a session', () => {
  it('has none', () => {
    for (const text of [
      '',
      '\n',
      '# only a comment',
      'prose',
      '\u0000\u0001',
      '=== Trying mx.example:25...',
    ]) {
      expectListing(text, '')
    }
  })
})
