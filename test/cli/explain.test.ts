import assert from 'node:assert/strict'
import { explain } from '../../server/cli/explain.ts'

describe('smtp-transcript explain', () => {
  it('explains a reply code', () => {
    const { output, error, exitStatus } = explain(['450'])
    assert.match(output, /^450 Requested mail action not taken: mailbox unavailable\n=+\n/)
    for (const heading of [
      'What it means',
      'When you see it',
      'What to do',
      'Transient or permanent',
      'References',
    ]) {
      assert.match(output, new RegExp(`\n\n${heading}\n-+\n`))
    }
    assert.equal(error, '')
    assert.equal(exitStatus, 0)
  })

  it('explains an enhanced status code', () => {
    assert.match(explain(['5.7.26']).output, /^5\.7\.26 Multiple authentication checks failed\n/)
    assert.match(explain(['4.2.1']).output, /^4\.2\.1 Mailbox disabled, not accepting messages\n/)
  })

  it('compares two reply codes, side after side', () => {
    const { output, exitStatus } = explain(['450', '503'])
    const order = [
      'What 450 means',
      'What 503 means',
      'When you meet 450',
      'How to fix 503',
      'Key differences',
      'Which applies when',
    ]
    const places = order.map(heading => output.indexOf(`\n${heading}\n---`))
    assert.ok(places.every(place => place > 0))
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    )
    assert.equal(exitStatus, 0)
  })

  it('compares two enhanced status codes, and one of each', () => {
    assert.match(explain(['4.7.1', '5.7.1']).output, /^4\.7\.1 and 5\.7\.1 compared\n/)
    assert.match(explain(['450', '4.2.1']).output, /^450 and 4\.2\.1 compared\n/)
  })

  it('explains one code when both are the same', () => {
    assert.equal(explain(['450', '450']).output, explain(['450']).output)
  })

  for (const [words, title] of [
    [['MAIL'], 'MAIL command'],
    [['mail'], 'MAIL command'],
    [['MAIL FROM'], 'MAIL command'],
    [['MAIL', 'FROM'], 'MAIL command'],
    [['rcpt', 'to'], 'RCPT command'],
    [['RCPT TO:<bob@example.org>'], 'RCPT command'],
    [['STARTTLS'], 'STARTTLS command'],
    [['SIZE'], 'SIZE extension: Message Size Declaration'],
    [['SIZE=1000'], 'SIZE parameter of MAIL'],
    [['8bitmime'], '8BITMIME extension: 8bit-MIMEtransport'],
    [['BODY'], 'BODY parameter of MAIL'],
    [['BODY=8BITMIME'], 'BODY parameter of MAIL'],
    [['NOTIFY'], 'NOTIFY parameter of RCPT'],
    [['CRAM-MD5'], 'CRAM-MD5 mechanism'],
    [['AUTH', 'PLAIN'], 'PLAIN mechanism'],
    [['auth plain'], 'PLAIN mechanism'],
  ] as const) {
    it(`explains ${words.join(' | ')}`, () => {
      const { output, error, exitStatus } = explain(words)
      assert.equal(output.slice(0, output.indexOf('\n')), title)
      assert.equal(output.match(/^={3,}$/gm)?.length, 1)
      assert.equal(error, '')
      assert.equal(exitStatus, 0)
    })
  }

  it('explains two words that are no codes one after the other', () => {
    for (const [args, titles] of [
      [
        ['MAIL', 'RCPT'],
        ['MAIL command', 'RCPT command'],
      ],
      [
        ['SIZE', 'BODY'],
        ['SIZE extension: Message Size Declaration', 'BODY parameter of MAIL'],
      ],
      [
        ['DATA', '354'],
        ['DATA command', '354 Start mail input; end with <CRLF>.<CRLF>'],
      ],
    ] as const) {
      const { output, exitStatus } = explain(args)
      assert.deepEqual(
        [...output.matchAll(/^(.+)\n={3,}$/gm)].map(match => match[1]),
        titles,
      )
      assert.equal(exitStatus, 0)
    }
  })

  it('explains a word once that is given twice, in whatever case', () => {
    assert.equal(explain(['MAIL', 'mail']).output, explain(['MAIL']).output)
  })

  it('keeps to 80 columns, but for addresses, and uses no colour', () => {
    for (const args of [
      ['450', '503'],
      ['550'],
      ['5.7.26'],
      ['RCPT'],
      ['AUTH'],
      ['NO-SOLICITING'],
      ['ORCPT'],
    ]) {
      for (const line of explain(args).output.split('\n')) {
        assert.ok(line.length <= 80 || line.includes('https://'), line)
        assert.doesNotMatch(line, /\p{Cc}/u)
      }
    }
  })

  it('explains an unknown code by its class', () => {
    const { output, exitStatus } = explain(['599'])
    assert.match(output, /No registry lists 599/)
    assert.equal(exitStatus, 0)
  })

  for (const [wrong, meant] of [
    ['45', '450'],
    ['4500', '450'],
    ['450,', '450'],
    ['650', '550'],
    ['5O3', '503'],
    ['4.2', '4.2.0'],
    ['4.2.1.1', '4.2.1'],
    ['5.7.1a', '5.7.1'],
    ['5,7,26', '5.7.26'],
    ['5.7.26x', '5.7.26'],
    ['450 4.2.1 Mailbox busy', '450'],
    [' 450', '450'],
    ['hello', 'HELO'],
    ['ELHO', 'EHLO'],
    ['RCTP', 'RCPT'],
    ['START-TLS', 'STARTTLS'],
    ['8BITMIM', '8BITMIME'],
    ['PIPELINE', 'PIPELINING'],
    ['CRAMMD5', 'CRAM-MD5'],
    ['XOATH2', 'XOAUTH2'],
    ['DSM', 'DSN'],
  ] as const) {
    it(`says that ${wrong} is wrong and suggests ${meant}`, () => {
      const { output, error, exitStatus } = explain([wrong])
      assert.equal(output, '')
      assert.equal(
        error,
        `smtp-transcript explain: "${wrong}" is no known code, command, extension, parameter or mechanism; did you mean ${meant}?\n`,
      )
      assert.equal(exitStatus, 2)
    })
  }

  it('shows how words look where it cannot guess', () => {
    for (const wrong of [
      'gibberish',
      '',
      'x'.repeat(100_000),
      `450${'0'.repeat(10)}`,
      '\u001b[31m\n',
      '\u009b31m\u2028',
    ]) {
      const { error, exitStatus } = explain([wrong])
      assert.match(error, /^smtp-transcript explain: .* words look like 450, 4\.2\.1, RCPT or SIZE\n$/)
      assert.ok(error.length < 200)
      assert.doesNotMatch(error.slice(0, -1), /\p{Cc}/u)
      assert.equal(exitStatus, 2)
    }
  })

  it('names the wrong one of two', () => {
    assert.match(explain(['450', '45x']).error, /"45x" is no known .* did you mean 450\?/)
    assert.match(explain(['MIAL', 'RCPT']).error, /"MIAL" is no known .* did you mean MAIL\?/)
    assert.equal(explain(['450', '45x']).exitStatus, 2)
  })

  it('wants at least one word and at most two', () => {
    for (const args of [[], ['450', '451', '452']]) {
      const { output, error, exitStatus } = explain(args)
      assert.equal(output, '')
      assert.match(error, /^smtp-transcript explain: [^\n]*give one, or two to compare[^\n]*\n$/)
      assert.equal(exitStatus, 2)
    }
  })
})
