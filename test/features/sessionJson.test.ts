import assert from 'node:assert/strict'
import { type ExchangeJson, type SessionJson, sessionJson } from '../../server/features/sessionJson.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

/** The sessions of a transcript as `parse` prints them. */
function sessionsIn(...lines: readonly string[]): readonly SessionJson[] {
  const transcript = readTranscript(lines.join('\n'))
  return transcript.sessions.map((placed, index) =>
    sessionJson('a.smtp', transcript.reading.dialect, placed, index + 1),
  )
}

function sessionIn(...lines: readonly string[]): SessionJson {
  const [session, ...others] = sessionsIn(...lines)
  assert.ok(session && others.length === 0)
  return session
}

function exchangesIn(...lines: readonly string[]): readonly ExchangeJson[] {
  return sessionIn(...lines).exchanges
}

const hello = ['S: 220 mx.example.org ESMTP', 'C: EHLO c', 'S: 250 mx.example.org']
const mail = ['C: MAIL FROM:<a@example.org>', 'S: 250 OK']
const rcpt = ['C: RCPT TO:<b@example.org>', 'S: 250 OK']
const data = ['C: DATA', 'S: 354 go']

describe('a session as JSON: what the client sent', () => {
  it('a command, its verb in upper case and its text as it stands', () => {
    const [, mailCommand, unknown] = exchangesIn(
      ...hello,
      'C: mail from:<A@example.org> ',
      'S: 250 OK',
      'C: xyzzy Plugh',
    )
    assert.deepEqual(mailCommand?.command, {
      kind: 'command',
      verb: 'MAIL',
      text: 'mail from:<A@example.org>',
    })
    assert.deepEqual(unknown?.command, { kind: 'command', verb: 'XYZZY', text: 'xyzzy Plugh' })
    assert.equal(unknown.reply, null)
  })

  it('a message, with lines and octets as they are delivered, without its text', () => {
    const content = ['C: Subject: hello', 'C:', 'C: ..dot', 'C: \u00fc', 'C: .']
    const exchanges = exchangesIn(...hello, ...mail, ...rcpt, ...data, ...content, 'S: 250 2.0.0 queued')
    const message = exchanges.at(-1)
    assert.deepEqual(message?.command, { kind: 'message', lines: 4, octets: 16 + 2 + 6 + 4, elided: false })
    assert.deepEqual(message.reply, { line: 15, code: 250, enhancedCode: '2.0.0', text: ['queued'] })
    assert.equal(message.line, 10)
    assert.ok(!('replies' in message))
  })

  it('a message that the tool did not print', () => {
    const exchanges = exchangesIn(...hello, ...mail, ...rcpt, ...data, 'S: 250 queued')
    const { command, reply } = exchanges.at(-1) ?? {}
    assert.ok(command?.kind === 'message' && command.elided)
    assert.equal(reply?.line, 10)
  })

  it('a chunk, with the reply at its BDAT', () => {
    const [, , , bdat, chunk, ...others] = exchangesIn(
      ...['S: 220 mx ESMTP', 'C: EHLO c', 'S: 250-mx', 'S: 250 CHUNKING', ...mail, ...rcpt],
      ...['C: BDAT 14 LAST', 'C: hello', 'C: world', 'S: 250 queued'],
    )
    assert.deepEqual(bdat?.command, { kind: 'command', verb: 'BDAT', text: 'BDAT 14 LAST' })
    assert.equal(bdat.reply?.line, 12)
    assert.deepEqual(chunk?.command, { kind: 'chunk', lines: 2, octets: 14, elided: false })
    assert.equal(chunk.reply, null)
    assert.deepEqual(others, [])
  })

  it('a line of a SASL exchange, without its text', () => {
    const [, auth, response, last] = exchangesIn(
      ...['S: 220 mx ESMTP', 'C: EHLO c', 'S: 250-mx', 'S: 250 AUTH LOGIN', 'C: AUTH LOGIN'],
      ...['S: 334 VXNlcm5hbWU6', 'C: YW5uYQ==', 'S: 334 UGFzc3dvcmQ6', 'C: c2VjcmV0', 'S: 235 2.7.0 ok'],
    )
    assert.equal(auth?.reply?.code, 334)
    assert.deepEqual(response?.command, { kind: 'auth-response' })
    assert.equal(response.stateBefore, 'auth-exchange')
    assert.deepEqual(
      [last?.command.kind, last?.reply?.code, last?.sequence],
      ['auth-response', 235, 'allowed'],
    )
  })

  it('the TLS handshake, where the tool mentions it', () => {
    const [, startTls, handshake, ehlo] = exchangesIn(
      ...['=== Trying mx:25...', '=== Connected to mx.', '<-  220 mx ESMTP', ' -> EHLO c', '<-  250-mx'],
      ...[
        '<-  250 STARTTLS',
        ' -> STARTTLS',
        '<-  220 go',
        '=== TLS started with cipher X',
        ' ~> EHLO c',
        '<~  250 mx',
      ],
    )
    assert.equal(startTls?.reply?.line, 8)
    assert.deepEqual(handshake?.command, { kind: 'tls' })
    assert.deepEqual([handshake.line, handshake.reply, handshake.stateBefore], [9, null, 'tls-handshake'])
    assert.deepEqual([ehlo?.stateBefore, ehlo?.sequence], ['tls-ready', 'allowed'])
  })
})

describe('a session as JSON: LMTP', () => {
  const lhlo = ['S: 220 lmtp LMTP', 'C: LHLO c', 'S: 250-lmtp', 'S: 250 CHUNKING']
  const two = [...rcpt, 'C: RCPT TO:<nosuch@x>', 'S: 550 nobody', 'C: RCPT TO:<d@example.org>', 'S: 250 OK']
  const replies = ['S: 250 2.0.0 saved', 'S: 452-4.2.2 full', 'S: 452 4.2.2 really']
  const expected = [
    { code: 250, enhancedCode: '2.0.0', text: ['saved'] },
    { code: 452, enhancedCode: '4.2.2', text: ['full', 'really'] },
  ]

  it('has all replies to a message, in the order of the accepted recipients, and no other reply', () => {
    const session = sessionIn(...lhlo, ...mail, ...two, ...data, 'C: hello', 'C: .', ...replies)
    const message = session.exchanges.at(-1)
    assert.equal(session.protocol, 'LMTP')
    assert.equal(message?.reply, null)
    assert.deepEqual(
      message.replies,
      expected.map((reply, index) => ({ line: 17 + index, ...reply })),
    )
  })

  it('has them also for one recipient, and where none has come yet', () => {
    const start = [...lhlo, ...mail, ...rcpt, ...data, 'C: hello', 'C: .']
    const one = exchangesIn(...start, 'S: 250 saved').at(-1)
    assert.deepEqual([one?.reply, one?.replies?.length], [null, 1])
    const none = exchangesIn(...start).at(-1)
    assert.deepEqual([none?.reply, none?.replies], [null, []])
  })

  it('has all replies to the last chunk', () => {
    const exchanges = exchangesIn(
      ...lhlo,
      ...mail,
      ...two,
      'C: BDAT 7 LAST',
      'C: hello',
      ...replies,
      'C: QUIT',
    )
    const told = exchanges.flatMap(({ reply, replies: several }) => several ?? (reply ? [reply] : []))
    assert.deepEqual(
      told.slice(-2).map(({ code, enhancedCode, text }) => ({ code, enhancedCode, text })),
      expected,
    )
  })
})

describe('a session as JSON: the verdicts', () => {
  const told = (exchanges: readonly ExchangeJson[]) =>
    exchanges.map(({ stateBefore, sequence, because }) => [stateBefore, sequence, because])

  it('a consequence is not out of sequence, and has no rule', () => {
    const lines = ['C: MAIL FROM:<a@x>', 'C: RCPT TO:<b@x>', 'C: DATA', 'S: 550 no', 'S: 503 no', 'S: 503 no']
    assert.deepEqual(told(exchangesIn(...hello, ...lines)).slice(1), [
      ['ready', 'allowed', null],
      ['mail', 'allowed', null],
      ['rcpt', 'allowed', null],
    ])
    const late = ['C: MAIL FROM:<a@x>', 'C: RCPT TO:<b@x>', 'S: 550 no', 'C: DATA', 'S: 503 no', 'S: 503 no']
    assert.deepEqual(
      told(exchangesIn(...hello, ...late))
        .at(-1)
        ?.slice(1),
      ['consequence', null],
    )
  })

  it('does not consult the own reply', () => {
    const nested = [...hello, ...mail, 'C: MAIL FROM:<c@x>']
    for (const reply of ['S: 250 OK', 'S: 503 no', 'S: 421 bye']) {
      assert.deepEqual(told(exchangesIn(...nested, reply)).at(-1), [
        'mail',
        'out-of-sequence',
        'sequence/nested-mail',
      ])
    }
  })

  it('an extension that was not announced is left to the server', () => {
    assert.deepEqual(told(exchangesIn(...hello, 'C: STARTTLS')).at(-1), ['ready', 'server-dependent', null])
  })

  it('nothing is known of a text that begins in mid-session', () => {
    const session = sessionIn('C: RCPT TO:<b@x>', 'S: 250 OK', 'C: DATA', 'S: 503 no')
    assert.equal(session.protocol, 'unknown')
    assert.equal(session.greeting, null)
    assert.deepEqual(session.exchanges.map(({ sequence }) => sequence)[0], 'unknown')
    assert.equal(session.exchanges[0]?.stateBefore, 'unknown')
  })

  it('a MAIL that nobody answered is not called refused', () => {
    const exchanges = exchangesIn('S: 220 mx ESMTP', 'C: MAIL FROM:<a@x>', 'C: RCPT TO:<b@x>')
    assert.equal(exchanges[0]?.because, 'sequence/mail-before-hello')
    assert.notEqual(exchanges[1]?.because, 'sequence/rcpt-after-refused-mail')
  })
})

describe('a session as JSON: how it ends', () => {
  for (const [ending, lines] of [
    ['quit', [...hello, 'C: QUIT', 'S: 221 bye']],
    ['quit', [...hello, 'C: QUIT']],
    ['closed', [...hello, 'S: 421 shutting down']],
    ['closed', [...hello, 'C: NOOP', 'S: 421 shutting down', 'C: QUIT']],
    ['closed', ['S: 421 too busy']],
    [
      'closed',
      [
        '=== Trying mx:25...',
        '<-  220 mx',
        ' -> EHLO c',
        '<-  250 mx',
        '=== Connection closed with remote host.',
      ],
    ],
    [
      'lost',
      ['=== Trying mx:25...', '<-  220 mx', ' -> EHLO c', '*** Remote host closed connection unexpectedly.'],
    ],
    ['open', [...hello, ...mail]],
    ['open', ['S: 220 mx ESMTP']],
  ] as const) {
    it(`${ending}: ${lines.at(-1)}`, () => {
      assert.equal(sessionIn(...lines).ending, ending)
    })
  }
})
