import assert from 'node:assert/strict'
import fc from 'fast-check'
import { octetsOf } from '../../server/transcript/octets.ts'
import { expectListing } from './listing.ts'

const envelope = `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: 250 CHUNKING
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      C: RCPT TO:<b@mx.example>
      S: 250 ok`

/** Compares the listing of what follows MAIL and RCPT, whose lines are the first eight. */
function expectBehindEnvelope(lines: string, expected: string, ending = 'open'): void {
  const count = 8 + lines.trim().split('\n').length
  expectListing(
    `${envelope}\n      ${lines.trim()}\n`,
    `
      session 1-${count} smtp ESMTP ${ending}
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 MAIL ready allowed -> 250
      7 RCPT mail allowed -> 250
      ${expected.trim()}
      `,
  )
}

describe('mail data', () => {
  it('is counted in octets of UTF-8, with CRLF at each line end and without the dots that were added', () => {
    // (13 + 2) + 2 + (1 + 2) + (1 + 2) + (12 + 2) + (2 * 2 + 2) + (4 + 2)
    expectBehindEnvelope(
      `
      C: DATA
      S: 354 go ahead
      C: Subject: dots
      C:
      C: ..
      C: x
      C: ..leading dot
      C: éé
      C: 😀
      C: .
      S: 250 ok
      `,
      `
      9 DATA rcpt allowed -> 354
      11 message(7 lines, 49 octets) data-content allowed -> 250
      `,
    )
  })

  it('ends at the dot alone, not at one with anything beside it', () => {
    expectBehindEnvelope(
      `
      C: DATA
      S: 354 go ahead
      C: . 
      C: .x
      C:  .
      C: ..
      C: .
      S: 250 ok
      `,
      `
      9 DATA rcpt allowed -> 354
      11 message(4 lines, 13 octets) data-content allowed -> 250
      `,
    )
  })

  it('may be empty', () => {
    expectBehindEnvelope(
      `
      C: DATA
      S: 354 go ahead
      C: .
      S: 250 ok
      `,
      `
      9 DATA rcpt allowed -> 354
      11 message(0 lines, 0 octets) data-content allowed -> 250
      `,
    )
  })

  it('may have been left out by the tool, as a whole or only its dot', () => {
    expectBehindEnvelope(
      `
      C: DATA
      S: 354 go ahead
      S: 250 queued
      C: QUIT
      S: 221 bye
      `,
      `
      9 DATA rcpt allowed -> 354
      11 message(elided) data-content allowed -> 250
      12 QUIT ready allowed -> 221
      `,
      'quit',
    )
    expectBehindEnvelope(
      `
      C: DATA
      S: 354 go ahead
      C: Subject: x
      S: 250 queued
      C: QUIT
      S: 221 bye
      `,
      `
      9 DATA rcpt allowed -> 354
      11 message(1 lines, 12 octets, no dot) data-content allowed -> 250
      13 QUIT ready allowed -> 221
      `,
      'quit',
    )
  })

  it('may be refused, may be cut off by 421, and may end with the text', () => {
    expectBehindEnvelope(
      'C: DATA\n      S: 354 go ahead\n      C: x\n      C: .\n      S: 554 no',
      '9 DATA rcpt allowed -> 354\n      11 message(1 lines, 3 octets) data-content allowed -> 554',
    )
    expectBehindEnvelope(
      'C: DATA\n      S: 354 go ahead\n      C: x',
      '9 DATA rcpt allowed -> 354\n      11 message(1 lines, 3 octets, no dot) data-content allowed',
    )
    expectBehindEnvelope(
      'C: DATA\n      S: 354 go ahead\n      C: x\n      S: 421 timeout',
      '9 DATA rcpt allowed -> 354\n      11 message(1 lines, 3 octets, no dot) data-content allowed\n      12 unasked 421',
      'closed',
    )
  })
})

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
})

describe('counting octets', () => {
  it('is that of UTF-8, with the replacement character for what is no text', () => {
    const units = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd7f0, max: 0xe010 }))
    fc.assert(
      fc.property(fc.array(units, { maxLength: 20 }), list => {
        const text = String.fromCharCode(...list)
        assert.equal(octetsOf(text), Buffer.byteLength(text, 'utf8'))
      }),
      { numRuns: 2000 },
    )
  })
})
