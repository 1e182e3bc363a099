import assert from 'node:assert/strict'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { dedent, expectListing, expectSpeakers } from './listing.ts'

describe('a line of the server that is no reply', () => {
  it('stands for the reply that belongs there, and is taken as meant well', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250 mx.example
      C: MAIL FROM:<a@c.example>
      S: OK
      C: RCPT TO:<b@mx.example>
      S: Fine
      C: DATA
      S: go ahead
      C: hello
      C: .
      S: 250 ok
      C: QUIT
      S: bye
      `,
      `
      session 1-14 smtp ESMTP quit
      1 greeting 220
      2 EHLO greeted allowed -> 250
      4 MAIL ready allowed
      6 RCPT mail allowed
      8 DATA rcpt allowed
      10 message(1 lines, 7 octets) data-content allowed -> 250
      13 QUIT ready allowed
      `,
    )
  })

  it('tells what came of the command where it has a code', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250 mx.example
      C: MAIL FROM:<a@c.example>
      S: 550no
      C: RCPT TO:<b@mx.example>
      S: 503 no
      `,
      `
      session 1-7 smtp ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      4 MAIL ready allowed
      6 RCPT ready out-of-sequence: rcpt-after-refused-mail -> 503
      `,
    )
  })

  it('does not shift the replies of a group', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250 mx.example
      C: MAIL FROM:<a@c.example>
      C: RCPT TO:<b@mx.example>
      C: RSET
      S: 250 sender
      S: Fine
      S: 250 reset
      `,
      `
      session 1-9 smtp ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      4 MAIL ready allowed -> 250
      5 RCPT mail allowed
      6 RSET rcpt allowed -> 250
      `,
    )
  })

  it('is a stray where the reply comes right behind', () => {
    expectListing(
      'S: 220 mx.example ESMTP\nC: NOOP\nS: one moment\nS: 250 ok',
      'session 1-4 smtp unknown open\n1 greeting 220\n2 NOOP greeted allowed -> 250',
    )
  })

  it('leaves no command without an answer', () => {
    const text = dedent(`
      S: 220 mx.example ESMTP
      C: NOOP
      S: OK
      C: NOOP
      C: NOOP
      S: 250 ok
    `)
    const [placed] = readTranscript(text).sessions
    assert.deepEqual(
      placed?.session.exchanges.map(exchange => exchange.isAnswered),
      [true, true, false],
    )
  })

  it('that asks for a password makes a secret of what comes next', () => {
    expectSpeakers(
      'S: 220 mx.example ESMTP\nC: AUTH LOGIN\nS: User name?\nC: Zm9v\nS: Password?\nC: hunter2\nS: 235 ok',
      'SC!A!AS',
    )
  })

  it('asks for nothing where a command comes next, also one with its line end spelled out', () => {
    for (const end of ['', '\\r\\n']) {
      expectListing(
        `S: 334 VXNlcm5hbWU6\nC: Zm9v\nS: Password?\nC: NOOP${end}\nS: 250 ok`,
        `session 1-5 smtp unknown open\n1 unasked 334\n2 auth-response auth-exchange allowed\n4 NOOP ready allowed -> 250`,
      )
    }
  })

  it('opens a session where the greeting belongs', () => {
    expectSpeakers('S: Welcome\nC: EHLO c.example\nS: 250 mx.example', '?CS')
    expectSpeakers('S: Welcome\nS: 220 mx.example ESMTP\nC: EHLO c.example', '?SC')
  })

  it('is an aside in brackets, or the rest of the line before', () => {
    expectSpeakers('S: 220 mx.example ESMTP\nC: NOOP\nS: <...>\nS:   more\nS: 250 ok', 'SC??S')
  })
})

describe('a code that SMTP does not have', () => {
  it('is a reply where one is awaited', () => {
    expectListing(
      'S: 220 mx.example ESMTP\nC: EHLO c.example\nS: 199 hm\nC: MAIL FROM:<a@c.example>\nS: 250 ok',
      'session 1-5 smtp ESMTP open\n1 greeting 220\n2 EHLO greeted allowed -> 199\n4 MAIL ready allowed -> 250',
    )
    expectSpeakers(
      '220 mx.example ESMTP\nEHLO c.example\n250 mx.example\nNOOP\n199 hm\nNOOP\n250 ok',
      'SCSCSCS',
    )
  })
})

describe('a greeting in the middle of a reply', () => {
  it('begins the next session', () => {
    const text =
      'S: 220 mx.example ESMTP\nC: EHLO c.example\nS: 250-mx.example\nS: 220 mx.example ESMTP\nC: QUIT'
    assert.equal(readTranscript(text).sessions.length, 2)
  })
})
