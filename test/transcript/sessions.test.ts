import { expectListing } from './listing.ts'

describe('several sessions in one text', () => {
  it('are divided by the next greeting behind QUIT', () => {
    expectListing(
      `
      S: 220 mx1.example ESMTP
      C: QUIT
      S: 221 bye
      S: 220 mx2.example ESMTP
      C: HELO c.example
      S: 250 mx2.example
      C: QUIT
      S: 221 bye

      # The third.
      S: 220 mx3.example ESMTP
      C: QUIT
      S: 221 bye
      # The end.

      `,
      `
      session 1-3 smtp unknown quit
      1 greeting 220
      2 QUIT greeted allowed -> 221
      session 4-8 smtp SMTP quit
      4 greeting 220
      5 HELO greeted allowed -> 250
      7 QUIT ready allowed -> 221
      session 11-13 smtp unknown quit
      11 greeting 220
      12 QUIT greeted allowed -> 221
      `,
    )
  })

  it('may begin with a refusal, and end with one', () => {
    expectListing(
      `
      S: 421 mx1.example too many connections
      S: 220 mx1.example ESMTP
      C: QUIT
      S: 221 bye
      S: 554 mx2.example no service
      C: QUIT
      S: 221 bye
      S: 521 mx3.example accepts no mail
      C: EHLO c.example
      S: 521 never
      `,
      `
      session 1-1 smtp unknown closed
      1 greeting 421
      session 2-4 smtp unknown quit
      2 greeting 220
      3 QUIT greeted allowed -> 221
      session 5-7 smtp unknown quit
      5 greeting 554
      6 QUIT rejected allowed -> 221
      session 8-10 smtp unknown open
      8 greeting 521
      9 EHLO rejected out-of-sequence: command-after-rejected-greeting -> 521
      `,
    )
  })

  it('are divided by a greeting also where the one before was never ended', () => {
    expectListing(
      `
      S: 220 mx1.example ESMTP
      C: EHLO c.example
      S: 250 mx1.example
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      S: 220 mx2.example ESMTP
      C: MAIL FROM:<a@c.example>
      S: 503 hello first
      `,
      `
      session 1-5 smtp ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      4 MAIL ready allowed -> 250
      session 6-8 smtp unknown open
      6 greeting 220
      7 MAIL greeted out-of-sequence: mail-before-hello -> 503
      `,
    )
  })

  it('are not divided by the 220 to STARTTLS or XCLIENT, nor by a greeting that TLS does not have', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: 250-XCLIENT ADDR
      S: 250 STARTTLS
      C: STARTTLS
      S: 220 mx.example ESMTP ready to start TLS
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: 250 XCLIENT ADDR
      C: XCLIENT ADDR=192.0.2.1
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250 mx.example
      `,
      `
      session 1-15 smtp ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      6 STARTTLS ready allowed -> 220
      8 unasked 220
      9 EHLO tls-ready allowed -> 250
      12 XCLIENT ready allowed -> 220
      14 EHLO greeted allowed -> 250
      `,
    )
  })

  it('may follow 421, without a word of the client', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250 mx.example
      C: NOOP
      S: 421 4.3.2 shutting down
      S: 220 mx.example ESMTP
      C: NOOP
      S: 250 ok
      `,
      `
      session 1-5 smtp ESMTP closed
      1 greeting 220
      2 EHLO greeted allowed -> 250
      4 NOOP ready allowed -> 421
      session 6-8 smtp unknown open
      6 greeting 220
      7 NOOP greeted allowed -> 250
      `,
    )
  })

  it('are held together by what was sent after QUIT or 421, when no greeting comes', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: QUIT
      S: 221 bye
      C: EHLO c.example
      `,
      `
      session 1-4 smtp unknown quit
      1 greeting 220
      2 QUIT greeted allowed -> 221
      4 EHLO closed out-of-sequence: command-after-quit
      `,
    )
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: NOOP
      S: 421 bye
      C: EHLO c.example
      S: 250-mx.example
      S: 250 HELP
      C: MAIL FROM:<a@c.example>
      `,
      `
      session 1-7 smtp ESMTP open
      1 greeting 220
      2 NOOP greeted allowed -> 421
      4 EHLO closed out-of-sequence: command-after-421 -> 250
      7 MAIL ready allowed
      `,
    )
  })

  it('can be scripts of the client alone: a hello behind QUIT is the next one', () => {
    expectListing(
      `
      C: EHLO c.example
      C: MAIL FROM:<a@c.example>
      C: RCPT TO:<b@mx.example>
      C: DATA
      C: Subject: x
      C: QUIT
      C: .
      C: QUIT
      C: EHLO c.example
      C: QUIT
      C: MAIL FROM:<a@c.example>
      `,
      `
      session 1-8 smtp ESMTP quit
      1 EHLO connecting allowed
      2 MAIL ready allowed
      3 RCPT mail allowed
      4 DATA rcpt allowed
      5 message(2 lines, 18 octets) data-content allowed
      8 QUIT ready allowed
      session 9-11 smtp ESMTP quit
      9 EHLO connecting allowed
      10 QUIT ready allowed
      11 MAIL closing out-of-sequence: command-after-quit
      `,
    )
  })
})
