import assert from 'node:assert/strict'
import type { Range } from 'vscode-languageserver-types'
import { writableDialects } from '../../server/transcript/dialects/registry.ts'
import {
  cursorIn,
  headings,
  helloWith,
  hoverIn,
  inDialect,
  linkedLines,
  markdownIn,
  sectionOf,
} from './hovering.ts'

const hello = helloWith()
const mail = ['C: MAIL FROM:<anna@example.net>', 'S: 250 OK']
const nested = [...hello, ...mail, 'C: MAIL FROM:<anna@example.net>']
const deferred = [...hello, ...mail, 'C: RCPT TO:<bob@example.org>']

/** The word under the cursor mark. */
function wordIn(marked: string, range: Range | undefined): string {
  const { text } = cursorIn(marked)
  const line = text.split('\n')[range?.start.line ?? -1] ?? ''
  return range?.start.line === range?.end.line ? line.slice(range?.start.character, range?.end.character) : ''
}

describe('the hover on 450 and 503', () => {
  for (const [code, lines] of [
    ['450', [...deferred, 'S: |450 4.2.0 Greylisted']],
    ['503', [...nested, 'S: |503 5.5.1 nested MAIL command']],
  ] as const) {
    it(`has every section, in the order in which it is read: ${code}`, () => {
      const markdown = markdownIn(lines.join('\n'))
      const places = headings.map(heading => markdown.indexOf(`**${heading}**`))
      assert.ok(places.every(place => place >= 0))
      assert.deepEqual(
        places.toSorted((a, b) => a - b),
        places,
      )
      for (const heading of headings) assert.ok(sectionOf(markdown, heading).trim().length > 10, heading)
    })

    it(`leads to the sources, and to the comparison where commands work: ${code}`, () => {
      const [plain, withCommands] = [false, true].map(links => markdownIn(lines.join('\n'), null, links))
      assert.match(plain ?? '', /\]\(https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+/)
      assert.doesNotMatch(plain ?? '', /command:/)
      assert.match(withCommands ?? '', /\]\(command:smtp\.compareReplyCodes\?/)
    })

    it(`says whether it is transient or permanent: ${code}`, () => {
      const told = sectionOf(markdownIn(lines.join('\n')), headings[4])
      assert.match(told, code === '450' ? /^Transient/ : /^Permanent/)
    })
  }

  it('says what was answered', () => {
    assert.match(markdownIn([...nested, 'S: |503 no'].join('\n')), /answer to `MAIL`/)
    assert.match(markdownIn([...deferred, 'S: |450 no'].join('\n')), /answer to `RCPT`/)
    const message = ['C: RCPT TO:<b@example.org>', 'S: 250 OK', 'C: DATA', 'S: 354 go', 'C: hello', 'C: .']
    assert.match(
      markdownIn([...hello, ...mail, ...message, 'S: |450 no'].join('\n')),
      /answer to the message/,
    )
  })

  it('is the same on every line of a reply of several lines', () => {
    const reply = ['S: 503-5.5.1 nested', 'S: 503-5.5.1 really', 'S: 503 5.5.1 RSET first']
    for (const dialect of writableDialects) {
      const hovers = reply.map((_, at) => {
        const lines = [
          ...nested,
          ...reply.map((line, index) => (index === at ? line.replace('S: ', 'S: |') : line)),
        ]
        const marked = inDialect(lines, dialect)
        const shown = hoverIn(marked, dialect)
        assert.equal(wordIn(marked, shown?.range), '503')
        assert.equal(shown?.range?.start.line, cursorIn(marked).position.line)
        return markdownIn(marked, dialect)
      })
      assert.equal(new Set(hovers).size, 1)
    }
  })

  it('counts the lines that it links to from the beginning of the file, not of the session', () => {
    const first = ['# a comment', ...hello, 'C: QUIT', 'S: 221 bye', '', '# another']
    const told = sectionOf(markdownIn([...first, ...nested, 'S: |503 no'].join('\n')), headings[0])
    assert.deepEqual(linkedLines(told), [first.length + 4])
  })

  it('explains the enhanced code under the cursor', () => {
    const marked = [...deferred, 'S: 450 |4.2.0 Greylisted'].join('\n')
    assert.equal(wordIn(marked, hoverIn(marked)?.range), '4.2.0')
    assert.match(markdownIn(marked), /4\.2\.0/)
    const second = [...nested, 'S: 503-5.5.1 nested', 'S: 503 |5.5.1 really'].join('\n')
    assert.equal(wordIn(second, hoverIn(second)?.range), '5.5.1')
  })

  it('is there on the last digit, and not on other text', () => {
    for (const [line, isThere] of [
      ['S: 4|50 4.2.0 Greylisted', true],
      ['S: 45|0 4.2.0 Greylisted', true],
      ['|S: 450 4.2.0 Greylisted', false],
      ['S: 450 4.2.0 Grey|listed', false],
      ['S: 450 4.2.0 Greylisted for |450 seconds', false],
    ] as const) {
      assert.equal(hoverIn([...deferred, line].join('\n')) !== null, isThere, line)
    }
    for (const lines of [
      ['# |503 in a comment', ...nested, 'S: 503 no'],
      [
        ...hello,
        ...mail,
        'C: RCPT TO:<b@x>',
        'S: 250 OK',
        'C: DATA',
        'S: 354 go',
        'C: |503 no',
        'C: .',
        'S: 250 OK',
      ],
    ]) {
      assert.equal(hoverIn(lines.join('\n')), null, lines.join('\n'))
    }
    const content = [
      'C: RCPT TO:<b@x>',
      'S: 250 OK',
      'C: DATA',
      'S: 354 go',
      'C: a',
      'C: |503 no',
      'C: .',
      'S: 250 OK',
    ]
    for (const dialect of writableDialects) {
      assert.equal(hoverIn(inDialect([...hello, ...mail, ...content], dialect), dialect), null)
    }
  })

  it('shows nothing of the transcript as a mark or a link', () => {
    const evil = '`[x](https://evil.example)<img>`'
    const lines = [
      ...['S: 220 lmtp LMTP', 'C: LHLO c', 'S: 250 lmtp', ...mail, `C: RCPT TO:<${evil}@x>`, 'S: 250 OK'],
      ...['C: DATA', 'S: 354 go', 'C: hello', 'C: .', `S: |450 4.2.2 ${evil}`],
    ]
    const active = markdownIn(lines.join('\n'))
      .replaceAll(/\\[\\`*_{}[\]<>()#|~]/g, '')
      .replaceAll(/``+[\s\S]*?``+/g, '')
    assert.doesNotMatch(active, /\]\(https:\/\/evil|<img>/)
  })
})

describe('the hover in a text that begins in mid-session', () => {
  /** The sentence about the session, which must not claim what the text does not show. */
  function toldIn(lines: readonly string[]): string {
    const told = sectionOf(markdownIn(lines.join('\n')), headings[0])
    assert.deepEqual(linkedLines(told), [])
    return told
  }

  for (const [command, text, here] of [
    ['DATA', '5.5.1 Error: need RCPT command', /[Nn]o recipient was accepted/],
    ['RCPT TO:<b@x>', '5.5.1 Error: need MAIL command', /[Nn]o MAIL FROM was accepted/],
    ['MAIL FROM:<a@x>', '5.5.1 Error: nested MAIL command', /transaction is( already)? open/],
    ['MAIL FROM:<a@x>', '5.5.1 Error: send HELO/EHLO first', /EHLO/],
    ['AUTH PLAIN ****', '5.5.1 Error: already authenticated', /authenticated/],
    ['NOOP', 'polite people say HELO first', /NOOP may stand anywhere/],
  ] as const) {
    it(`goes by the wording alone: ${text}`, () => {
      assert.match(toldIn([`C: ${command}`, `S: |503 ${text}`]), here)
    })
  }

  for (const command of [
    'DATA',
    'RCPT TO:<b@x>',
    'MAIL FROM:<a@x>',
    'EHLO c',
    'BDAT 7',
    'AUTH PLAIN ****',
    'ETRN x',
  ]) {
    it(`claims nothing where the wording says nothing: ${command}`, () => {
      const told = toldIn(['S: 250 OK', `C: ${command}`, 'S: |503 bad sequence of commands'])
      assert.match(told, /not at this point/)
    })
  }

  it('claims nothing of a reply whose command is not in the text', () => {
    for (const lines of [
      ['S: |503 5.5.1 Error: need MAIL command', 'C: QUIT', 'S: 221 bye'],
      [...hello, ...mail, 'S: |503 5.5.1 Error: need MAIL command'],
    ]) {
      assert.doesNotMatch(
        markdownIn(lines.join('\n')),
        /not know this command|unknown command|not known here/,
      )
    }
    assert.doesNotMatch(markdownIn('S: |503 5.5.1 Error: need MAIL command'), /nobody asked/)
  })

  it('goes by the wording of a 450 as well', () => {
    const told = toldIn(['C: RCPT TO:<b@x>', 'S: |450 4.2.0 Greylisted'])
    assert.match(told, /^Greylisting/)
    assert.match(markdownIn('S: |450 4.2.0 <b@x>: Recipient address rejected: Greylisted'), /Greylist/)
  })

  it('does not say that a recipient is the last where the transaction began before the text', () => {
    assert.doesNotMatch(toldIn(['C: RCPT TO:<b@x>', 'S: |450 4.2.0 Greylisted']), /No recipient is left/)
  })
})
