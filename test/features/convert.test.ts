import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  type ConversionTarget,
  conversionOf,
  conversionTargets,
  convertTranscript,
} from '../../server/features/convert.ts'
import { bare } from '../../server/transcript/dialects/bare.ts'
import { dialectNamed, dialects } from '../../server/transcript/dialects/registry.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import { wholeOf } from '../../server/transcript/reading.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { dedent } from '../transcript/listing.ts'
import { expectSameSessions } from './converting.ts'
import { sessionsTold } from './sessionsTold.ts'

const targets = conversionTargets.map(({ name }) => name)
const sendmail = dialectNamed('sendmail') ?? bare
const marked = targets.filter(name => name !== 'bare')

/**
 * What text without prefixes cannot tell: the server speaks while mail data or a chunk are under way, a chunk begins
 * like a reply, or the client goes on behind the end of the session.
 */
function needsPrefixes({ reading, sessions }: Transcript): boolean {
  const { states } = wholeOf(reading)
  return sessions.some(placed =>
    placed.session.records.some((found, line) => {
      const before = line > 0 ? states[lineInText(placed, line - 1)] : undefined
      if (!before) return false
      const isEnded = before.view.confirmed.phase === 'closed'
      const isContent = before.contentSeen || before.chunkLeft > 0
      return found.some(({ kind }) =>
        isContent ? /^(?:reply|malformed-reply|chunk)$/.test(kind) : isEnded && kind !== 'reply',
      )
    }),
  )
}

function convert(source: string, to: ConversionTarget, dialect: string | null = null): string {
  const read = dialect === null ? null : dialectNamed(dialect)
  assert.ok(read !== undefined)
  return convertTranscript(readTranscript(dedent(source), read), to)
}

describe('a converted transcript reads as the same sessions', () => {
  const own = fc.constantFrom(null, null, ...targets.map(name => dialectNamed(name) ?? null))
  const isInTheseDialects = ({ reading }: Transcript) => targets.some(name => name === reading.dialect.name)

  /** A session that is over is closed once more, while a reply has not come to its end. */
  const closedInReply = '<-  221 bye\n<-  250-x\n=== Connection closed with remote host.\n<-  334 eHg=\n'

  /** A dot with its line end spelled out is one of the mail data where another comes. */
  const writtenDots = '220 mx.example ESMTP\nEHLO c.example\n250 ok\nDATA\n354 go ahead\n.\\r\\n\n.'

  /** What is no reply opens a session. */
  const opensWithoutReply = 'S: 999\nC: c2VjcmV0cw=='

  /** What is no reply comes where a chunk is due. */
  const noReplyToChunk =
    ' -> BDAT 12\n<-  not a reply at all\n -> Subject: x\n -> \n -> 250 no reply\n -> .\n<-  250 ok'

  /** A command with its line end spelled out is no answer to what is no challenge. */
  const writtenCommand =
    ' -> AUTH LOGIN\n<-  334 VXNlcm5hbWU6\n -> YW5uYQ==\n<-  not a reply at all\n -> NOOP\\r\\n\n<-  220 mx.example ESMTP'

  const hard: [string, null][] = [
    [writtenDots, null],
    [opensWithoutReply, null],
    [noReplyToChunk, null],
    [writtenCommand, null],
  ]

  for (const to of marked) {
    it(`written as ${to}, from every text in these dialects`, () => {
      fc.assert(
        fc.property(texts, own, (text, dialect) => {
          const transcript = readTranscript(text, dialect)
          fc.pre(isInTheseDialects(transcript))
          expectSameSessions(transcript, to, text)
        }),
        {
          numRuns: 1000,
          examples: [[closedInReply, null], ...hard],
        },
      )
    })
  }

  it('written without prefixes, where prefixes are not needed', () => {
    fc.assert(
      fc.property(texts, own, (text, dialect) => {
        const transcript = readTranscript(text, dialect)
        fc.pre(isInTheseDialects(transcript) && !needsPrefixes(transcript))
        expectSameSessions(transcript, 'bare', text)
      }),
      {
        numRuns: 1000,
        examples: hard,
      },
    )
  })

  /** Of a tool that prints no mail data: the first dot was one of them, and so they are there. */
  const dotOfElided = 'DATA\n354 go ahead\n.\\r\\n\n.\\r\\n\nBDAT 14\ntwelve chars\n250 ok'

  it('from every text in any dialect, or the lines that do not are named', () => {
    let unclear = 0
    let all = 0
    fc.assert(
      fc.property(texts, fc.constantFrom(...dialects), fc.constantFrom(...targets), (text, dialect, to) => {
        const transcript = readTranscript(text, dialect)
        all += 1
        if (conversionOf(transcript, to).unclear.length === 0) expectSameSessions(transcript, to, text)
        else unclear += 1
      }),
      { numRuns: 2000, examples: targets.map(to => [dotOfElided, sendmail, to]) },
    )
    assert.ok(unclear < all / 50, `${unclear} of ${all}`)
  })

  /** A tool that prints no mail data prints the next command instead of them. */
  const dataTwice =
    '220 mx.example ESMTP\nEHLO c.example\n250-mx.example\n250 CHUNKING\nDATA\n354 go ahead\nDATA\n354 go ahead\n.'

  it('and converting it once more changes nothing', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...marked), (text, to) => {
        const once = convertTranscript(readTranscript(text), to)
        assert.equal(convertTranscript(readTranscript(once), to), once)
      }),
      { examples: marked.map(to => [dataTwice, to]) },
    )
  })
})

describe('converting a transcript', () => {
  const starttls = `
    === Trying mx.example.org:25...
    === Connected to mx.example.org.
    <-  220 mx.example.org ESMTP
     -> EHLO c.example
    <-  250-mx.example.org
    <-  250 STARTTLS
     -> STARTTLS
    <-  220 go ahead
    === TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256
     ~> EHLO c.example
    <~  250 mx.example.org
     ~> MAIL FROM:<a@c.example>
    *** Remote host closed connection unexpectedly.
    `

  for (const [to, expected] of [
    [
      'smtp',
      `
      C & S: <open a connection to mx.example.org:25>
      S: 220 mx.example.org ESMTP
      C: EHLO c.example
      S: 250-mx.example.org
      S: 250 STARTTLS
      C: STARTTLS
      S: 220 go ahead
      C & S: <negotiate a TLS session>
      C: EHLO c.example
      S: 250 mx.example.org
      C: MAIL FROM:<a@c.example>
      C & S: <lose the connection>
      `,
    ],
    [
      'swaks',
      `
      === Connected to mx.example.org:25.
      <-  220 mx.example.org ESMTP
       -> EHLO c.example
      <-  250-mx.example.org
      <-  250 STARTTLS
       -> STARTTLS
      <-  220 go ahead
      === TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256
       ~> EHLO c.example
      <~  250 mx.example.org
       ~> MAIL FROM:<a@c.example>
      *** Remote host closed connection unexpectedly.
      `,
    ],
    [
      'curl',
      `
      * Connected to mx.example.org:25
      < 220 mx.example.org ESMTP
      > EHLO c.example
      < 250-mx.example.org
      < 250 STARTTLS
      > STARTTLS
      < 220 go ahead
      * SSL connection using cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256
      > EHLO c.example
      < 250 mx.example.org
      > MAIL FROM:<a@c.example>
      * Connection died
      `,
    ],
    [
      'bare',
      `
      Connected to mx.example.org:25.
      220 mx.example.org ESMTP
      EHLO c.example
      250-mx.example.org
      250 STARTTLS
      STARTTLS
      220 go ahead
      C & S: <negotiate a TLS session>
      EHLO c.example
      250 mx.example.org
      MAIL FROM:<a@c.example>
      C & S: <lose the connection>
      `,
    ],
  ] as const) {
    it(`tells of the connection and of TLS in the words of ${to}`, () => {
      assert.equal(convert(starttls, to), `${dedent(expected)}\n`)
    })
  }

  it('hides the dots of mail data that a tool prints without hiding them', () => {
    const source = ['>>> DATA', '<<< 354 go ahead', '>>> .x', '>>> .', '>>> y', '>>> .', '<<< 250 ok']
      .map(line => `Net::SMTP=GLOB(0x55d0)${line}\n`)
      .join('')
    const transcript = readTranscript(source)
    assert.match(convertTranscript(transcript, 'smtp'), /^C: \.\.x\nC: \.\.\nC: y\nC: \.\nS: 250 ok$/m)
    for (const to of targets) expectSameSessions(transcript, to, source)
  })

  it('keeps the written line end of a dot that may be one of the mail data', () => {
    const source = 'DATA\n354 go ahead\n.\\r\\n\nmore\n.\n250 ok\n'
    assert.equal(convert(source, 'smtp'), 'C: DATA\nS: 354 go ahead\nC: .\\r\\n\nC: more\nC: .\nS: 250 ok\n')
    for (const to of targets) expectSameSessions(readTranscript(source), to, source)
  })

  it('takes off the dot that hides what looks like a dot with its line end', () => {
    const source = ["send: 'DATA\\r\\n'", "reply: b'354 ok\\r\\n'", "data: (354, b'ok')"]
      .concat("send: b'.\\\\r\\\\n\\r\\nmore\\r\\n.\\r\\n'", "reply: b'250 ok\\r\\n'")
      .join('\n')
    const transcript = readTranscript(source, dialectNamed('smtplib') ?? null)
    assert.match(convertTranscript(transcript, 'smtp'), /^C: \\r\\n\nC: more\nC: \.$/m)
    for (const to of targets) expectSameSessions(transcript, to, source)
  })

  it('leaves out mail data that the tool did not print, also where commands were pipelined behind them', () => {
    const source = `
      SMTP<< 354 go ahead
      SMTP>> .
      SMTP>> QUIT
      SMTP<< 250 ok
      SMTP<< 221 bye`
    assert.equal(convert(source, 'smtp', 'exim'), 'S: 354 go ahead\nS: 250 ok\nC: QUIT\nS: 221 bye\n')
  })

  it('writes what several tools break or encode as one plain line each', () => {
    assert.equal(
      convert("send: 'EHLO c\\xc3\\xa9.example\\r\\n'\nreply: b'250-a\\r\\n'\nreply: b'250 b\\r\\n'", 'smtp'),
      'C: EHLO cé.example\nS: 250-a\nS: 250 b\n',
    )
    const wrapped = `${'x'.repeat(59)} `
    const dumped = `<= Recv header, 80 bytes (0x50)\n0000: 250 ${wrapped}\n0040: and the rest\n`
    assert.equal(convert(dumped, 'smtp', 'curl'), `S: 250 ${wrapped}and the rest\n`)
    expectSameSessions(readTranscript(dumped, dialectNamed('curl') ?? null), 'smtp', dumped)
  })

  it('marks a line break inside of what was said, which no line can hold', () => {
    assert.equal(convert("send: 'NOOP a\\x0ab\\r\\n'", 'smtp', 'smtplib'), 'C: NOOP a\\nb\n')
  })

  it('keeps the comments of the language where there can be any, and no remark without meaning', () => {
    const source = `
      # about the session
      S: 220 mx.example ESMTP
      some prose
      # inside
      C: QUIT

      # @dialect smtp
      # the next one
      S: 220 mx.example ESMTP
      # at the end`
    assert.equal(
      convert(source, 'bare'),
      '# about the session\n220 mx.example ESMTP\n# inside\nQUIT\n\n# the next one\n220 mx.example ESMTP\n# at the end\n',
    )
    assert.equal(convert(source, 'swaks'), '<-  220 mx.example ESMTP\n -> QUIT\n\n<-  220 mx.example ESMTP\n')
  })

  it('writes interleaved sessions one after the other, and separates what nothing else would separate', () => {
    const source = ['1)>>> RCPT TO:<a@a>', '2)>>> RCPT TO:<b@b>', '1)<<< 450 a', '2)<<< 451 b']
      .map(line => `Net::SMTP=GLOB(0x${line}\n`)
      .join('')
    const transcript = readTranscript(source)
    assert.match(convertTranscript(transcript, 'swaks'), /RCPT TO:<a@a>\n.* 450 a\n.*\n.*\n.*RCPT TO:<b@b>/)
    for (const to of targets) expectSameSessions(transcript, to, source)
  })

  it('names the dialect where the text would be taken for another', () => {
    const source = 'C: DATA\nS: 354 go ahead\nC: # @dialect swaks\nC: .\nS: 250 ok\n'
    assert.match(convertTranscript(readTranscript(source), 'bare'), /^# @dialect bare\nDATA\n/)
  })

  it('says which lines a text without prefixes cannot tell', () => {
    const source = 'C: BDAT 99\nC: only this\nS: 421 no time\n'
    assert.deepEqual(conversionOf(readTranscript(source), 'bare').unclear, [2])
    assert.deepEqual(conversionOf(readTranscript(source), 'swaks').unclear, [])
  })

  it('says where something is left out that is no reply', () => {
    const source = 'C: BDAT 99\nC: only this\nS: not a reply\n'
    assert.deepEqual(conversionOf(readTranscript(source), 'bare'), {
      text: 'BDAT 99\nonly this\n',
      unclear: [1],
    })
  })

  it('writes nothing of a text without a session', () => {
    for (const to of targets) assert.equal(convertTranscript(readTranscript('Dear diary,\n'), to), '')
    assert.equal(sessionsTold(readTranscript('')), '')
  })
})
