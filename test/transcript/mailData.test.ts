import assert from 'node:assert/strict'
import fc from 'fast-check'
import { octetsOf } from '../../server/transcript/octets.ts'
import { expectBehindEnvelope } from './behindEnvelope.ts'

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

  it('ends at a dot with CRLF spelled out behind it, in front of a reply or a command', () => {
    for (const end of ['\\r\\n', '<CRLF>', '<CR><LF>', '^M']) {
      expectBehindEnvelope(
        `
      C: DATA
      S: 354 go ahead
      C: x
      C: .${end}
      S: 250 ok
      C: RSET\\r\\n
      S: 250 ok\\r\\n
      `,
        `
      9 DATA rcpt allowed -> 354
      11 message(1 lines, 3 octets) data-content allowed -> 250
      14 RSET ready allowed -> 250
      `,
      )
    }
  })

  it('goes on behind such a dot where more text follows, and behind one with a bare line end', () => {
    expectBehindEnvelope(
      `
      C: DATA
      S: 354 go ahead
      C: .\\r\\n
      C: x
      C: .\\n
      C: .
      S: 250 ok
      `,
      `
      9 DATA rcpt allowed -> 354
      11 message(3 lines, 10 octets) data-content allowed -> 250
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
