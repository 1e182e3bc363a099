import assert from 'node:assert/strict'
import { explainOutcome, outcomesOf, type Result } from '../../server/features/outcomes.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

const hello = ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250 mx.example.org']
const mail = ['C: MAIL FROM:<anna@example.net>', 'S: 250 OK']
const rcpt = ['C: RCPT TO:<bob@example.org>', 'S: 250 OK']
const data = ['C: DATA', 'S: 354 go', 'C: hello', 'C: .']
const quit = ['C: QUIT', 'S: 221 bye']
const deferral = ['C: RCPT TO:<bob@example.org>', 'S: 450 4.2.0 Greylisted']
const refusal = ['C: RCPT TO:<nosuch@example.org>', 'S: 550 5.1.1 nobody']

/** The result of each transaction, and the line (from 1) and code of the reply that decided it. */
type Told = readonly [Result, number | null, number | null]

function outcomesIn(lines: readonly string[]) {
  const transcript = readTranscript(lines.join('\n'))
  return transcript.sessions.flatMap(placed =>
    outcomesOf(placed.session).map(outcome => ({
      told: [
        outcome.result,
        outcome.reply ? placed.startLine + outcome.reply.line + 1 : null,
        outcome.reply?.code ?? null,
      ] as Told,
      transaction: outcome.transaction,
      explanation: explainOutcome(placed, outcome),
    })),
  )
}

const cases: readonly (readonly [string, readonly string[], readonly Told[]])[] = [
  ['accepted', [...hello, ...mail, ...rcpt, ...data, 'S: 250 queued'], [['accepted', 12, 250]]],
  [
    'accepted in chunks',
    [...hello, ...mail, ...rcpt, 'C: BDAT 7 LAST', 'C: hello', 'S: 250 queued'],
    [['accepted', 10, 250]],
  ],
  [
    'partly, as one recipient was refused',
    [...hello, ...mail, ...refusal, ...rcpt, ...data, 'S: 250 queued'],
    [['partly', 7, 550]],
  ],
  [
    'partly, as one was deferred',
    [...hello, ...mail, ...rcpt, ...deferral, ...data, 'S: 250 queued'],
    [['partly', 9, 450]],
  ],
  ['refused, for the only recipient', [...hello, ...mail, ...refusal, ...quit], [['refused', 7, 550]]],
  ['deferred, for the only recipient', [...hello, ...mail, ...deferral, ...quit], [['deferred', 7, 450]]],
  [
    'deferred, though DATA then got a 5yz',
    [...hello, ...mail, ...deferral, 'C: DATA', 'S: 503 5.5.1 no recipients', ...quit],
    [['deferred', 7, 450]],
  ],
  [
    'refused at MAIL, whatever fell with it',
    [
      ...hello,
      'C: MAIL FROM:<x@x>',
      'C: RCPT TO:<b@x>',
      'C: DATA',
      'S: 550 no',
      'S: 503 no',
      'S: 503 no',
      ...quit,
    ],
    [['refused', 7, 550]],
  ],
  [
    'deferred at DATA',
    [...hello, ...mail, ...rcpt, 'C: DATA', 'S: 451 later', ...quit],
    [['deferred', 9, 451]],
  ],
  [
    'refused at the end of the message',
    [...hello, ...mail, ...rcpt, ...data, 'S: 554 spam'],
    [['refused', 12, 554]],
  ],
  ['deferred by 421', [...hello, ...mail, ...rcpt, ...data, 'S: 421 shutting down'], [['deferred', 12, 421]]],
  ['abandoned by QUIT', [...hello, ...mail, ...rcpt, ...quit], [['abandoned', null, null]]],
  ['abandoned by RSET', [...hello, ...mail, ...rcpt, 'C: RSET', 'S: 250 OK'], [['abandoned', null, null]]],
  ['unknown, as the text ends', [...hello, ...mail, ...rcpt], [['unknown', null, null]]],
  [
    'unknown, as the reply to the message is missing',
    [...hello, ...mail, ...rcpt, ...data],
    [['unknown', null, null]],
  ],
  [
    'each transaction by itself',
    [
      ...hello,
      ...mail,
      ...deferral,
      'C: RSET',
      'S: 250 OK',
      ...mail,
      ...rcpt,
      ...data,
      'S: 250 queued',
      ...quit,
    ],
    [
      ['deferred', 7, 450],
      ['accepted', 18, 250],
    ],
  ],
  [
    'a MAIL that was refused for its place begins no transaction',
    [...hello, ...mail, 'C: MAIL FROM:<x@x>', 'S: 503 nested', ...rcpt, ...data, 'S: 250 queued'],
    [['accepted', 14, 250]],
  ],
  [
    'a MAIL that a lax server takes ends the transaction before it',
    [...hello, ...mail, ...rcpt, ...mail, ...rcpt, ...data, 'S: 250 queued'],
    [
      ['abandoned', null, null],
      ['accepted', 16, 250],
    ],
  ],
  [
    'a session that was refused in its greeting',
    ['S: 554 no service', 'C: QUIT', 'S: 221 bye'],
    [['refused', 1, 554]],
  ],
  ['a session that was deferred in its greeting', ['S: 421 too busy'], [['deferred', 1, 421]]],
  [
    'a session whose hello was refused',
    ['S: 220 mx', 'C: EHLO c', 'S: 550 no', ...quit],
    [['refused', 3, 550]],
  ],
  [
    'a session whose AUTH failed',
    [
      'S: 220 mx',
      'C: EHLO c',
      'S: 250-mx',
      'S: 250 AUTH LOGIN',
      'C: AUTH LOGIN',
      'S: 334 x',
      'C: eA==',
      'S: 535 no',
      ...quit,
    ],
    [['refused', 8, 535]],
  ],
  [
    'a session that fell back to HELO',
    ['S: 220 mx', 'C: EHLO c', 'S: 500 ?', 'C: HELO c', 'S: 250 mx', ...quit],
    [['abandoned', null, null]],
  ],
  ['a session of nothing but a hello', [...hello, ...quit], [['abandoned', null, null]]],
  [
    'a script of the client',
    ['C: EHLO c', 'C: MAIL FROM:<a@x>', 'C: RCPT TO:<b@x>', 'C: DATA', 'C: x', 'C: .', 'C: QUIT'],
    [['unknown', null, null]],
  ],
]

describe('the outcome', () => {
  for (const [name, lines, expected] of cases) {
    it(name, () => {
      assert.deepEqual(
        outcomesIn(lines).map(({ told }) => told),
        expected,
        lines.join('\n'),
      )
    })
  }

  it('is partly, in LMTP, when one of the replies to the message is a refusal', () => {
    const lhlo = [
      'S: 220 lmtp LMTP',
      'C: LHLO c',
      'S: 250-lmtp',
      'S: 250 CHUNKING',
      ...mail,
      ...rcpt,
      ...rcpt,
    ]
    const mixed = ['S: 250 saved', 'S: 452 4.2.2 full']
    assert.deepEqual(outcomesIn([...lhlo, ...data, ...mixed])[0]?.told, ['partly', 16, 452])
    const bdat = ['C: BDAT 7 LAST', 'C: hello', ...mixed]
    assert.deepEqual(outcomesIn([...lhlo, ...bdat])[0]?.told, ['partly', 14, 452])
    assert.deepEqual(outcomesIn([...lhlo, ...data, 'S: 452 a', 'S: 452 b'])[0]?.told, ['deferred', 15, 452])
  })

  it('numbers transactions from 1, and has no number where there is none', () => {
    const two = [...hello, ...mail, 'C: RSET', 'S: 250 OK', ...mail, ...quit]
    assert.deepEqual(
      outcomesIn(two).map(({ transaction }) => transaction),
      [1, 2],
    )
    assert.deepEqual(
      outcomesIn([...hello, ...quit]).map(({ transaction }) => transaction),
      [null],
    )
  })
})

describe('the explanation of an outcome', () => {
  const explained = (lines: readonly string[]) => outcomesIn(lines)[0]?.explanation ?? null

  it('is one sentence about the decisive reply', () => {
    assert.match(explained([...hello, ...mail, ...deferral, ...quit]) ?? '', /^Greylist[^\n]*\.$/)
    const enhanced = explained([...hello, ...mail, ...refusal, ...quit])
    assert.match(enhanced ?? '', /mailbox/i)
    const code = [...hello, ...mail, 'C: RCPT TO:<b@x>', 'S: 552 too much', ...quit]
    assert.match(explained(code) ?? '', /storage|exceeded/i)
  })

  it('speaks of greylisting also with 451', () => {
    const lines = [
      ...hello,
      ...mail,
      'C: RCPT TO:<b@x>',
      'S: 451 4.7.1 Greylisting in action, please come back later',
    ]
    assert.match(explained([...lines, ...quit]) ?? '', /[Gg]reylist/)
  })

  it('names a line where a 503 decided, and is plain text', () => {
    const lines = ['S: 220 mx', 'C: EHLO c', 'S: 502 ?', 'C: MAIL FROM:<a@x>', 'S: 503 no', ...quit]
    const told = explained(lines) ?? ''
    assert.match(told, /line 2\b/)
    assert.doesNotMatch(told, /[[\]*_]|\]\(/)
  })

  it('is not there where no reply decided', () => {
    assert.equal(explained([...hello, ...mail, ...rcpt, ...quit]), null)
  })
})
