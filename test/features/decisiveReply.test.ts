import assert from 'node:assert/strict'
import { outcomesOf } from '../../server/features/outcomes.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

const hello = ['S: 220 mx.example.org ESMTP', 'C: EHLO c', 'S: 250-mx', 'S: 250 CHUNKING']
const mail = ['C: MAIL FROM:<a@c>', 'S: 250 ok']
const rcpt = ['C: RCPT TO:<b@x>', 'S: 250 ok']

/** `result line code` of each outcome of the first session; lines from 1. */
function outcomes(...lines: string[]): string[] {
  const [placed] = readTranscript(`${lines.join('\n')}\n`).sessions
  assert.ok(placed)
  return outcomesOf(placed.session).map(({ result, reply }) =>
    reply ? `${result} ${placed.startLine + reply.line + 1} ${reply.code}` : result,
  )
}

describe('the decisive reply is the first that made success impossible', () => {
  it('the deferral of the only recipient, not what the dot got after it', () => {
    const lines = ['C: RCPT TO:<b@x>', 'S: 450 later', 'C: DATA', 'S: 354 go', 'C: .', 'S: 554 no recipients']
    assert.deepEqual(outcomes(...hello, ...mail, ...lines), ['deferred 8 450'])
  })

  it('the chunk that was refused first, not the one that fell with it', () => {
    const lines = ['C: BDAT 7', 'C: hello', 'S: 552 too large', 'C: BDAT 7 LAST', 'C: world', 'S: 503 no']
    assert.deepEqual(outcomes(...hello, ...mail, ...rcpt, ...lines), ['refused 11 552'])
  })

  it('the first refusal of DATA, not the 503 to the second', () => {
    const lines = ['C: DATA', 'S: 451 greylisted', 'C: DATA', 'S: 503 no']
    assert.deepEqual(outcomes(...hello, ...mail, ...rcpt, ...lines), ['deferred 10 451'])
  })

  it('the greeting, whatever the client tried after it', () => {
    assert.deepEqual(
      outcomes('S: 554 no service', 'C: EHLO c', 'S: 503 no', 'C: MAIL FROM:<a@c>', 'S: 503 no'),
      ['refused 1 554'],
    )
  })

  it('the 421 in the middle of a transaction, asked for or not', () => {
    assert.deepEqual(outcomes(...hello, ...mail, ...rcpt, 'S: 421 shutting down'), ['deferred 9 421'])
    assert.deepEqual(outcomes(...hello, ...mail, ...rcpt, 'C: RCPT TO:<d@x>', 'S: 421 shutting down'), [
      'deferred 10 421',
    ])
  })

  it('none where a later AUTH made a refused one good, or where only an unknown command was refused', () => {
    const auth = [
      'C: AUTH PLAIN AAAA',
      'S: 535 no',
      'C: AUTH PLAIN AAAA',
      'S: 235 ok',
      'C: QUIT',
      'S: 221 bye',
    ]
    assert.deepEqual(outcomes(...hello, ...auth), ['abandoned'])
    assert.deepEqual(outcomes(...hello, 'C: FOO', 'S: 500 what', 'C: QUIT', 'S: 221 bye'), ['abandoned'])
  })

  it('the reply to a message whose MAIL is not in the text', () => {
    const lines = ['C: RCPT TO:<b@x>', 'S: 250 ok', 'C: DATA', 'S: 354 go', 'C: hi', 'C: .', 'S: 250 queued']
    assert.deepEqual(outcomes(...lines), ['accepted 7 250'])
  })
})
