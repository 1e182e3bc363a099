import assert from 'node:assert/strict'
import { change, initialState, unknownState } from '../../server/protocol/sessionState.ts'
import { everyKeyword, stateAfter } from './playing.ts'

const ready = '220, EHLO 250'
const rcpt = `${ready}, MAIL BINARYMIME 250, RCPT 250, RCPT 450, RCPT 550`
const secured = `${ready}, STARTTLS 220, handshake`

/** Everything that ends a transaction, played behind its recipients. */
const endsOfTransaction: Readonly<Record<string, string>> = {
  RSET: 'RSET 250',
  EHLO: 'EHLO 250',
  HELO: 'HELO 250',
  'the accepted message': 'DATA 354, dot 250',
  'the refused message': 'DATA 354, dot 554',
  'BDAT LAST': 'BDAT LAST 250',
  STARTTLS: 'STARTTLS 220, handshake',
  QUIT: 'QUIT 221',
}

describe('the flags of a session', () => {
  it('hello: none until one succeeds, and the last that did', () => {
    assert.equal(stateAfter('220').hello, 'none')
    for (const hello of ['EHLO', 'HELO', 'LHLO']) {
      assert.equal(stateAfter(`220, ${hello} 250`).hello, hello)
      assert.equal(stateAfter(`220, ${hello} 550`).hello, 'none')
      assert.equal(stateAfter(`220, EHLO 250, ${hello} 250`).hello, hello)
    }
    assert.equal(stateAfter(`${ready}, HELO 502`).hello, 'EHLO')
  })

  it('hello: cleared by the TLS handshake and by XCLIENT 220, not by RSET or AUTH', () => {
    assert.equal(stateAfter(secured).hello, 'none')
    assert.equal(stateAfter(`${ready}, XCLIENT 220`).hello, 'none')
    assert.equal(stateAfter(`${ready}, XCLIENT 550`).hello, 'EHLO')
    assert.equal(stateAfter(`${ready}, STARTTLS 454`).hello, 'EHLO')
    assert.equal(stateAfter(`${ready}, RSET 250`).hello, 'EHLO')
    assert.equal(stateAfter(`${ready}, AUTH 235`).hello, 'EHLO')
  })

  it('keywords: those of the EHLO or LHLO in force, each replacing the ones before', () => {
    assert.deepEqual(stateAfter('220, EHLO 250 SIZE PIPELINING').keywords, ['SIZE', 'PIPELINING'])
    assert.deepEqual(stateAfter('220, LHLO 250 PIPELINING').keywords, ['PIPELINING'])
    assert.deepEqual(stateAfter('220, EHLO 250 SIZE, EHLO 250 ETRN').keywords, ['ETRN'])
    assert.deepEqual(stateAfter('220, EHLO 250 SIZE, EHLO 550').keywords, ['SIZE'])
  })

  it('keywords: none after HELO, the TLS handshake or XCLIENT 220; RSET keeps them', () => {
    assert.deepEqual(stateAfter(`${ready}, HELO 250`).keywords, [])
    assert.deepEqual(stateAfter(secured).keywords ?? [], [])
    assert.deepEqual(stateAfter(`${ready}, XCLIENT 220`).keywords ?? [], [])
    assert.deepEqual(stateAfter(`${ready}, RSET 250`).keywords, everyKeyword)
    assert.deepEqual(stateAfter(`${ready}, HELO 502`).keywords, everyKeyword)
  })

  it('tls: set by the handshake and never cleared', () => {
    assert.equal(stateAfter(ready).tls, false)
    assert.equal(stateAfter(`${ready}, STARTTLS 454`).tls, false)
    assert.equal(stateAfter(secured).tls, true)
    for (const more of ['EHLO 250', 'EHLO 250, RSET 250', 'XCLIENT 220', 'EHLO 250, AUTH 235', 'QUIT 221']) {
      assert.equal(stateAfter(`${secured}, ${more}`).tls, true, more)
    }
  })

  it('authenticated: set by 235, cleared by the TLS handshake, not by RSET or EHLO', () => {
    assert.equal(stateAfter(ready).authenticated, false)
    assert.equal(stateAfter(`${ready}, AUTH 535`).authenticated, false)
    assert.equal(stateAfter(`${ready}, AUTH 334`).authenticated, false)
    for (const success of ['AUTH 235', 'AUTH 334, response 235']) {
      assert.equal(stateAfter(`${ready}, ${success}`).authenticated, true)
      for (const more of ['RSET 250', 'EHLO 250', 'HELO 250', 'MAIL 250', 'NOOP 250', 'STARTTLS 454']) {
        assert.equal(stateAfter(`${ready}, ${success}, ${more}`).authenticated, true, more)
      }
      assert.equal(stateAfter(`${ready}, ${success}, STARTTLS 220, handshake`).authenticated, false)
    }
  })

  it('protocol: from the hello that was accepted, or from the text of the greeting', () => {
    assert.equal(stateAfter('220').protocol, 'unknown')
    assert.equal(stateAfter('220, EHLO 250').protocol, 'ESMTP')
    assert.equal(stateAfter('220, HELO 250').protocol, 'SMTP')
    assert.equal(stateAfter('220, EHLO 502, HELO 250').protocol, 'SMTP')
    assert.equal(stateAfter('220, LHLO 250').protocol, 'LMTP')
    assert.equal(stateAfter('220, LHLO 500').protocol, 'unknown')
    assert.equal(stateAfter('220 LMTP').protocol, 'LMTP')
    assert.equal(stateAfter('554 LMTP').protocol, 'LMTP')
  })

  it('binaryMime: from the accepted MAIL to the end of its transaction', () => {
    assert.equal(stateAfter(`${ready}, MAIL BINARYMIME 250`).binaryMime, true)
    assert.equal(stateAfter(`${ready}, MAIL BINARYMIME 501`).binaryMime, false)
    assert.equal(stateAfter(`${ready}, MAIL 250`).binaryMime, false)
    for (const [end, steps] of Object.entries(endsOfTransaction)) {
      assert.equal(stateAfter(`${rcpt}, ${steps}`).binaryMime, false, end)
    }
  })

  it('accepted, deferred, refused: the replies to RCPT by class, from MAIL to the end of its transaction', () => {
    const counts = (script: string) => {
      const { accepted, deferred, refused } = stateAfter(script)
      return [accepted, deferred, refused]
    }
    assert.deepEqual(counts(rcpt), [1, 1, 1])
    assert.deepEqual(counts(`${rcpt}, NOOP 250, RCPT 251, RCPT 452`), [2, 2, 1])
    for (const [end, steps] of Object.entries(endsOfTransaction)) {
      assert.deepEqual(counts(`${rcpt}, ${steps}`), [0, 0, 0], end)
    }
  })

  it('accepted, deferred, refused: a RCPT that is refused outside a transaction counts for none', () => {
    assert.equal(stateAfter(`${ready}, RCPT 503`), stateAfter(ready))
  })
})

describe('a state', () => {
  it('is one object for all sessions that come to it', () => {
    assert.equal(stateAfter(`${ready}, MAIL 250, RSET 250`), stateAfter(ready))
    assert.equal(
      stateAfter(`${ready}, MAIL 250, RCPT 250`),
      stateAfter(`${ready}, NOOP 250, MAIL 250, RCPT 251`),
    )
    assert.notEqual(stateAfter(`${ready}, MAIL 250`), stateAfter(ready))
  })

  it('differs where any of its fields differs', () => {
    const changes: readonly Partial<typeof initialState>[] = [
      { phase: 'ready' },
      { resume: 'ready' },
      { protocol: 'LMTP' },
      { hello: 'EHLO' },
      { refusedHello: 502 },
      { keywords: [] },
      { keywords: ['SIZE'] },
      { tls: true },
      { authenticated: true },
      { refusedAuth: 535 },
      { refusedMail: 550 },
      { refusedData: 451 },
      { binaryMime: true },
      { accepted: 1 },
      { deferred: 1 },
      { refused: 1 },
      { afterLastChunk: true },
      { closedBy: 'lost' },
    ]
    const states = new Set(changes.map(one => change(initialState, one)))
    assert.equal(states.size, changes.length)
    assert.ok(!states.has(initialState))
    for (const one of changes) assert.ok(states.has(change(initialState, one)), JSON.stringify(one))
  })

  it('that is unknown holds nothing against anybody', () => {
    assert.equal(unknownState.phase, 'unknown')
    assert.equal(unknownState.hello, 'unknown')
    assert.equal(unknownState.keywords, null)
  })

  it('cannot be changed', () => {
    assert.ok(Object.isFrozen(stateAfter(rcpt)))
  })
})
