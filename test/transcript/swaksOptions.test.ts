import { expectListing, expectSpeakers } from './listing.ts'

describe('swaks with options that hide what it prints', () => {
  it('may hide its marks, and those of its remarks', () => {
    expectListing(
      `
      === Trying mx.example:25...
      === Connected to mx.example.
      220 mx.example ESMTP
      EHLO c.example
      250-mx.example
      250 STARTTLS
      STARTTLS
      220 go ahead
      === TLS started with cipher X
      EHLO c.example
      250 mx.example
      MAIL FROM:<a@c.example>
      250 ok
      RCPT TO:<b@mx.example>
      250 ok
      DATA
      354 go ahead
      Subject: x

      250 no reply
      .
      250 queued
      QUIT
      221 bye
      === Connection closed with remote host.
      `,
      `
      session 1-25 swaks ESMTP quit
      3 greeting 220
      4 EHLO greeted allowed -> 250
      7 STARTTLS ready allowed -> 220
      9 tls tls-handshake allowed
      10 EHLO tls-ready allowed -> 250
      12 MAIL ready allowed -> 250
      14 RCPT mail allowed -> 250
      16 DATA rcpt allowed -> 354
      18 message(3 lines, 28 octets) data-content allowed -> 250
      23 QUIT ready allowed -> 221
      `,
    )
  })

  it('may hide its remarks altogether', () => {
    expectListing(
      `
      <-  220 mx.example ESMTP
       -> EHLO c.example
      <-  250 mx.example
       -> QUIT
      <-  221 bye
      `,
      `
      session 1-5 swaks ESMTP quit
      1 greeting 220
      2 EHLO greeted allowed -> 250
      4 QUIT ready allowed -> 221
      `,
    )
  })

  it('may hide one side', () => {
    expectListing(
      `
      === Trying mx.example:25...
      === Connected to mx.example.
       -> EHLO c.example
       -> MAIL FROM:<a@c.example>
       -> RCPT TO:<b@mx.example>
       -> DATA
       -> Subject: x
       -> QUIT
       -> .
       -> QUIT
      === Connection closed with remote host.
      `,
      `
      session 1-11 swaks ESMTP quit
      3 EHLO connecting allowed
      4 MAIL ready allowed
      5 RCPT mail allowed
      6 DATA rcpt allowed
      7 message(2 lines, 18 octets) data-content allowed
      10 QUIT ready allowed
      `,
    )
    expectSpeakers(
      `
      === Trying mx.example:25...
      === Connected to mx.example.
      <-  220 mx.example ESMTP
      <-  250-mx.example
      <-  250 HELP
      <-  250 ok
      <-  354 go ahead
      <-  250 queued
      <-  221 bye
      === Connection closed with remote host.
      `,
      '==SSSSSSS=',
    )
  })
})
