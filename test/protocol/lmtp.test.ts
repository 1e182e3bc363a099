import assert from 'node:assert/strict'
import fc from 'fast-check'
import { receive } from '../../server/protocol/sessionView.ts'
import { expectJudgements, play, stateAfter, transactionAfter } from './playing.ts'

const ready = '220 LMTP, LHLO 250'

function toRecipients(count: number): string {
  return `${ready}, MAIL 250${', RCPT 250'.repeat(count)}`
}

/** Both ways of sending a message, up to where the replies for its recipients come. */
const messages = { 'the dot': 'DATA 354, dot', 'BDAT LAST': 'BDAT 250, BDAT LAST' } as const

describe('LMTP (RFC 2033)', () => {
  for (const [name, message] of Object.entries(messages)) {
    it(`answers ${name} once for each accepted recipient`, () => {
      for (const count of [1, 2, 3, 7]) {
        const replies = Array<string>(count).fill('250')
        for (let come = 0; come < count; come++) {
          const script = [toRecipients(count), message, ...replies.slice(0, come)].join(', ')
          assert.equal(play(script).outstanding.length, 1, `${count} recipients, ${come} replies`)
        }
        const all = [toRecipients(count), message, ...replies].join(', ')
        assert.deepEqual(play(all).outstanding, [], `${count} recipients`)
        assert.equal(transactionAfter(all), 'ready 0 0 0')
      }
    })

    it(`does not count recipients that were refused, when it answers ${name}`, () => {
      const script = `${toRecipients(1)}, RCPT 550, RCPT 450, RCPT 250, ${message}`
      assert.equal(play(`${script}, 250`).outstanding.length, 1)
      assert.deepEqual(play(`${script}, 250, 250`).outstanding, [])
    })

    it(`may refuse some recipients after ${name}: the transaction is over all the same`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(452, 550), { minLength: 1, maxLength: 4 }),
          fc.nat(),
          (bad, at) => {
            const place = at % (bad.length + 1)
            const codes = [...bad.slice(0, place), 250, ...bad.slice(place)]
            const script = `${toRecipients(codes.length)}, ${message}, ${codes.join(', ')}`
            assert.equal(transactionAfter(script), 'ready 0 0 0', script)
            expectJudgements(`${script}; MAIL: allowed`)
          },
        ),
      )
    })

    it(`may leave out replies after ${name}: the client goes on, and what follows is its own`, () => {
      const script = `${toRecipients(3)}, ${message}, 250`
      expectJudgements(`${script}; MAIL: allowed`, `${script}; QUIT: allowed`)
      assert.equal(stateAfter(`${script}, MAIL 250, RCPT 550`).phase, 'mail')
      assert.equal(transactionAfter(`${script}, MAIL 250, RCPT 250`), 'rcpt 1 0 0')
      assert.equal(stateAfter(`${script}, QUIT 221`).closedBy, 'quit')
    })

    it(`counts the replies to ${name} off before those to commands that were sent with it`, () => {
      const script = `${toRecipients(2)}, ${message}, MAIL, RCPT`
      assert.equal(stateAfter(`${script}, 250, 452`).phase, 'ready')
      assert.equal(transactionAfter(`${script}, 250, 452, 250, 550`), 'mail 0 0 1')
    })

    it(`may close with 421 instead of a reply to ${name}`, () => {
      const { phase, closedBy } = stateAfter(`${toRecipients(3)}, ${message}, 250, 421`)
      assert.deepEqual([phase, closedBy], ['closed', '421'])
    })
  }

  it('says of each reply to the message that it answers the message', () => {
    let view = play(`${toRecipients(3)}, DATA 354, dot`)
    for (const code of [250, 452, 550]) {
      const received = receive(view, { code, keywords: null })
      assert.equal(received.answers?.kind, 'message')
      view = received.view
    }
    assert.equal(receive(view, { code: 250, keywords: null }).answers, null)
  })

  it('answers a chunk that is not the last once', () => {
    assert.deepEqual(play(`${toRecipients(3)}, BDAT 250`).outstanding, [])
    assert.equal(transactionAfter(`${toRecipients(3)}, BDAT 250, BDAT 250`), 'bdat 3 0 0')
  })

  it('needs LHLO', () => {
    expectJudgements(
      '220 LMTP; LHLO: allowed',
      '220 LMTP; MAIL: out-of-sequence: mail-before-hello',
      '220 LMTP, EHLO 500; MAIL: out-of-sequence: mail-after-refused-hello',
      '220 LMTP, EHLO 500, LHLO 250; MAIL: allowed',
    )
  })

  it('counts replies also for a message whose recipients were pipelined', () => {
    const script = `${ready}, MAIL, RCPT, RCPT, RCPT, DATA, 250, 250, 550, 250, 354, dot`
    assert.equal(play(`${script}, 250`).outstanding.length, 1)
    assert.equal(transactionAfter(`${script}, 250, 250`), 'ready 0 0 0')
  })
})

describe('SMTP', () => {
  it('answers a message once, however many recipients it has', () => {
    for (const message of Object.values(messages)) {
      const script = `220, EHLO 250, MAIL 250, RCPT 250, RCPT 250, ${message}, 250`
      assert.deepEqual(play(script).outstanding, [])
      assert.equal(transactionAfter(script), 'ready 0 0 0')
    }
  })
})
