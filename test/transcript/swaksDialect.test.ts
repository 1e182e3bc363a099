import { expectListing, expectSpeakers } from './listing.ts'

describe('the output of swaks', () => {
  it('marks client and server, in clear and under TLS', () => {
    const text = `
      === Trying mx.example:25...
      === Connected to mx.example.
      <-  220 mx.example ESMTP
       -> EHLO c.example
      <-  250-mx.example
      <-  250 STARTTLS
       -> STARTTLS
      <-  220 go ahead
      === TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256
      === TLS no local certificate set
       ~> EHLO c.example
      <~  250 mx.example
       ~> MAIL FROM:<a@c.example>
      <~* 550 no
       ~> QUIT
      <~  221 bye
      === Connection closed with remote host.
      `
    expectSpeakers(text, '==SCSSCST=CSCSCS=')
    expectListing(
      text,
      `
      session 1-17 swaks ESMTP quit
      3 greeting 220
      4 EHLO greeted allowed -> 250
      7 STARTTLS ready allowed -> 220
      9 tls tls-handshake allowed
      11 EHLO tls-ready allowed -> 250
      13 MAIL ready allowed -> 550
      15 QUIT ready allowed -> 221
      `,
    )
  })

  it('marks what it did not expect, from either side', () => {
    expectSpeakers(
      `
      === Connected to mx.example.
      <** 554 go away
      **> EHLO c.example
      <** 503 no
      *~> NOOP
      <~* 503 no
      *** Remote host closed connection unexpectedly.
      `,
      '=SCSCS=',
    )
  })

  it('says when the connection is lost, or closed by the server', () => {
    const begin = `
      === Trying mx.example:25...
      === Connected to mx.example.
      <-  220 mx.example ESMTP
       -> EHLO c.example
      <-  250 mx.example`
    const exchanges = `
      3 greeting 220
      4 EHLO greeted allowed -> 250`
    for (const [remark, ending] of [
      ['*** Remote host closed connection unexpectedly.', 'lost'],
      ['=== Connection closed with remote host.', 'closed'],
      ['=== something else', 'open'],
    ] as const) {
      expectListing(`${begin}\n      ${remark}`, `\n      session 1-6 swaks ESMTP ${ending}${exchanges}`)
    }
  })

  it('ends a session that is under way with QUIT, also without its reply', () => {
    expectListing(
      `
      === Trying mx.example:25...
      === Connected to mx.example.
       -> EHLO c.example
       -> QUIT
      === Connection closed with remote host.
      `,
      `
      session 1-5 swaks ESMTP quit
      3 EHLO connecting allowed
      4 QUIT ready allowed
      `,
    )
  })

  it('shows mail data with dots, false marks and empty lines, trimmed or not', () => {
    expectSpeakers(
      [
        '=== Connected to mx.example.',
        '<-  220 mx.example ESMTP',
        ' -> EHLO c.example',
        '<-  250 mx.example',
        ' -> MAIL FROM:<a@c.example>',
        '<-  250 ok',
        ' -> RCPT TO:<b@mx.example>',
        '<-  250 ok',
        ' -> DATA',
        '<-  354 go ahead',
        ' -> Subject: x',
        ' -> ',
        ' ->',
        ' -> 250 no reply',
        ' -> <-  550 fake',
        ' ->  -> QUIT',
        ' -> === Trying to look like a note',
        ' -> ..',
        ' -> .',
        '<-  250 ok',
        ' -> QUIT',
        '<-  221 bye',
        '=== Connection closed with remote host.',
      ].join('\n'),
      '=SCSCSCSCSMMMMMMMM.SCS=',
    )
  })

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

  it('prints raw dumps beside the lines', () => {
    expectSpeakers(
      [
        '=== Connected to mx.example.',
        '<   0000: 32 32 30 20 6d 78 2e 65  78 61 6d 70 6c 65 0d 0a  220 mx.example..',
        '<-  220 mx.example',
        '  > 0000: 51 55 49 54 0d 0a                                 QUIT..',
        ' -> QUIT',
        '<-  221 bye',
      ].join('\n'),
      '==S=CS',
    )
  })

  it('holds one session for each connection', () => {
    expectListing(
      `
      === Trying mx2.example:25...
      === Connected to mx2.example.
      <** 421 too busy
      *** Remote host closed connection unexpectedly.
      === Trying mx3.example:25...
      === Connected to mx3.example.
      <-  220 mx3.example ESMTP
       -> QUIT
      <-  221 bye
      === Connection closed with remote host.
      `,
      `
      session 1-4 swaks unknown closed
      3 greeting 421
      session 5-10 swaks unknown quit
      7 greeting 220
      8 QUIT greeted allowed -> 221
      `,
    )
  })

  it('holds no session for a connection that failed', () => {
    expectListing(
      `
      === Trying mx.example:25...
      *** Error connecting to mx.example:25:
      *** 	IO::Socket::INET6: connect: Connection refused
      `,
      '',
    )
  })
})
