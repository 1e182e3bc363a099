import { expectListing, expectSpeakers } from './listing.ts'

const opening = `
220 mx.example ESMTP
EHLO c.example
250-mx.example
250 AUTH LOGIN PLAIN
MAIL FROM:<a@c.example>
250 ok
RCPT TO:<b@mx.example>
250 ok
DATA
354 go ahead`.trimStart()

describe('a mark in text that has none', () => {
  const bare = '# @dialect bare\n'

  it('tells that the server says what is no reply: at the beginning, and where a chunk is due', () => {
    expectSpeakers(`${bare}S: Welcome\nEHLO c.example\n250 mx.example`, '#?CS')
    expectSpeakers(`${bare}Welcome\nEHLO c.example\n250 mx.example`, '#=CS')
    expectSpeakers(`${bare}BDAT 12\nS: what?\nQUIT\n221 bye`, '#C!CS')
  })

  it('is none in mail data', () => {
    expectSpeakers(`${opening}\nS: 250 ok\nC: QUIT\n.\n250 ok`, 'SCSSCSCSCSMM.S')
  })
})

describe('text without any marks', () => {
  it('has replies where replies can stand, and none in mail data', () => {
    const text = `${opening}
Subject: x
250 this is no reply
550-nor is this
QUIT
# no comment either
.
250 queued
QUIT
221 bye`
    expectSpeakers(text, 'SCSSCSCSCSMMMMM.SCS')
    expectListing(
      text,
      `
      session 1-19 bare ESMTP quit
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 MAIL ready allowed -> 250
      7 RCPT mail allowed -> 250
      9 DATA rcpt allowed -> 354
      11 message(5 lines, 78 octets) data-content allowed -> 250
      18 QUIT ready allowed -> 221
      `,
    )
  })

  it('may leave the message out', () => {
    expectListing(
      `${opening}
250 queued
QUIT
221 bye`,
      `
      session 1-13 bare ESMTP quit
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 MAIL ready allowed -> 250
      7 RCPT mail allowed -> 250
      9 DATA rcpt allowed -> 354
      11 message(elided) data-content allowed -> 250
      12 QUIT ready allowed -> 221
      `,
    )
  })

  it('may have prose before and after it', () => {
    expectSpeakers(
      `
      Hello all,

      my server refuses mail. This is what telnet shows:
      Trying 192.0.2.25...
      Connected to mx.example.
      Escape character is '^]'.
      220 mx.example ESMTP
      helo c.example
      250 mx.example
      mail from:<a@c.example>
      250 ok
      rcpt to:<b@mx.example>
      550 5.1.1 no such user
      quit
      221 bye
      Connection closed by foreign host.

      What is wrong?
      `,
      '=_====SCSCSCSCS=_=',
    )
  })

  it('has a session between the prose only', () => {
    expectListing(
      `
      This is what telnet shows:
      220 mx.example ESMTP
      quit
      221 bye
      `,
      `
      session 2-4 bare unknown quit
      2 greeting 220
      3 QUIT greeted allowed -> 221
      `,
    )
  })

  it('has comments and blank lines in the dialogue', () => {
    expectSpeakers(
      `
      # telnet mx.example 25
      220 mx.example ESMTP

      # now we greet
      EHLO c.example
      250 mx.example
      `,
      '#S_#CS',
    )
  })

  it('has answers of the client in an AUTH exchange', () => {
    expectListing(
      `
      220 mx.example ESMTP
      ehlo c.example
      250-mx.example
      250 AUTH LOGIN
      auth login
      334 VXNlcm5hbWU6
      YW5uYQ==
      334 UGFzc3dvcmQ6
      c2VjcmV0
      235 2.7.0 ok
      auth login
      503 already
      `,
      `
      session 1-12 bare ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 AUTH ready allowed -> 334
      7 auth-response auth-exchange allowed -> 334
      9 auth-response auth-exchange allowed -> 235
      11 AUTH ready out-of-sequence: already-authenticated -> 503
      `,
    )
  })

  it('has an AUTH exchange that is cancelled, and one with an empty answer', () => {
    expectSpeakers(
      `
      220 mx.example ESMTP
      EHLO c.example
      250-mx.example
      250 AUTH LOGIN EXTERNAL
      AUTH LOGIN
      334 VXNlcm5hbWU6
      *
      501 cancelled
      AUTH EXTERNAL
      334

      235 ok
      NOOP
      250 ok
      `,
      'SCSSCSASCSASCS',
    )
  })

  it('has, after 334, no commands: the server reads them as base64', () => {
    expectListing(
      `
      220 mx.example ESMTP
      EHLO c.example
      250-mx.example
      250 AUTH LOGIN
      AUTH LOGIN
      334 VXNlcm5hbWU6
      QUIT
      501 5.5.2 cannot decode
      QUIT
      221 bye
      `,
      `
      session 1-10 bare ESMTP quit
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 AUTH ready allowed -> 334
      7 auth-response auth-exchange allowed -> 501
      9 QUIT ready allowed -> 221
      `,
    )
  })

  it('may be a script of the client alone', () => {
    const text = `
      EHLO c.example
      mail from:<a@c.example>
      RCPT TO:<b@mx.example>
      DATA
      Subject: x

      250 no reply
      QUIT
      .
      QUIT
      ehlo c.example
      quit
      `
    expectSpeakers(text, 'CCCCMMMM.CCC')
    expectListing(
      text,
      `
      session 1-10 bare ESMTP quit
      1 EHLO connecting allowed
      2 MAIL ready allowed
      3 RCPT mail allowed
      4 DATA rcpt allowed
      5 message(4 lines, 34 octets) data-content allowed
      10 QUIT ready allowed
      session 11-12 bare ESMTP quit
      11 EHLO connecting allowed
      12 QUIT ready allowed
      `,
    )
  })

  it('has unknown commands, once a session has begun', () => {
    expectSpeakers('220 mx.example ESMTP\nXYZZY plugh\n500 nothing happens\n\nquit\n221 bye', 'SCS_CS')
  })
})
