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
      ['=== Connection closed with child process.', 'closed'],
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
    const text = [
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
    ].join('\n')
    expectSpeakers(text, '=SCSCSCSCSMMMMMMMM.SCS=')
    // (10 + 2) + 2 + 2 + (12 + 2) + (12 + 2) + (8 + 2) + (30 + 2) + (1 + 2)
    expectListing(
      text,
      `
      session 1-23 swaks ESMTP quit
      2 greeting 220
      3 EHLO greeted allowed -> 250
      5 MAIL ready allowed -> 250
      7 RCPT mail allowed -> 250
      9 DATA rcpt allowed -> 354
      11 message(8 lines, 89 octets) data-content allowed -> 250
      21 QUIT ready allowed -> 221
      `,
    )
  })

  it('prints raw dumps beside the lines, which nobody says', () => {
    expectSpeakers(
      [
        '=== Connected to mx.example.',
        '<   0000: 32 32 30 20 6D 78 2E 65  78 61 6D 70 6C 65 0D 0A  220.mx.example..',
        '<-  220 mx.example',
        ' -> DATA',
        '  > 0000: 44 41 54 41 0D 0A                                 DATA..',
        '<   0000: 33 35 34 20 67 6F 0D 0A                           354.go..',
        '<-  354 go',
        ' -> Subject: x',
        '  > 0000: 53 75 62 6A 65 63 74 3A  20 78 0D 0A              Subject:.x..',
        ' -> .',
        '<-  250 ok',
      ].join('\n'),
      '==SC==SM=.S',
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
