import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { dialectNamed, dialects } from '../../server/transcript/dialects/registry.ts'
import type { PlacedSession } from '../../server/transcript/placedSession.ts'
import { lineEndOf } from '../../server/transcript/reading.ts'
import { streamSessions } from '../../server/transcript/sessionStream.ts'
import { type StreamBounds, streamBounds } from '../../server/transcript/streamBounds.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { corpusOf, tools } from '../corpus/expectation.ts'
import { texts } from './generatedText.ts'
import { cutAt, type Streamed, streamed } from './streaming.ts'

const chosen = fc.constantFrom(null, null, null, ...dialects)
const places = fc.array(fc.nat(100_000), { maxLength: 12 })

/** All that is told of a session, whatever it is made of. */
function told({ startLine, lineCount, lines, id, session }: PlacedSession) {
  return { startLine, lineCount, lines, id, session }
}

/** Fails unless a text in pieces reads to the very sessions of the whole text. */
function assertSameSessions(
  pieces: readonly string[],
  dialect: Dialect | null,
  bounds: Partial<StreamBounds> = {},
): void {
  const { reading, sessions } = readTranscript(pieces.join(''), dialect)
  const stream = streamed(pieces, dialect, bounds)
  assert.equal(stream.dialect.name, reading.dialect.name)
  assert.equal(stream.lineEnd, lineEndOf(reading))
  assert.deepEqual(
    stream.sessions.map(one => ({ ...one, placed: told(one.placed) })),
    sessions.map((placed, index) => ({
      placed: told(placed),
      isLast: index === sessions.length - 1,
      isCut: false,
    })),
  )
  assert.deepEqual(stream.told, [])
}

/** A line of a protocol log of Exchange; ids are as long as theirs. */
function logged(id: string, event: string, data: string): string {
  return `2026-11-23T23:20:24.511Z,MX\\Default,${id.padEnd(16, '0')},0,192.0.2.1:25,192.0.2.7:50412,${event},${data},`
}

const exchange = dialectNamed('exchange') ?? null
const smtp = dialectNamed('smtp') ?? null
const begin = (id: string) => [logged(id, '>', '220 mx.example.org'), logged(id, '<', 'EHLO c.example')]
const end = (id: string) => [logged(id, '<', 'QUIT'), logged(id, '>', '221 bye'), logged(id, '-', '')]
const filler = (count: number) => Array.from({ length: count }, () => logged('08DF', '*', 'a note'))

/** The ids of sessions with the lines that they begin on and their numbers of lines; `…` where one was cut. */
function outline({ sessions }: Streamed): string[] {
  return sessions.map(
    ({ placed, isCut }) =>
      `${placed.id?.replace(/0+$/, '') ?? '-'} ${placed.startLine + 1}:${placed.lineCount}${isCut ? '…' : ''}`,
  )
}

function textOf(...parts: readonly (string | readonly string[])[]): string {
  return `${parts.flat().join('\n')}\n`
}

describe('a text that is read session by session', () => {
  it('has the sessions of the whole text: real transcripts, wherever they are cut', () => {
    for (const file of tools.flatMap(corpusOf)) {
      assertSameSessions([file.text], null)
      const [bytes] = fc.sample(places, 1)
      assertSameSessions(cutAt(file.text, bytes ?? []), null)
    }
  })

  it('has the sessions of the whole text: all kinds of lines', () => {
    fc.assert(
      fc.property(texts, chosen, places, (text, dialect, cuts) => {
        assertSameSessions(cutAt(text, cuts), dialect)
      }),
      { numRuns: 1000 },
    )
  })

  it('has them also behind its head, and where it is forgotten which lines were read before', () => {
    const bounds = { headText: 20, rememberedText: 50 }
    fc.assert(
      fc.property(texts, places, (text, cuts) => assertSameSessions(cutAt(text, cuts), smtp, bounds)),
      { numRuns: 1000 },
    )
  })

  it('has the sessions of the whole text where they stand side by side', () => {
    const id = fc.constantFrom('08DA', '08DB', '08DC')
    const data = fc.constantFrom(
      ['+', ''],
      ['>', '220 mx.example.org'],
      ['<', 'EHLO c.example'],
      ['>', '250 mx.example.org'],
      ['<', 'MAIL FROM:<a@c.example>'],
      ['<', 'QUIT'],
      ['>', '221 bye'],
      ['-', ''],
      ['*', 'a note'],
    )
    const line = fc.oneof(
      {
        weight: 9,
        arbitrary: fc.tuple(id, data).map(([of, [event = '', said = '']]) => logged(of, event, said)),
      },
      { weight: 1, arbitrary: fc.constantFrom('', '#Software: Microsoft Exchange', 'no line of a log') },
    )
    const log = fc.array(line, { maxLength: 60 }).map(lines => lines.join('\n'))
    fc.assert(
      fc.property(log, places, (text, cuts) => {
        assertSameSessions(cutAt(text, cuts), exchange)
        assertSameSessions(cutAt(text, cuts), exchange, { headText: 1, rememberedText: 50 })
      }),
      { numRuns: 500 },
    )
  })

  it('hands out a session as soon as the next is complete', () => {
    const come: string[] = []
    const batches = function* () {
      for (const name of ['first', 'second', 'third', 'fourth']) {
        come.push(name)
        const texts = ['S: 220 mx ESMTP', 'C: QUIT', 'S: 221 bye']
        yield { texts, ends: texts.map(() => '\n' as const) }
      }
    }
    const bounds = { ...streamBounds, headText: 1 }
    const { sessions } = streamSessions(batches(), { dialect: smtp, tell: () => {}, bounds })
    const handedOut: string[] = []
    for (const { placed, isLast } of sessions) {
      handedOut.push(`${placed.startLine + 1} when the ${come.at(-1)} has come${isLast ? ', the last' : ''}`)
    }
    assert.deepEqual(handedOut, [
      '1 when the third has come',
      '4 when the fourth has come',
      '7 when the fourth has come',
      '10 when the fourth has come, the last',
    ])
  })
})

describe('the bounds of a text that is read session by session', () => {
  const small = { headText: 1, headLines: 1 }

  it('cut a session that is too long, and say where', () => {
    const content = Array.from({ length: 50 }, (_, line) => `C: line ${line}`)
    const hello = ['S: 220 mx ESMTP', 'C: EHLO c', 'S: 250 mx', 'C: MAIL FROM:<a@x>', 'S: 250 ok']
    const rest = ['C: RCPT TO:<b@x>', 'S: 250 ok', 'C: DATA', 'S: 354 go']
    const next = ['S: 220 mx ESMTP', 'C: QUIT', 'S: 221 bye']
    const text = textOf(hello, rest, content, 'C: .', 'S: 250 ok', 'C: QUIT', 'S: 221 bye', next)
    const byLines = streamed([text], smtp, { ...small, sessionLines: 20 })
    assert.deepEqual(outline(byLines), ['- 1:20…', '- 64:3'])
    assert.deepEqual(byLines.told, [['session', 21]])
    const byDialogue = streamed([text], smtp, { ...small, sessionDialogue: 6 })
    assert.deepEqual(outline(byDialogue), ['- 1:6…', '- 64:3'])
    assert.deepEqual(byDialogue.told, [['session', 7]])
    const byText = streamed([text], smtp, { ...small, sessionText: 120 })
    assert.deepEqual(outline(byText), ['- 1:11…', '- 64:3'])
    assert.deepEqual(byText.told, [['session', 12]])
  })

  it('say nothing where only blank lines and comments are beyond them', () => {
    const text = textOf('S: 220 mx ESMTP', 'C: QUIT', 'S: 221 bye', '', '# a comment', '')
    const stream = streamed([text], smtp, { ...small, sessionLines: 4 })
    assert.deepEqual(outline(stream), ['- 1:3'])
    assert.deepEqual(stream.told, [])
  })

  it('let a closed session go that is not heard of for long, and those behind it', () => {
    const [a, b] = ['08DA', '08DB']
    const log = textOf(begin(a), begin(b), end(a), end(b), filler(20), begin(a), end(a))
    const whole = streamed([log], exchange)
    assert.deepEqual(outline(whole), ['08DA 1:5', '08DB 3:5', '08DA 31:5'])
    const late = textOf(begin(a), end(a), filler(20), logged(a, '*', 'a late note'), begin(b))
    assert.deepEqual(outline(streamed([late], exchange)), ['08DA 1:6', '08DB 27:2'])
    const lines = late.split(/(?<=\n)/)
    const quiet = streamed(lines, exchange, { ...small, quietText: 1000 })
    assert.deepEqual(outline(quiet), ['08DA 1:5', '08DB 27:2'])
    assert.deepEqual(quiet.told, [])
  })

  it('wait for a session that is not closed, however long it is not heard of', () => {
    const log = textOf(begin('08DA'), filler(40), end('08DA'))
    const stream = streamed(log.split(/(?<=\n)/), exchange, { ...small, quietText: 1000 })
    assert.deepEqual(outline(stream), ['08DA 1:5'])
  })

  it('take the oldest as it is where too many have no end, and begin in the middle with what comes of it', () => {
    const ids = Array.from({ length: 30 }, (_, index) => `08D${(index + 0xa00).toString(16).toUpperCase()}`)
    const log = textOf(ids.flatMap(begin), ids.flatMap(end))
    const pieces = log.split(/(?<=\n)/)
    assert.deepEqual(outline(streamed(pieces, exchange, small)).length, 30)
    const stream = streamed(pieces, exchange, { ...small, openLines: 40 })
    const cut = stream.sessions.filter(one => one.isCut)
    assert.ok(cut.length > 0)
    assert.deepEqual(
      cut.map(({ placed }) => [placed.id, placed.session.ending]),
      cut.map((_, index) => [ids[index]?.padEnd(16, '0'), 'open']),
    )
    const restOf = stream.sessions.filter(({ placed }) => placed.id === ids[0]?.padEnd(16, '0'))
    assert.deepEqual(
      restOf.map(({ placed }) =>
        placed.session.exchanges.map(({ unit }) => unit.kind === 'command' && unit.verb),
      ),
      [['EHLO'], ['QUIT']],
    )
    assert.deepEqual(stream.told[0], ['open', 41])
    const starts = stream.sessions.map(({ placed }) => placed.startLine)
    assert.deepEqual(
      starts,
      starts.toSorted((one, other) => one - other),
    )
    const lines = stream.sessions.reduce((sum, { placed }) => sum + placed.lineCount, 0)
    assert.equal(lines, 150)
  })
})
