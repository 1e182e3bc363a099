import assert from 'node:assert/strict'
import fc from 'fast-check'
import { bare } from '../../../server/transcript/dialects/bare.ts'
import type { Expectation, LineContext } from '../../../server/transcript/dialects/dialect.ts'
import { frameOf } from '../../../server/transcript/dialects/framed.ts'
import { dialects } from '../../../server/transcript/dialects/registry.ts'
import { inferDialect } from '../../../server/transcript/inference/infer.ts'
import { wholeOf } from '../../../server/transcript/reading.ts'
import { payloadOf } from '../../../server/transcript/stretch.ts'
import { readTranscript } from '../../../server/transcript/transcript.ts'

/** What the marks of the dialects are made of. */
const pieces = [
  ...['220 mx.example', '250-', '250 ok', '354', '550 5.1.1 no', 'EHLO c.example', 'MAIL FROM:<a@c.example>'],
  ...[
    'DATA',
    '.',
    'QUIT',
    'AUTH PLAIN ',
    '050 ',
    '>>> ',
    '<<< ',
    '-> "',
    '<- "',
    ' -> ',
    '<-  ',
    '<** ',
    '> ',
  ],
  ...[
    "send: '",
    "reply: b'",
    'reply: retcode (250)',
    '\\r\\n',
    '\\',
    '"',
    "'",
    "b'",
    '""',
    ',',
    '[',
    ']',
    '<',
    '>',
  ],
  ...[
    'SERVER -> CLIENT: ',
    'CLIENT -&gt; SERVER: ',
    '<br>',
    'SMTP<< ',
    'SMTP>> ',
    'SMTP|> ',
    'C: ',
    'S: ',
    'R: ',
  ],
  ...[
    'Net::SMTP=GLOB(0x1)>>> ',
    's-nail: >>> SERVER: ',
    'smtp: 0x1: <<< ',
    '<<< [MSG] ',
    '<<< [EOM]',
    '12:00:00 ',
  ],
  ...[
    '0000: ',
    '45 48 4c 4f ',
    '0d 0a ',
    '=> Send header, ',
    '<= Recv data, ',
    '== Info: ',
    ' In:  ',
    ' Out: ',
  ],
  ...[
    '[2026-11-23 23:12:56] DEBUG [a1] ',
    '[2026-11-23 23:12:56] 4> ',
    'Nov 23 10:00:00 mx postfix/smtpd[1]: ',
  ],
  ...['< c.example[192.0.2.7]: ', '> mx.example[192.0.2.1]:25: ', 'mail.log DEBUG: ', "('192.0.2.7', 1) >> "],
  ...[
    '[PROTOCOL] [A.1] [core] C: ',
    ' state=1',
    'dispatching ',
    ' said: 550 no',
    ' (in reply to RCPT TO command)',
  ],
  ...[
    '2026-11-23T10:00:00.001Z,EX,08DA1B2C3D4E5F60,1,,,<,',
    'SMTP error from remote mail server after ',
    ': ',
  ],
  ...['Diagnostic-Code: smtp; ', 'reject: RCPT from ', '---', '\t', '   ', '\u2028', '\ud800', 'é', '€'],
]

const lines = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

const expectations = fc.constantFrom<Expectation>(
  'opening',
  'dialogue',
  'content',
  'content-or-reply',
  'auth-response',
)

const contexts: fc.Arbitrary<LineContext> = fc.record({
  expected: expectations,
  replyCode: fc.constantFrom(null, 250, 550),
  isAwaiting: fc.boolean(),
  memory: fc.oneof(
    fc.constantFrom(
      '',
      'in',
      'out',
      '<',
      'client',
      'server',
      'content|0d 0a ',
      'server|goes on',
      'reply',
      'lines',
    ),
    fc.constantFrom(
      'wrapped',
      'wrapped told',
      'returned',
      'report',
      'rule',
      'exception',
      'failed',
      'outside',
    ),
    fc.string({ maxLength: 12 }),
  ),
})

const choice = fc.constantFrom(...dialects)

/** A line of a log that is as long as lines get, of what regular expressions stumble over. */
function long(piece: string): string {
  return piece.repeat(Math.ceil(100_000 / piece.length))
}

const openings = ['', 'SMTP error from remote mail server after ']

describe('every dialect', () => {
  it('reads any line, and what is said stands within it', () => {
    fc.assert(
      fc.property(choice, lines, contexts, (dialect, line, context) => {
        const read = dialect.read(line, context)
        assert.ok(read.length > 0, 'something is on every line')
        for (const one of read) {
          assert.ok(one.start >= 0 && one.tail >= 0, `${one.start}, ${one.tail}`)
          assert.ok(one.start + one.tail <= line.length, `${one.start} + ${one.tail} > ${line.length}`)
          payloadOf(line, one)
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('names the session of any line, and recognizes and writes any lines', () => {
    fc.assert(
      fc.property(choice, fc.array(lines, { maxLength: 4 }), (dialect, texts) => {
        for (const text of texts) {
          dialect.id?.(text)
          dialect.write?.('client', text, false, text)
        }
        assert.ok(dialect.recognize(texts) >= 0)
      }),
      { numRuns: 2000 },
    )
  })

  it('is found in any text, or inferred', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 30 }), texts => {
        frameOf(texts)
        inferDialect(texts, bare)
        assert.equal(wholeOf(readTranscript(texts.join('\n')).reading).records.length > 0, true)
      }),
      { numRuns: 500 },
    )
  })

  // Nothing but the time that a test may take shows that an expression goes back again and again.
  for (const piece of [
    ...new Set([...pieces.map(one => one.trim()), ' ', '0', '- ', '<>', '<a:', 'a ', '.1']),
  ]) {
    if (piece === '') continue
    it(`reads 100 kB of ${JSON.stringify(piece)}`, () => {
      for (const opening of openings) {
        const line = `${opening}${long(piece)}`
        for (const text of [line, `${line}\u2028`]) {
          for (const dialect of dialects) {
            dialect.id?.(text)
            dialect.recognize([text])
            for (const expected of ['dialogue', 'content'] as const) {
              dialect.read(text, { expected, replyCode: 250, isAwaiting: true, memory: '' })
            }
          }
          frameOf([text, text])
        }
        readTranscript(`${line}\n${line}`)
      }
    })
  }

  it('is inferred from a line of 300 kB of quotation marks, too', () => {
    const text = `220 mx.example ESMTP\n-> EHLO x ${'"'.repeat(300_000)}x\n`
    assert.equal(readTranscript(text).sessions.length, 1)
  })
})
