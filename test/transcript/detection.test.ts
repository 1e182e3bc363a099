import assert from 'node:assert/strict'
import { detectDialect } from '../../server/transcript/detectDialect.ts'
import { dialectNamed, dialects } from '../../server/transcript/dialects/registry.ts'
import { splitLines } from '../../server/transcript/lines.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { dedent } from './listing.ts'

function expectDialect(name: string, text: string): void {
  const source = dedent(text)
  assert.equal(detectDialect(splitLines(source).texts).name, name, source)
  assert.equal(readTranscript(source).reading.dialect.name, name)
}

describe('the dialect of a text', () => {
  it("is the language's own where lines have its marks", () => {
    expectDialect('smtp', 'C: EHLO c.example')
    expectDialect('smtp', 'S: 220 mx.example ESMTP')
    expectDialect('smtp', '  S: 220 mx.example ESMTP\n  C: NOOP')
    expectDialect('smtp', 'Some prose.\n\nC: EHLO c.example\nS: 250 ok\nMore prose.')
  })

  it("is the language's own where all lines have its marks, whatever a server says", () => {
    const rest = 'C: RCPT TO:<b@mx.example>\nS: 250 2.1.5 ok\nC: QUIT\nS: 221 bye'
    const start = 'S: 220 mx.example ESMTP\nC: EHLO c.example\nS: 250-mx.example\nS: 250 HELP'
    const whole = `${start}\nC: MAIL FROM:<a@c.example>\nS: 250 2.1.0 ok\n${rest}`
    for (const reply of [
      'S: host mx.example said: 550 5.1.1 no',
      'S: 550 5.1.1 host mx.example said: 550 5.1.1 no',
      'S: SMTP error from remote mail server after RCPT TO:<b@mx.example>: 550 no',
    ]) {
      expectDialect('smtp', reply)
      expectDialect('smtp', `C: RCPT TO:<b@mx.example>\n${reply}`)
      expectDialect('smtp', whole.replace('S: 250 2.1.5 ok', reply))
      expectDialect('smtp', whole.replace('S: 250 2.1.5 ok', `${reply}\n\n# a comment`))
    }
    for (const text of [whole, start, 'C: EHLO c.example\nS: 250-mx.example\nS: 250 HELP']) {
      expectDialect('smtp', text.replace('S: 250 HELP', 'S: 999 HELP\nS: 250 HELP'))
      expectDialect('smtp', `A ticket.\n\n${text.replace('S: 250 HELP', 'S: 999 HELP\nS: 250 HELP')}`)
    }
  })

  it('is that of a tool which prints the same marks, where the tool shows itself', () => {
    const remark = 'Connected to smtp://mx.example:587/?starttls=when-available'
    const dialogue = 'S: 220 mx.example ESMTP\nC: EHLO c.example\nS: 250-mx.example\nS: 999 HELP\nS: 250 HELP'
    expectDialect('mailkit', `${remark}\n${dialogue}`)
    expectDialect('mailkit', `${remark}\n${dialogue}\nC: QUIT\nS: host mx said: 550 no`)
  })

  it('is inferred where other marks stand behind those of the language', () => {
    expectDialect(
      'inferred',
      `
      S: [in] 220 mx.example ESMTP
      S: [out] EHLO c.example
      S: [in] 250 mx.example
      S: [out] MAIL FROM:<a@c.example>
      S: [in] 250 ok
      S: [out] QUIT
      S: [in] 221 bye
      `,
    )
  })

  it('is swaks where its marks or its remarks are', () => {
    expectDialect('swaks', '=== Trying mx.example:25...')
    expectDialect('swaks', '<-  220 mx.example ESMTP\n -> EHLO c.example')
    expectDialect('swaks', '<~  250 ok\n ~> QUIT\n<~  221 bye')
    expectDialect('swaks', '<** 550 no\n -> QUIT')
    expectDialect(
      'swaks',
      '=== Connected to mx.example.\n220 mx.example ESMTP\nEHLO c.example\n250 ok\nQUIT\n221 bye',
    )
  })

  it('is bare where there are no marks, and where there is nothing at all', () => {
    expectDialect('bare', '220 mx.example ESMTP\nEHLO c.example\n250 ok')
    expectDialect('bare', 'EHLO c.example\nMAIL FROM:<a@c.example>')
    expectDialect('bare', '')
    expectDialect('bare', '\n\n')
    expectDialect('bare', 'Nothing here has to do with mail.')
    expectDialect('bare', '\u0000\u0001\u0002\ufffd\n\u0000')
  })

  it('is not changed by what a message says', () => {
    expectDialect(
      'smtp',
      `
      S: 354 go ahead
      C:  -> RCPT TO:<x@mx.example>
      C: <-  550 fake
      C: 250 no reply
      C: .
      S: 250 ok
      `,
    )
    expectDialect(
      'bare',
      `
      220 mx.example ESMTP
      EHLO c.example
      250 ok
      MAIL FROM:<a@c.example>
      250 ok
      RCPT TO:<b@mx.example>
      250 ok
      DATA
      354 go ahead
      C: EHLO fake
      S: 250 fake
       -> EHLO fake
      .
      250 ok
      `,
    )
  })

  it('is the one that a directive names, wherever it stands among the first lines', () => {
    for (const { name } of dialects) {
      expectDialect(name, `# @dialect ${name}\nC: EHLO c.example\nS: 250 ok`)
      expectDialect(name, `<-  220 mx.example ESMTP\n -> NOOP\n#@dialect ${name}`)
      expectDialect(name, `220 mx.example ESMTP\nNOOP\n#  @dialect   ${name}  and more`)
    }
  })

  it('is detected where the directive names none that is known', () => {
    expectDialect('smtp', '# @dialect klingon\nC: EHLO c.example')
    expectDialect('smtp', '# @dialect\nC: EHLO c.example')
    expectDialect('smtp', '# @dialect klingon\n# @dialect smtp\n220 mx.example')
  })

  it('is the one that was asked for, whatever else the text says', () => {
    const text = '# @dialect bare\n220 mx.example ESMTP\nC: NOOP'
    for (const dialect of dialects) {
      assert.equal(readTranscript(text, dialect).reading.dialect, dialect)
    }
  })

  it('has a name to ask for it by', () => {
    for (const dialect of dialects) assert.equal(dialectNamed(dialect.name), dialect)
    assert.equal(dialectNamed('klingon'), undefined)
    assert.equal(new Set(dialects.map(dialect => dialect.name)).size, dialects.length)
  })
})
