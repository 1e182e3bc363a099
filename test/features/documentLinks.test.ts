import assert from 'node:assert/strict'
import fc from 'fast-check'
import { documentLinks, linksListed } from '../../server/features/documentLinks.ts'
import { splitLines } from '../../server/transcript/lines.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { corpusTexts } from './corpusTexts.ts'
import { toldRange } from './navigating.ts'

/** The links as `line text`, with the target behind it where it is another. */
function linked(...lines: string[]): string[] {
  const text = lines.join('\n')
  return documentLinks(readTranscript(text)).map(({ range, target = '' }) => {
    const told = toldRange(text, range)
    return told.endsWith(` ${target}`) ? told : `${told} -> ${target}`
  })
}

const head = ['S: 220 mx.example.org ESMTP', 'C: EHLO c.example', 'S: 250 mx.example.org']

describe('the links of a transcript', () => {
  it('are URLs in replies, without the punctuation around them', () => {
    assert.deepEqual(
      linked(
        ...head,
        'C: RCPT TO:<bob@example.org>',
        'S: 550-5.1.1 The email account that you tried to reach does not exist. Please try',
        "S: 550-5.1.1 double-checking the recipient's email address for typos or",
        'S: 550-5.1.1 unnecessary spaces. For more information, go to',
        'S: 550 5.1.1  https://support.example.com/mail/?p=NoSuchUser x7-2002si.91 - gsmtp',
        'C: NOOP',
        'S: 450-4.7.1 (see http://example.org/a_(b), <https://example.org/c?d=e;f>).',
        'S: 450 "https://[2001:db8::1]/x".',
      ),
      [
        '8 https://support.example.com/mail/?p=NoSuchUser',
        '10 http://example.org/a_(b)',
        '10 https://example.org/c?d=e;f',
        '11 https://[2001:db8::1]/x',
      ],
    )
  })

  it('put a URL together that a reply cuts, and no other', () => {
    assert.deepEqual(
      linked(
        ...head,
        'C: NOOP',
        'S: 554-5.7.1 Blocked, see https://example.org/lookup?ip=',
        'S: 554-5.7.1 192.0.2.1&list=',
        'S: 554 5.7.1 zen. Sorry.',
        'C: NOOP',
        'S: 554-Blocked, see https://www.example.org/query/ip/',
        'S: 554 192.0.2.1',
        'C: NOOP',
        'S: 554-Read https://www.example.org/help',
        'S: 554-before you come back; or https://www.example.org/',
        'S: 554-Please do, and https://www.example.org/x',
        'S: 554 https://www.example.org/y',
        'C: NOOP',
        'S: 554 see https://example.org/a?b=',
        'S: 250 c',
      ),
      [
        '5 https://example.org/lookup?ip= -> https://example.org/lookup?ip=192.0.2.1&list=zen',
        '6 192.0.2.1&list= -> https://example.org/lookup?ip=192.0.2.1&list=zen',
        '7 zen -> https://example.org/lookup?ip=192.0.2.1&list=zen',
        '9 https://www.example.org/query/ip/ -> https://www.example.org/query/ip/192.0.2.1',
        '10 192.0.2.1 -> https://www.example.org/query/ip/192.0.2.1',
        '12 https://www.example.org/help',
        '13 https://www.example.org/',
        '14 https://www.example.org/x',
        '15 https://www.example.org/y',
        '17 https://example.org/a?b=',
      ],
    )
  })

  it('are sections of RFCs, in comments, too', () => {
    const rfcEditor = 'https://www.rfc-editor.org/rfc'
    assert.deepEqual(
      linked(
        '# As RFC 5321 section 4.1.1.1 has it (RFC 3030), not RFC 821.',
        '# RFC 5321, 4.5.2) and RFC2034, and rfc 5321 appendix F.3; RFC 5321 § 3.',
        ...head,
        'C: NOOP',
        'S: 250 see RFC 3463 x.7.1, or https://www.example.org/rfc/rfc1035.txt',
      ),
      [
        `1 RFC 5321 section 4.1.1.1 -> ${rfcEditor}/rfc5321#section-4.1.1.1`,
        `1 RFC 3030 -> ${rfcEditor}/rfc3030`,
        `1 RFC 821 -> ${rfcEditor}/rfc821`,
        `2 RFC 5321, 4.5.2 -> ${rfcEditor}/rfc5321#section-4.5.2`,
        `2 RFC2034 -> ${rfcEditor}/rfc2034`,
        `2 rfc 5321 appendix F.3 -> ${rfcEditor}/rfc5321#appendix-F.3`,
        `2 RFC 5321 § 3 -> ${rfcEditor}/rfc5321#section-3`,
        '7 https://www.example.org/rfc/rfc1035.txt',
        `7 RFC 3463 -> ${rfcEditor}/rfc3463`,
      ],
    )
  })

  it('are in no mail data, no command and no challenge', () => {
    assert.deepEqual(
      linked(
        ...head,
        'C: AUTH LOGIN',
        'S: 334 https://example.org/challenge',
        'C: RFC5321',
        'S: 235 ok',
        'C: MAIL FROM:<a@c.example>',
        'S: 250 ok',
        'C: RCPT TO:<b@c.example> ORCPT=rfc822;b@c.example',
        'S: 250 ok',
        'C: DATA',
        'S: 354 go',
        'C: Buy at https://spam.example now, says RFC 5321.',
        'C: .',
        'S: 550 no spam',
      ),
      [],
    )
  })

  it('are exact in the output of swaks, and in literals with escapes', () => {
    assert.deepEqual(
      linked('=== Connected to mx.', ' -> EHLO c.example', '<** 550 See https://example.org/a#b x7-2002'),
      ['3 https://example.org/a#b'],
    )
    assert.deepEqual(
      linked(
        "send: 'ehlo c.example\\r\\n'",
        "reply: b'554-see https://example.org/?a=\\r\\n'",
        "reply: b'554 1&b=2\\r\\n'",
      ),
      [
        '2 https://example.org/?a= -> https://example.org/?a=1&b=2',
        '3 1&b=2 -> https://example.org/?a=1&b=2',
      ],
    )
  })

  it('stand in their lines, one beside the other, whatever the text', () => {
    const check = (text: string) => {
      const lines = splitLines(text).texts
      const found = documentLinks(readTranscript(text))
      for (const { range, target = '' } of found) {
        const length = lines[range.start.line]?.length ?? -1
        assert.equal(range.start.line, range.end.line)
        assert.ok(range.start.character < range.end.character && range.end.character <= length)
        assert.doesNotThrow(() => new URL(target))
      }
    }
    const words = [
      'https://',
      'http://example.org/a?b=',
      'RFC 5321',
      ' section 4.1',
      '/',
      '.',
      '(',
      '550-',
      '5.1.1 ',
      '&c=',
      '\nS: 550-',
      '\nS: 550 ',
      ']',
      'https://[',
    ]
    const noisy = fc
      .array(fc.constantFrom(...words), { maxLength: 12 })
      .map(parts => `S: 550-${parts.join('')}`)
    fc.assert(fc.property(fc.oneof(texts, noisy), check), { numRuns: 500 })
    for (const text of corpusTexts()) check(text)
  })

  it('are so many at most', () => {
    const text = 'S: 550 see https://example.org/a\n'.repeat(6000)
    assert.equal(documentLinks(readTranscript(text)).length, linksListed)
  })
})
