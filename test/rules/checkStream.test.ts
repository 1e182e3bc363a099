import assert from 'node:assert/strict'
import fc from 'fast-check'
import { checkTranscript } from '../../server/rules/check.ts'
import { checkStream } from '../../server/rules/checkStream.ts'
import { directiveStream } from '../../server/rules/directiveStream.ts'
import type { SessionProblems } from '../../server/rules/sessionFindings.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { dialectNamed } from '../../server/transcript/dialects/registry.ts'
import { lineBatches } from '../../server/transcript/lineBatches.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import { streamSessions } from '../../server/transcript/sessionStream.ts'
import { type BoundKind, type StreamBounds, streamBounds } from '../../server/transcript/streamBounds.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { corpusOf, tools } from '../corpus/expectation.ts'
import { texts } from '../transcript/generatedText.ts'
import { cutAt } from '../transcript/streaming.ts'

/** What is found, as `line rule`, lines from 1, for each session. */
function outline(found: Iterable<SessionProblems>): string[][] {
  return [...found].map(({ placed, problems }) =>
    problems.map(({ rule, span, severity }) => `${lineInText(placed, span.line) + 1} ${rule.id} ${severity}`),
  )
}

/** What is found in a text that comes in pieces, and the bounds that were told of. */
function checked(
  pieces: readonly string[],
  { dialect = null, bounds = {} }: { dialect?: Dialect | null; bounds?: Partial<StreamBounds> } = {},
) {
  const told: string[] = []
  const tell = (kind: BoundKind, line: number) => {
    told.push(`${line + 1} ${kind}`)
  }
  const all = { ...streamBounds, ...bounds }
  const directives = directiveStream()
  const batches = lineBatches(pieces, tell)
  const stream = streamSessions(batches, { dialect, tell, watch: directives.watch, bounds: all })
  const found = outline(checkStream(stream, { settings: defaultSettings, directives, tell, bounds: all }))
  return { found, told }
}

const smtp = dialectNamed('smtp') ?? null
const hello = ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250 mx.example.org']
const early = ['C: RCPT TO:<bob@example.org>', 'S: 503 5.5.1 need MAIL']
const quit = ['C: QUIT', 'S: 221 bye']
const wrong = [...hello, ...early, ...quit]

function textOf(...parts: readonly (string | readonly string[])[]): string {
  return `${parts.flat().join('\n')}\n`
}

describe('a text that is checked session by session', () => {
  it('has the problems of the whole text: real transcripts', function () {
    this.timeout(60_000)
    for (const { text } of tools.flatMap(corpusOf)) {
      const whole = outline(checkTranscript(readTranscript(text)))
      assert.deepEqual(checked([text]), { found: whole, told: [] })
    }
  })

  it('has the problems of the whole text: all kinds of lines, with comments that switch rules off', () => {
    const comments = fc.constantFrom(
      '# smtp-disable',
      '# smtp-enable',
      '# smtp-disable-next-line',
      '# smtp-disable sequence/rcpt-without-mail',
      '# smtp-enable sequence/rcpt-without-mail',
      '# smtp-disable-file transcript/no-greeting',
    )
    const parts = fc.array(fc.oneof(texts, comments), { maxLength: 6 }).map(list => list.join('\n'))
    fc.assert(
      fc.property(parts, fc.array(fc.nat(1000)), (text, cuts) => {
        const whole = outline(checkTranscript(readTranscript(text)))
        assert.deepEqual(checked(cutAt(text, cuts)), { found: whole, told: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('has them also behind its head, but for a comment for the whole file: that holds from there on', () => {
    const comments = [
      '# smtp-disable-next-line',
      '# smtp-disable sequence/rcpt-without-mail',
      '# smtp-enable',
    ]
    const text = textOf(
      ...[...comments, '# nothing', '# smtp-disable', '# smtp-enable sequence/rcpt-without-mail'].flatMap(
        comment => [wrong, comment, hello, early, comment, early, quit],
      ),
    )
    const pieces = text.split(/(?<=\n)/)
    const whole = outline(checkTranscript(readTranscript(text, smtp)))
    assert.deepEqual(checked(pieces, { dialect: smtp, bounds: { headText: 1 } }).found, whole)
    const forFile = textOf(wrong, hello, '# smtp-disable-file', early, quit, wrong).split(/(?<=\n)/)
    assert.deepEqual(checked(forFile, { dialect: smtp }).found, [[], [], []])
    assert.deepEqual(checked(forFile, { dialect: smtp, bounds: { headText: 1 } }).found, [
      ['4 sequence/rcpt-without-mail error'],
      [],
      [],
    ])
  })

  it('remembers what comments say, however many there are', () => {
    const off = ['# smtp-disable sequence/rcpt-without-mail']
    const others = ['# smtp-disable sequence/nested-mail', '# smtp-enable sequence/nested-mail']
    const many = Array.from({ length: 1500 }, () => [...wrong, ...others]).flat()
    const text = textOf(wrong, off, many, '# smtp-enable', wrong, '# smtp-disable-file', many)
    const { found } = checked(text.split(/(?<=\n)/), { dialect: smtp, bounds: { headText: 1 } })
    assert.equal(found.length, 3002)
    const told = found.flatMap((problems, index) => (problems.length > 0 ? [index] : []))
    assert.deepEqual(told, [0, 1501])
  })

  const mixture = [
    ...['S: 220 mx.example.org', 'C: EHLO a.example', 'S: 250 mx.example.org', 'C: MAIL FROM:<a@a.example>'],
    ...['S: 220 mx.example.org', 'C: EHLO b.example', 'S: 250 mx.example.org', 'S: 250 ok', 'S: 354 go'],
  ]

  it('tells mixtures from what stands beside them', () => {
    const text = textOf(wrong, mixture, quit, wrong, mixture)
    const whole = outline(checkTranscript(readTranscript(text)))
    assert.deepEqual(checked([text]), { found: whole, told: [] })
    assert.ok(whole.flat().some(problem => problem.includes('transcript/mixed-sessions')))
  })

  it('parts a mixture that is too long, and says where', () => {
    const half = [...mixture, 'C: MAIL FROM:<b@b.example>']
    const text = textOf(half, half, half)
    assert.deepEqual(checked([text]).found.flat(), ['1 transcript/mixed-sessions warning'])
    const { found, told } = checked([text], { bounds: { mixtureText: 150 } })
    assert.deepEqual(found.flat(), [
      '1 transcript/mixed-sessions warning',
      '11 transcript/mixed-sessions warning',
      '21 transcript/mixed-sessions warning',
    ])
    assert.deepEqual(told, ['11 mixture', '21 mixture'])
  })

  it('does not blame a session for its end that was cut', () => {
    const content = Array.from({ length: 30 }, () => 'C: Lorem ipsum')
    const mail = [
      'C: MAIL FROM:<a@client.example.net>',
      'S: 250 ok',
      'C: RCPT TO:<b@example.org>',
      'S: 250 ok',
    ]
    const data = ['C: DATA', 'S: 354 go', ...content, 'C: .', 'S: 250 ok']
    const text = textOf(hello, mail, data, quit, hello, quit)
    // In the envelope, and in the message.
    for (const sessionLines of [7, 20]) {
      const { found, told } = checked([text], { dialect: smtp, bounds: { headText: 1, sessionLines } })
      assert.deepEqual(found, [[], []])
      assert.deepEqual(told, [`${sessionLines + 1} session`])
    }
  })
})
