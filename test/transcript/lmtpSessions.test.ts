import assert from 'node:assert/strict'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { dedent, expectListing } from './listing.ts'

const envelope = `
      S: 220 mx.example LMTP ready
      C: LHLO c.example
      S: 250-mx.example
      S: 250-CHUNKING
      S: 250 PIPELINING
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      C: RCPT TO:<anna@mx.example>
      S: 250 ok
      C: RCPT TO:<nobody@mx.example>
      S: 550 no such user
      C: RCPT TO:<bob@mx.example>
      S: 250 ok`
const envelopeListing = `
      1 greeting 220
      2 LHLO greeted allowed -> 250
      6 MAIL ready allowed -> 250
      8 RCPT mail allowed -> 250
      10 RCPT rcpt allowed -> 550
      12 RCPT rcpt allowed -> 250`

describe('an LMTP session', () => {
  it('has one reply to the dot for each accepted recipient, however many lines each has', () => {
    expectListing(
      `${envelope}
      C: DATA
      S: 354 go ahead
      C: .
      S: 250-2.0.0 anna
      S: 250 saved
      S: 452-4.2.2 bob
      S: 452 over quota
      C: QUIT
      S: 221 bye
      `,
      `
      session 1-22 smtp LMTP quit${envelopeListing}
      14 DATA rcpt allowed -> 354
      16 message(0 lines, 0 octets) data-content allowed -> 250 452
      21 QUIT ready allowed -> 221
      `,
    )
  })

  it('has them also when the message is not shown', () => {
    expectListing(
      `${envelope}
      C: DATA
      S: 354 go ahead
      S: 250 anna
      S: 550 bob
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      `,
      `
      session 1-19 smtp LMTP open${envelopeListing}
      14 DATA rcpt allowed -> 354
      16 message(elided) data-content allowed -> 250 550
      18 MAIL ready allowed -> 250
      `,
    )
  })

  it('may have too few: the next command has the replies behind it', () => {
    expectListing(
      `${envelope}
      C: DATA
      S: 354 go ahead
      C: .
      S: 250 all saved
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      C: QUIT
      S: 221 bye
      `,
      `
      session 1-21 smtp LMTP quit${envelopeListing}
      14 DATA rcpt allowed -> 354
      16 message(0 lines, 0 octets) data-content allowed -> 250
      18 MAIL ready allowed -> 250
      20 QUIT mail allowed -> 221
      `,
    )
  })

  it('has one reply to BDAT LAST for each accepted recipient, and one to any other chunk', () => {
    expectListing(
      `${envelope}
      C: BDAT 12
      C: Subject: x
      S: 250 12 octets
      C: BDAT 0 LAST
      S: 250 anna
      S: 452 bob
      C: MAIL FROM:<a@c.example>
      S: 250 ok
      `,
      `
      session 1-21 smtp LMTP open${envelopeListing}
      14 BDAT rcpt allowed -> 250
      15 chunk(1 lines, 12 octets)
      17 BDAT bdat allowed -> 250 452
      20 MAIL ready allowed -> 250
      `,
    )
  })

  it('has no one reply to a message with several', () => {
    const text = dedent(`${envelope}
      C: DATA
      S: 354 go ahead
      C: .
      S: 250 anna
      S: 452 bob
      `)
    const message = readTranscript(text).sessions[0]?.session.exchanges.at(-1)
    assert.equal(message?.reply, null)
    assert.deepEqual(
      message?.replies.map(reply => reply.texts),
      [['anna'], ['bob']],
    )
  })
})
