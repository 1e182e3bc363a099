import assert from 'node:assert/strict'
import { cli, jsonLines, lines, temporaryFolder } from './running.ts'

describe('smtp-transcript parse', () => {
  const folder = temporaryFolder()

  /** The sessions of a transcript. */
  function parse(content: string, ...options: readonly string[]) {
    const { status, output, error } = cli('parse', ...options, folder.file('a.smtp', content))
    assert.equal(error, '')
    assert.equal(status, 0)
    return jsonLines(output)
  }

  it('prints each field of the contract, lines counted from 1', () => {
    const [session, ...others] = parse(
      lines(
        '=== Trying mx.example.org:25...',
        '=== Connected to mx.example.org.',
        '<-  220 mx.example.org ESMTP',
        ' -> EHLO client.example.net',
        '<-  250-mx.example.org',
        '<-  250-PIPELINING',
        '<-  250 ENHANCEDSTATUSCODES',
        ' -> MAIL FROM:<a@example.org>',
        '<-  250 2.1.0 Ok',
        ' -> DATA',
        '<** 503 5.5.1 Error: need RCPT command',
        ' -> QUIT',
        '<-  221 2.0.0 Bye',
        '=== Connection closed with remote host.',
      ),
    )
    assert.deepEqual(others, [])
    assert.deepEqual(session, {
      file: folder.file('a.smtp'),
      session: 1,
      dialect: 'swaks',
      protocol: 'ESMTP',
      id: null,
      startLine: 1,
      endLine: 14,
      greeting: { line: 3, code: 220, enhancedCode: null, text: ['mx.example.org ESMTP'] },
      exchanges: [
        {
          line: 4,
          time: null,
          command: { kind: 'command', verb: 'EHLO', text: 'EHLO client.example.net' },
          reply: {
            line: 5,
            code: 250,
            enhancedCode: null,
            text: ['mx.example.org', 'PIPELINING', 'ENHANCEDSTATUSCODES'],
          },
          stateBefore: 'greeted',
          sequence: 'allowed',
          because: null,
        },
        {
          line: 8,
          time: null,
          command: { kind: 'command', verb: 'MAIL', text: 'MAIL FROM:<a@example.org>' },
          reply: { line: 9, code: 250, enhancedCode: '2.1.0', text: ['Ok'] },
          stateBefore: 'ready',
          sequence: 'allowed',
          because: null,
        },
        {
          line: 10,
          time: null,
          command: { kind: 'command', verb: 'DATA', text: 'DATA' },
          reply: { line: 11, code: 503, enhancedCode: '5.5.1', text: ['Error: need RCPT command'] },
          stateBefore: 'mail',
          sequence: 'out-of-sequence',
          because: 'sequence/data-without-rcpt',
        },
        {
          line: 12,
          time: null,
          command: { kind: 'command', verb: 'QUIT', text: 'QUIT' },
          reply: { line: 13, code: 221, enhancedCode: '2.0.0', text: ['Bye'] },
          stateBefore: 'mail',
          sequence: 'allowed',
          because: null,
        },
      ],
      ending: 'quit',
    })
  })

  it('prints one session a line, numbered in each file, over all files', () => {
    const one = ['S: 220 mx ESMTP', 'C: QUIT', 'S: 221 bye']
    const first = folder.file('first.smtp', lines(...one, '', '# two', ...one))
    const second = folder.file('second.smtp', lines(...one))
    const { status, output } = cli('parse', first, second)
    assert.equal(status, 0)
    assert.equal(output.split('\n').length, 4)
    assert.deepEqual(
      jsonLines(output).map(({ file, session, startLine, endLine }) => [file, session, startLine, endLine]),
      [
        [first, 1, 1, 3],
        [first, 2, 6, 8],
        [second, 1, 1, 3],
      ],
    )
  })

  it('counts LF, CRLF and a lone CR as line ends', () => {
    const text = 'S: 220 mx ESMTP\r\nC: NOOP\rS: 250 OK\nC: QUIT\r\rS: 221 bye'
    const [session] = parse(text)
    assert.deepEqual(session?.['endLine'], 6)
    assert.deepEqual(JSON.stringify(session).match(/"line":\d+/g), [
      '"line":1',
      '"line":2',
      '"line":3',
      '"line":4',
      '"line":6',
    ])
  })

  it('reads the dialect that it is told', () => {
    const text = lines('S: 220 mx ESMTP', 'C: QUIT')
    assert.equal(parse(text)[0]?.['dialect'], 'smtp')
    assert.deepEqual(parse(text, '--dialect', 'swaks'), [])
    assert.equal(parse(lines('220 mx ESMTP', 'QUIT'))[0]?.['dialect'], 'bare')
  })

  const challenge = ['S: 334 UGFzc3dvcmQ6']
  const announced = ['S: 220 mx ESMTP', 'C: EHLO c', 'S: 250-mx', 'S: 250 AUTH PLAIN LOGIN']
  const secret = 'correct-horse-battery'
  const encoded = Buffer.from(secret).toString('base64')
  const initial = Buffer.from(`\0anna\0${secret}`).toString('base64')

  for (const [name, content] of [
    ['an initial response', [...announced, `C: AUTH PLAIN ${initial}`, 'S: 235 ok']],
    ['an initial response in odd spelling', [...announced, `C: auth\tplain   ${initial} `, 'S: 235 ok']],
    [
      'an initial response that came at the wrong place',
      ['S: 220 mx', `C: AUTH PLAIN ${initial}`, 'S: 503 no'],
    ],
    ['an initial response in parts', [...announced, `C: AUTH PLAIN ${initial} ${encoded}`, 'S: 501 no']],
    ['an answer to a challenge', [...announced, 'C: AUTH LOGIN', ...challenge, `C: ${encoded}`, 'S: 535 no']],
    [
      'an answer that is not base64',
      [...announced, 'C: AUTH LOGIN', ...challenge, `C: ${secret}`, 'S: 501 no'],
    ],
    [
      'answers of a script',
      [...announced.slice(1, 2), 'C: AUTH LOGIN', 'C: YW5uYQ==', `C: ${encoded}`, 'C: QUIT'],
    ],
    [
      'an answer though AUTH was refused',
      [...announced, 'C: AUTH LOGIN', 'S: 504 no', `C: ${encoded}`, 'S: 500 ?'],
    ],
    [
      'an answer after a wrong password',
      [...announced, 'C: AUTH PLAIN eA==', 'S: 535 no', `C: ${encoded}`, 'S: 500 ?'],
    ],
    ['the end of an exchange that began before the text', [...challenge, `C: ${encoded}`, 'S: 235 ok']],
    [
      'an exchange in a text that begins with AUTH',
      ['C: AUTH LOGIN', ...challenge, `C: ${encoded}`, 'S: 235 ok'],
    ],
  ] as const) {
    it(`never prints a secret: ${name}`, () => {
      for (const dialect of ['smtp', 'bare'] as const) {
        const text = content.map(line => (dialect === 'bare' ? line.slice(3) : line))
        const file = folder.file('secret.smtp', lines(...text, 'C: NOOP'.slice(dialect === 'bare' ? 3 : 0)))
        for (const args of [['parse'], ['check'], ['check', '--format', 'json']]) {
          const { output, error } = cli(...args, '--dialect', dialect, file)
          for (const hidden of [secret, encoded, initial]) {
            assert.ok(!(output + error).includes(hidden), `${args.join(' ')}, ${dialect}: ${output}`)
          }
        }
      }
    })
  }
})
