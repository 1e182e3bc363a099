import assert from 'node:assert/strict'
import { writableDialects } from '../../server/transcript/dialects/registry.ts'
import { headings, helloWith, inDialect, linkedLines, markdownIn, sectionOf } from './hovering.ts'

const hello = helloWith()
const mail = ['C: MAIL FROM:<anna@example.net>', 'S: 250 OK']
const rcpt = ['C: RCPT TO:<bob@example.org>', 'S: 250 OK']
const message = ['C: DATA', 'S: 354 go', 'C: Subject: hello', 'C:', 'C: hello', 'C: .']
const deferred = 'S: |450 4.2.0 Greylisted'
const second = ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250 mx.example.org']
const quit = ['C: QUIT', 'S: 221 Bye']

/** How far a 450 reaches: the lines, what is told, and the lines that it links to. */
const scopes: readonly (readonly [string, readonly string[], RegExp, readonly number[]])[] = [
  [
    'the retry was accepted, in another session of the file',
    [...hello, ...mail, 'C: RCPT TO:<bob@example.org>', deferred, ...quit, ...second, ...mail, ...rcpt],
    /retry in line .* was accepted/,
    [15],
  ],
  [
    'the retry came too early, in the same session',
    [
      ...hello,
      ...mail,
      'C: RCPT TO:<bob@example.org>',
      deferred,
      'C: RCPT TO:<bob@example.org>',
      'S: 450 wait',
    ],
    /retry in line .* too early/,
    [8],
  ],
  [
    'others were accepted before it',
    [
      ...hello,
      ...mail,
      'C: RCPT TO:<carol@example.org>',
      'S: 250 OK',
      'C: RCPT TO:<bob@example.org>',
      deferred,
    ],
    /[Oo]nly this recipient is deferred.*DATA/,
    [],
  ],
  [
    'others were accepted after it',
    [
      ...hello,
      ...mail,
      'C: RCPT TO:<bob@example.org>',
      deferred,
      'C: RCPT TO:<carol@example.org>',
      'S: 250 OK',
    ],
    /[Oo]nly this recipient is deferred.*DATA/,
    [],
  ],
  [
    'others follow, of which nothing is known yet',
    [
      ...hello,
      ...mail,
      'C: RCPT TO:<bob@example.org>',
      deferred,
      'C: RCPT TO:<carol@example.org>',
      'S: 450 wait',
    ],
    /others/,
    [],
  ],
  [
    'no recipient is left',
    [...hello, ...mail, 'C: RCPT TO:<bob@example.org>', deferred],
    /No recipient is left.*not DATA/,
    [],
  ],
  [
    'the whole message, in SMTP',
    [...hello, ...mail, ...rcpt, ...message, 'S: |450 later'],
    /for all.*recipients/,
    [],
  ],
]

describe('the hover on 450 tells how far it reaches', () => {
  for (const [name, lines, here, links] of scopes) {
    it(name, () => {
      for (const dialect of writableDialects) {
        const told = sectionOf(markdownIn(inDialect(lines, dialect), dialect), headings[0])
        assert.match(told, here, dialect.name)
        assert.deepEqual(linkedLines(told), links, dialect.name)
      }
    })
  }

  it('one recipient, in LMTP', () => {
    const lines = [
      ...['S: 220 lmtp.example.org LMTP', 'C: LHLO client.example.net', 'S: 250 lmtp.example.org', ...mail],
      ...[...rcpt, 'C: RCPT TO:<nosuch@example.org>', 'S: 550 nobody', 'C: RCPT TO:<carol@example.org>'],
      ...['S: 250 OK', ...message, 'S: 250 saved', 'S: |450 4.2.2 full'],
    ]
    for (const dialect of writableDialects) {
      const told = sectionOf(markdownIn(inDialect(lines, dialect), dialect), headings[0])
      assert.match(told, /only for .*carol@example\.org/, dialect.name)
      assert.doesNotMatch(told, /bob@|nosuch@/)
    }
  })

  it('one recipient, in LMTP, where the message came in chunks', () => {
    const lines = [
      ...['S: 220 lmtp.example.org LMTP', 'C: LHLO client.example.net', 'S: 250-lmtp.example.org'],
      ...['S: 250 CHUNKING', ...mail, ...rcpt, 'C: RCPT TO:<carol@example.org>', 'S: 250 OK'],
      ...['C: BDAT 7 LAST', 'C: hello', 'S: 250 saved', 'S: |450 4.2.2 full'],
    ]
    for (const dialect of writableDialects) {
      const told = sectionOf(markdownIn(inDialect(lines, dialect), dialect), headings[0])
      assert.match(told, /only for .*carol@example\.org/, dialect.name)
    }
  })

  it('the whole message, in SMTP, where it came in chunks', () => {
    const chunk = ['C: BDAT 7 LAST', 'C: hello', 'S: |450 4.3.0 later']
    const told = sectionOf(
      markdownIn([...helloWith('CHUNKING'), ...mail, ...rcpt, ...chunk].join('\n')),
      headings[0],
    )
    assert.match(told, /for all.*recipients/)
  })

  it('not to another recipient or sender that was accepted later', () => {
    const next = ['C: MAIL FROM:<other@example.net>', 'S: 250 OK', ...rcpt]
    const lines = [...hello, ...mail, 'C: RCPT TO:<bob@example.org>', deferred, ...quit, ...second, ...next]
    const told = sectionOf(markdownIn(lines.join('\n')), headings[0])
    assert.doesNotMatch(told, /retry in line/)
    assert.match(told, /No recipient is left/)
  })

  it('and not beyond what an accepted DATA says', () => {
    const lines = [
      ...hello,
      ...mail,
      'C: RCPT TO:<bob@example.org>',
      deferred,
      ...rcpt,
      ...message,
      'S: 250 queued',
    ]
    assert.doesNotMatch(markdownIn(lines.join('\n')), /No recipient is left/)
  })
})
