import { expectListing } from './listing.ts'

describe('a script of the client alone', () => {
  it('is judged as if every command succeeded', () => {
    expectListing(
      `
      C: EHLO c.example
      C: RCPT TO:<b@mx.example>
      C: MAIL FROM:<a@c.example>
      C: MAIL FROM:<a@c.example>
      C: DATA
      C: RCPT TO:<b@mx.example>
      C: BDAT 6
      C: text
      C: BDAT 0 LAST
      C: AUTH PLAIN AGFubmEAc2VjcmV0
      C: STARTTLS
      C: MAIL FROM:<a@c.example>
      `,
      `
      session 1-12 smtp ESMTP open
      1 EHLO connecting allowed
      2 RCPT ready out-of-sequence: rcpt-without-mail
      3 MAIL ready allowed
      4 MAIL mail out-of-sequence: nested-mail
      5 DATA mail out-of-sequence: data-without-rcpt
      6 RCPT mail allowed
      7 BDAT rcpt allowed
      8 chunk(1 lines, 6 octets)
      9 BDAT bdat allowed
      10 AUTH ready allowed
      11 STARTTLS ready allowed
      12 MAIL tls-handshake out-of-sequence: hello-missing-after-starttls
      `,
    )
  })

  it('may have a message without its text, and one without its dot', () => {
    expectListing(
      `
      C: EHLO c.example
      C: MAIL FROM:<a@c.example>
      C: RCPT TO:<b@mx.example>
      C: DATA
      C: MAIL FROM:<a@c.example>
      C: RCPT TO:<b@mx.example>
      C: DATA
      C: Subject: x
      `,
      `
      session 1-8 smtp ESMTP open
      1 EHLO connecting allowed
      2 MAIL ready allowed
      3 RCPT mail allowed
      4 DATA rcpt allowed
      5 MAIL ready allowed
      6 RCPT mail allowed
      7 DATA rcpt allowed
      8 message(1 lines, 12 octets, no dot) data-content allowed
      `,
    )
  })
})

describe('a client that does not wait', () => {
  it('for the greeting', () => {
    expectListing(
      `
      C: EHLO c.example
      S: 220 mx.example ESMTP
      S: 250 mx.example
      C: QUIT
      S: 221 bye
      `,
      `
      session 1-5 smtp ESMTP quit
      1 EHLO connecting allowed -> 250
      2 greeting 220
      4 QUIT ready allowed -> 221
      `,
    )
  })

  it('for the replies of a group, whose replies are counted off', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: 250 PIPELINING
      C: MAIL FROM:<a@c.example>
      C: RCPT TO:<b@mx.example>
      C: DATA
      S: 550-go
      S: 550 away
      S: 503 need MAIL
      S: 503 need RCPT
      C: RSET
      C: MAIL FROM:<a@c.example>
      C: RCPT TO:<nobody@mx.example>
      S: 250 ok
      S: 250 ok
      C: DATA
      S: 550 who?
      S: 554 no valid recipients
      C: DATA
      `,
      `
      session 1-20 smtp ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 MAIL ready allowed -> 550
      6 RCPT mail allowed -> 503
      7 DATA rcpt allowed -> 503
      12 RSET ready allowed -> 250
      13 MAIL ready allowed -> 250
      14 RCPT mail allowed -> 550
      17 DATA rcpt allowed -> 554
      20 DATA mail out-of-sequence: data-after-all-rcpt-refused
      `,
    )
  })

  it('and sends with the dot what comes behind it', () => {
    expectListing(
      `
      C: EHLO c.example
      S: 250 PIPELINING
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      C: RCPT TO:<b@mx.example>
      S: 250 ok
      C: DATA
      S: 354 go ahead
      C: x
      C: .
      C: MAIL FROM:<a@c.example>
      C: RCPT TO:<b@mx.example>
      S: 554 no
      S: 250 ok
      S: 250 ok
      `,
      `
      session 1-15 smtp ESMTP open
      1 EHLO connecting allowed -> 250
      3 MAIL ready allowed -> 250
      5 RCPT mail allowed -> 250
      7 DATA rcpt allowed -> 354
      9 message(1 lines, 3 octets) data-content allowed -> 554
      11 MAIL ready allowed -> 250
      12 RCPT mail allowed -> 250
      `,
    )
  })
})
