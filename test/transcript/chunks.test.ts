import { bare } from '../../server/transcript/dialects/bare.ts'
import { expectBehindEnvelope } from './behindEnvelope.ts'
import { expectListing } from './listing.ts'

describe('the octets of BDAT', () => {
  it('are shown on the lines behind it, dots and all', () => {
    expectBehindEnvelope(
      `
      C: BDAT 31
      C: Subject: x
      C:
      C: ..
      C: 250 ok
      C: .
      C:
      S: 250 31 octets
      C: BDAT 6 LAST
      C: text
      S: 250 queued
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      `,
      `
      9 BDAT rcpt allowed -> 250
      10 chunk(6 lines, 31 octets)
      17 BDAT bdat allowed -> 250
      18 chunk(1 lines, 6 octets)
      20 MAIL ready allowed -> 250
      `,
    )
  })

  it('may not be shown', () => {
    expectBehindEnvelope(
      `
      C: BDAT 1000
      S: 250 ok
      C: BDAT 0 LAST
      S: 250 queued
      C: QUIT
      S: 221 bye
      `,
      `
      9 BDAT rcpt allowed -> 250
      11 BDAT bdat allowed -> 250
      13 QUIT ready allowed -> 221
      `,
      'quit',
    )
  })

  it('may not be shown, and the next command follows at once', () => {
    expectBehindEnvelope(
      `
      C: BDAT 1000
      C: BDAT 86 LAST
      C: QUIT
      S: 250 ok
      S: 250 queued
      S: 221 bye
      `,
      `
      9 BDAT rcpt allowed -> 250
      10 BDAT bdat allowed -> 250
      11 QUIT ready allowed -> 221
      `,
      'quit',
    )
  })

  it('may be cut in the middle of a line: as many as BDAT said', () => {
    expectBehindEnvelope(
      `
      C: BDAT 15
      C: Subject: x
      C: Dat
      S: 250 ok
      C: BDAT 10 LAST
      C: e: now
      C:
      S: 250 queued
      `,
      `
      9 BDAT rcpt allowed -> 250
      10 chunk(2 lines, 15 octets)
      13 BDAT bdat allowed -> 250
      14 chunk(2 lines, 10 octets)
      `,
    )
  })

  it('are counted in UTF-8', () => {
    expectBehindEnvelope(
      `
      C: BDAT 12 LAST
      C: éé
      C: 😀
      S: 250 queued
      C: QUIT
      `,
      `
      9 BDAT rcpt allowed -> 250
      10 chunk(2 lines, 12 octets)
      13 QUIT ready allowed
      `,
      'quit',
    )
  })

  it('may be fewer than announced where the tool shortened them', () => {
    expectBehindEnvelope(
      `
      C: BDAT 5000 LAST
      C: Subject: x
      S: 250 queued
      C: QUIT
      S: 221 bye
      `,
      `
      9 BDAT rcpt allowed -> 250
      10 chunk(1 lines, 12 octets)
      12 QUIT ready allowed -> 221
      `,
      'quit',
    )
  })

  it('end by their size where there are no marks', () => {
    expectListing(
      `
      220 mx.example ESMTP
      EHLO c.example
      250-mx.example
      250 CHUNKING
      MAIL FROM:<a@c.example>
      250 ok
      RCPT TO:<b@mx.example>
      250 ok
      BDAT 20
      Subject: x
      250 ok
      250 chunk ok
      BDAT 6 LAST
      text
      250 queued
      QUIT
      221 bye
      `,
      `
      session 1-17 bare ESMTP quit
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 MAIL ready allowed -> 250
      7 RCPT mail allowed -> 250
      9 BDAT rcpt allowed -> 250
      10 chunk(2 lines, 20 octets)
      13 BDAT bdat allowed -> 250
      14 chunk(1 lines, 6 octets)
      16 QUIT ready allowed -> 221
      `,
      bare,
    )
  })
})
