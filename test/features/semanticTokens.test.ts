import assert from 'node:assert/strict'
import fc from 'fast-check'
import { lineCountOf } from '../../server/transcript/reading.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { realTexts } from './realTexts.ts'
import { dataOf, tellTokens, tokensIn } from './tokensTold.ts'

const session = [
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.net',
  'S: 250 mx.example.org',
  'C: MAIL FROM:<anna@example.net> SIZE=100',
  'S: 250 2.1.0 Ok',
  'C: RCPT TO:<bob@example.org>',
  'S: 550 5.1.1 unknown',
  'C: RCPT TO:<carol@example.org> NOTIFY=NEVER',
  'S: 250 2.1.5 Ok',
  'C: RCPT TO:<dave@example.org>',
  'S: 450 4.2.0 later',
  'C: MAIL FROM:<eve@example.net>',
  'S: 503 5.5.1 nested',
  'C: DATA',
  'S: 354 go ahead',
  'C: Subject: hello',
  'C:  and more',
  'C:',
  'C: ..dotted',
  'C: Note: no field',
  'C: .',
  'S: 250 2.0.0 queued',
  'C: QUIT',
  'S: 221 bye',
].join('\n')

/** What the tokens are in the session above, whatever the tool that printed it. */
const expected = [
  ['220', 'replyCode.success'],
  ['EHLO', 'keyword'],
  ['250', 'replyCode.success'],
  ['MAIL', 'keyword'],
  ['anna@example.net', 'address'],
  ['SIZE', 'parameter'],
  ['250', 'replyCode.success'],
  ['2.1.0', 'enhancedCode.success'],
  ['RCPT', 'keyword.refused'],
  ['bob@example.org', 'address.refused'],
  ['550', 'replyCode.permanent'],
  ['5.1.1', 'enhancedCode.permanent'],
  ['RCPT', 'keyword'],
  ['carol@example.org', 'address.accepted'],
  ['NOTIFY', 'parameter'],
  ['250', 'replyCode.success'],
  ['2.1.5', 'enhancedCode.success'],
  ['RCPT', 'keyword.deferred'],
  ['dave@example.org', 'address.deferred'],
  ['450', 'replyCode.transient'],
  ['4.2.0', 'enhancedCode.transient'],
  ['MAIL', 'keyword.refused.misplaced'],
  ['eve@example.net', 'address.refused'],
  ['503', 'replyCode.permanent'],
  ['5.5.1', 'enhancedCode.permanent'],
  ['DATA', 'keyword'],
  ['354', 'replyCode.intermediate'],
  ['Subject', 'property'],
  [' hello', 'mailData'],
  [' and more', 'mailData'],
  ['.dotted', 'mailData'],
  ['Note: no field', 'mailData'],
  ['.', 'keyword'],
  ['250', 'replyCode.success'],
  ['2.0.0', 'enhancedCode.success'],
  ['QUIT', 'keyword'],
  ['221', 'replyCode.success'],
]

function written(client: (said: string) => string, server: (said: string) => string): string {
  return session
    .split('\n')
    .map(line => (line.startsWith('C') ? client(line.slice(3)) : server(line.slice(3))))
    .join('\n')
}

const dialects: readonly (readonly [name: string, text: string])[] = [
  ['in the language of its own', session],
  [
    'as swaks prints it',
    written(
      said => ` -> ${said}`,
      said => `${/^[45]/.test(said) ? '<**' : '<- '} ${said}`,
    ),
  ],
  [
    'without prefixes',
    written(
      said => said,
      said => said,
    ),
  ],
  [
    'in the debug log of Postfix',
    written(
      said => `Nov 23 23:14:01 mx postfix/smtpd[1234]: < client.example.net[192.0.2.7]: ${said}`,
      said => `Nov 23 23:14:01 mx postfix/smtpd[1234]: > client.example.net[192.0.2.7]: ${said}`,
    ),
  ],
]

describe('semantic tokens', () => {
  for (const [name, text] of dialects) {
    it(`tell what became of addresses and commands ${name}`, () => {
      const told = tokensIn(text)
        .filter(([, , what]) => what !== 'comment')
        .map(([, word, what]) => [word, what])
      assert.deepEqual(told, expected)
    })
  }

  it('tell in a log of Exchange, whose lines are interleaved, whose recipient it is that is refused', () => {
    const line = (id: string, number: number, event: string, data: string) =>
      `2026-11-23T23:20:2${number}.511Z,MX\\Default,08DE2AE31B5F000${id},${number},192.0.2.1:25,192.0.2.7:50412,${event},${data},`
    const text = [
      '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
      line('0', 0, '>', '220 mx.example.org Microsoft ESMTP MAIL Service ready'),
      line('1', 0, '>', '220 mx.example.org Microsoft ESMTP MAIL Service ready'),
      line('0', 1, '<', 'EHLO a.example.net'),
      line('1', 1, '<', 'EHLO b.example.net'),
      line('1', 2, '>', '250  mx.example.org Hello'),
      line('0', 2, '>', '250  mx.example.org Hello'),
      line('0', 3, '<', 'MAIL FROM:<anna@example.net>'),
      line('1', 3, '<', 'MAIL FROM:<anna@example.net>'),
      line('0', 4, '>', '250 2.1.0 Sender OK'),
      line('1', 4, '>', '250 2.1.0 Sender OK'),
      line('0', 5, '<', 'RCPT TO:<bob@example.org>'),
      line('1', 5, '<', 'RCPT TO:<carol@example.org>'),
      line('1', 6, '>', '250 2.1.5 Recipient OK'),
      line('0', 6, '>', '550 5.7.1 Unable to relay'),
    ].join('\n')
    const recipients = tokensIn(text, { first: 11, last: 12 }).filter(([, , what]) =>
      what.startsWith('address'),
    )
    assert.deepEqual(recipients, [
      [12, 'bob@example.org', 'address.refused'],
      [13, 'carol@example.org', 'address.accepted'],
    ])
  })

  it('mark credentials as what they are, and those that somebody has hidden', () => {
    const text = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250-mx.example.org',
      'S: 250 AUTH LOGIN PLAIN',
      'C: AUTH PLAIN AGFubmEAc2VjcmV0',
      'S: 535 5.7.8 no',
      'C: AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6',
      'C: YW5uYQ==',
      'S: 334 UGFzc3dvcmQ6',
      'C: ********',
      'S: 235 2.7.0 ok',
      'C: AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6',
      'C: *',
      'S: 501 given up',
    ].join('\n')
    assert.deepEqual(
      tokensIn(text).filter(([, , what]) => what.startsWith('secret')),
      [
        [5, 'AGFubmEAc2VjcmV0', 'secret'],
        [9, 'YW5uYQ==', 'secret'],
        [11, '********', 'secret.masked'],
      ],
    )
  })

  it('strike what nobody uses any more', () => {
    const text = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250 mx.example.org',
      'C: SOML FROM:<anna@example.net>',
      'S: 502 no',
      'C: MAIL FROM:<@relay.example:anna@example.net>',
      'S: 250 ok',
      'C: MAIL FROM:<"@relay.example:anna"@example.net>',
      'S: 503 nested',
    ].join('\n')
    assert.deepEqual(
      tokensIn(text).filter(([, , what]) => what.includes('deprecated')),
      [
        [4, 'SOML', 'keyword.deprecated.refused'],
        [6, '@relay.example:', 'address.deprecated'],
      ],
    )
  })

  it('make comments of what the tool says, and leave those alone in which the grammar finds more', () => {
    const text = [
      '=== Trying mx.example.org:25...',
      '=== Connected to mx.example.org.',
      '<-  220 mx.example.org ESMTP',
      '*** Remote host closed connection unexpectedly.',
    ].join('\n')
    assert.deepEqual(
      tokensIn(text).filter(([, , what]) => what === 'comment'),
      [
        [1, '=== Trying mx.example.org:25...', 'comment'],
        [2, '=== Connected to mx.example.org.', 'comment'],
      ],
    )
    const own = ['# smtp-disable sequence/nested-mail', '# a remark', 'S: 220 mx.example.org ESMTP'].join(
      '\n',
    )
    assert.deepEqual(tokensIn(own).slice(0, 1), [[2, '# a remark', 'comment']])
  })

  it('take a dot for a line of the message where the message goes on behind it', () => {
    const text = session.replace('C: Note: no field', 'C: .\\r\\n\nC: Note: no field')
    assert.deepEqual(
      tokensIn(text).filter(([, word]) => /^\.(?:\\r\\n)?$/.test(word)),
      [
        [20, '.\\r\\n', 'mailData'],
        [22, '.', 'keyword'],
      ],
    )
  })

  it('know the header from the body in BDAT, also in the second chunk and in the middle', () => {
    const text = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250 CHUNKING',
      'C: MAIL FROM:<anna@example.net>',
      'S: 250 ok',
      'C: RCPT TO:<bob@example.org>',
      'S: 250 ok',
      'C: BDAT 23',
      'C: Subject: hello',
      'C:',
      'C: One',
      'S: 250 ok',
      'C: BDAT 12 LAST',
      'C: Note: two',
      'S: 250 ok',
    ].join('\n')
    assert.deepEqual(
      tokensIn(text).filter(([, , what]) => what === 'property' || what === 'mailData'),
      [
        [9, 'Subject', 'property'],
        [9, ' hello', 'mailData'],
        [11, 'One', 'mailData'],
        [14, 'Note: two', 'mailData'],
      ],
    )
    assert.deepEqual(tokensIn(session, { first: 19, last: 19 }), [[20, 'Note: no field', 'mailData']])
    assert.deepEqual(tokensIn(session, { first: 16, last: 16 }), [[17, ' and more', 'mailData']])
  })

  it('are all there where the text has more lines than are looked at at once', () => {
    const text = `${session}\n`.repeat(100)
    const once = tokensIn(session)
    const many = tokensIn(text)
    assert.equal(many.length, once.length * 100)
    const lines = session.split('\n').length
    assert.deepEqual(
      many.slice(-once.length),
      once.map(([line, ...told]) => [line + 99 * lines, ...told]),
    )
  })

  it('are the same in parts and as a whole, and stand in the text, whatever it is', () => {
    const holds = (text: string, cut: number) => {
      const transcript = readTranscript(text)
      const whole = tellTokens(text, dataOf(transcript))
      const last = lineCountOf(transcript.reading) - 1
      const parts = [
        ...tellTokens(text, dataOf(transcript, { first: 0, last: cut })),
        ...tellTokens(text, dataOf(transcript, { first: cut + 1, last })),
      ]
      assert.deepEqual(parts, whole)
    }
    fc.assert(fc.property(texts, fc.nat(40), holds), { numRuns: 300 })
    for (const text of realTexts()) holds(text, 7)
  })
})
