import { expectListing, expectSpeakers } from './listing.ts'

describe("the language's own dialect", () => {
  it('reads the example of RFC 5321 appendix D.1, with its indentation', () => {
    expectListing(
      `
      # Appendix D.1
           S: 220 foo.com Simple Mail Transfer Service Ready
           C: EHLO bar.com
           S: 250-foo.com greets bar.com
           S: 250-8BITMIME
           S: 250-SIZE
           S: 250-DSN
           S: 250 HELP
           C: MAIL FROM:<Smith@bar.com>
           S: 250 OK
           C: RCPT TO:<Jones@foo.com>
           S: 250 OK
           C: RCPT TO:<Green@foo.com>
           S: 550 No such user here
           C: RCPT TO:<Brown@foo.com>
           S: 250 OK
           C: DATA
           S: 354 Start mail input; end with <CRLF>.<CRLF>
           C: Blah blah blah...
           C: ...etc. etc. etc.
           C: .
           S: 250 OK
           C: QUIT
           S: 221 foo.com Service closing transmission channel
      `,
      `
      session 2-24 smtp ESMTP quit
      2 greeting 220
      3 EHLO greeted allowed -> 250
      9 MAIL ready allowed -> 250
      11 RCPT mail allowed -> 250
      13 RCPT rcpt allowed -> 550
      15 RCPT rcpt allowed -> 250
      17 DATA rcpt allowed -> 354
      19 message(2 lines, 37 octets) data-content allowed -> 250
      23 QUIT ready allowed -> 221
      `,
    )
  })

  it('reads the abandoned transaction of RFC 5321 appendix D.2', () => {
    expectListing(
      `
      S: 220 foo.com Simple Mail Transfer Service Ready
      C: EHLO bar.com
      S: 250-foo.com greets bar.com
      S: 250 HELP
      C: MAIL FROM:<Smith@bar.com>
      S: 250 OK
      C: RCPT TO:<Jones@foo.com>
      S: 250 OK
      C: RCPT TO:<Green@foo.com>
      S: 550 No such user here
      C: RSET
      S: 250 OK
      C: QUIT
      S: 221 foo.com Service closing transmission channel
      `,
      `
      session 1-14 smtp ESMTP quit
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 MAIL ready allowed -> 250
      7 RCPT mail allowed -> 250
      9 RCPT rcpt allowed -> 550
      11 RSET rcpt allowed -> 250
      13 QUIT ready allowed -> 221
      `,
    )
  })

  it('takes `C:` alone for an empty line of the client: a command, an answer in AUTH, mail data', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: 250 AUTH EXTERNAL
      C:
      S: 500 what?
      C: AUTH EXTERNAL
      S: 334
      C:
      S: 235 ok
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      C: RCPT TO:<b@mx.example>
      S: 250 ok
      C: DATA
      S: 354 go ahead
      C:
      C: .
      S: 250 ok
      `,
      `
      session 1-19 smtp ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 empty ready allowed -> 500
      7 AUTH ready allowed -> 334
      9 auth-response auth-exchange allowed -> 235
      11 MAIL ready allowed -> 250
      13 RCPT mail allowed -> 250
      15 DATA rcpt allowed -> 354
      17 message(1 lines, 2 octets) data-content allowed -> 250
      `,
    )
  })

  it('passes over comments, blank lines and remarks without a mark, also inside mail data', () => {
    expectSpeakers(
      `
      # A comment.
      A remark about what follows.

      S: 220 mx.example ESMTP
      #C: NOOP
      C: EHLO c.example
      some remark
      S: 250 mx.example

      C: MAIL FROM:<a@c.example>
      S: 250 ok
      C: RCPT TO:<b@mx.example>
      S: 250 ok
      C: DATA
      S: 354 go ahead
      # The message follows.
      C: # no comment: mail data
      # A comment in the middle of it.
      C: .
      S: 250 ok
      `,
      '#=_S#C=S_CSCSCS#M#.S',
    )
  })

  it('takes lines without a mark inside mail data for its continuation, also the dot', () => {
    const text = `
      S: 220 mx.example ESMTP
      C: HELO c.example
      S: 250 mx.example
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      C: RCPT TO:<b@mx.example>
      S: 250 ok
      C: DATA
      S: 354 go ahead
      C: Subject: x

      text without a mark
      .
      S: 250 ok
      C: QUIT
      S: 221 bye
      `
    expectSpeakers(text, 'SCSCSCSCSMMM.SCS')
    expectListing(
      text,
      `
      session 1-16 smtp SMTP quit
      1 greeting 220
      2 HELO greeted allowed -> 250
      4 MAIL ready allowed -> 250
      6 RCPT mail allowed -> 250
      8 DATA rcpt allowed -> 354
      10 message(3 lines, 35 octets) data-content allowed -> 250
      15 QUIT ready allowed -> 221
      `,
    )
  })

  it('reads a message of which not one line has a mark', () => {
    expectSpeakers(
      `
      C: DATA
      S: 354 go ahead
      Subject: x

      250 this is no reply
      .
      S: 250 ok
      `,
      'CSMMM.S',
    )
  })

  it('believes the marks inside mail data, whatever is said there', () => {
    expectSpeakers(
      `
      C: DATA
      S: 354 go ahead
      C: S: 250 fake
      C: C: QUIT
      C: 250 fake
      C: QUIT
      C:  indented
      C: .
      S: 250 ok
      `,
      'CSMMMMM.S',
    )
  })

  it('knows the tab, and nothing at all, behind the mark', () => {
    expectSpeakers('C:\tNOOP\nS: 250 ok\n\tC: NOOP\n\tS: 250 ok\nC:NOOP', 'CSCS=')
  })

  it('does not understand a line of the server that is no reply', () => {
    expectSpeakers(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: what is this?
      S: 250 HELP
      S:
      S: 99 bottles
      S: 650 of beer
      S: 2500 liters
      C: NOOP
      S: 250
      `,
      'SCS?S????CS',
    )
  })
})
