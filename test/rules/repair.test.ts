import assert from 'node:assert/strict'
import { checkTranscript } from '../../server/rules/check.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { applyFix } from './applyFix.ts'

/** The text after the fix with that title, which some finding has to offer. */
function fixedBy(title: string, ...lines: string[]): string[] {
  const text = lines.join('\n')
  for (const { placed, problems } of checkTranscript(readTranscript(text))) {
    for (const fix of problems.flatMap(problem => problem.fixes())) {
      if (fix.title === title) return applyFix(text, placed.startLine, fix).split('\n')
    }
  }
  assert.fail(`nothing offers "${title}" in\n${text}`)
}

function titlesIn(...lines: string[]): string[] {
  const found = checkTranscript(readTranscript(lines.join('\n')))
  return found.flatMap(({ problems }) => problems.flatMap(problem => problem.fixes().map(fix => fix.title)))
}

describe('what a fix writes', () => {
  it('is indented as the lines around it', () => {
    const lines = ['220 mx ESMTP', '250 mx'].map(line => `   S: ${line}`)
    const [greeting = '', hello = ''] = lines
    const start = [greeting, '   C: EHLO c', hello, '   C: MAIL FROM:<a@c>', '   S: 250 ok']
    const nested = ['   C: MAIL FROM:<b@c>', '   S: 503 nested', '   C: QUIT', '   S: 221 bye']
    assert.deepEqual(fixedBy('Insert RSET before MAIL', ...start, ...nested).slice(5), [
      '   C: RSET',
      '   S: 250 OK',
      '   C: MAIL FROM:<b@c>',
      '   S: 250 OK',
      '   C: QUIT',
      '   S: 221 bye',
    ])
  })

  it('is under TLS where the connection was from its start', () => {
    const start = [
      '=== Connected to mx.',
      '<~  220 mx ESMTP',
      ' ~> EHLO c',
      '<~  250 mx',
      ' ~> MAIL FROM:<a@c>',
      '<~  250 ok',
    ]
    const nested = [' ~> MAIL FROM:<b@c>', '<~* 503 nested', ' ~> QUIT', '<~  221 bye']
    assert.deepEqual(fixedBy('Insert RSET before MAIL', ...start, ...nested).slice(6, 10), [
      ' ~> RSET',
      '<~  250 OK',
      ' ~> MAIL FROM:<b@c>',
      '<~  250 OK',
    ])
  })
})

describe('a fix that takes a command out', () => {
  it('takes the mail data behind it along', () => {
    const lines = ['C: EHLO c', 'C: RCPT TO:<b@x>', 'C: DATA', 'C: hello', 'C: .', 'C: QUIT']
    assert.deepEqual(fixedBy('Remove RCPT TO, which cannot work here', ...lines), ['C: EHLO c', 'C: QUIT'])
  })

  it('takes the octets of a chunk along', () => {
    const hello = ['S: 220 mx ESMTP', 'C: EHLO c', 'S: 250-mx', 'S: 250 CHUNKING']
    const lines = [...hello, 'C: BDAT 7 LAST', 'C: hello', 'S: 503 no', 'C: QUIT', 'S: 221 bye']
    assert.deepEqual(fixedBy('Remove BDAT, which cannot work here', ...lines), [
      ...hello,
      'C: QUIT',
      'S: 221 bye',
    ])
  })

  it('is not offered where it would leave lines without sense', () => {
    const lines = ['S: 554 no service', 'C: EHLO c', 'C: MAIL FROM:<a@c>', 'C: RCPT TO:<b@x>', 'C: DATA']
    const data = [
      'C: Subject: x',
      'C: .',
      'S: 503 no',
      'S: 503 no',
      'S: 503 no',
      'S: 503 no',
      'S: 500 what',
      'C: QUIT',
    ]
    for (const title of titlesIn(...lines, ...data)) {
      const fixed = fixedBy(title, ...lines, ...data)
      assert.ok(!fixed.includes('C: Subject: x') || fixed.includes('C: DATA'), fixed.join('\n'))
    }
  })
})

describe('a fix of what is written in many places', () => {
  const hello = ['S: 220 mx.example ESMTP', 'C: EHLO c', 'S: 250-mx.example', 'S: 250 AUTH LOGIN']
  const bye = ['C: QUIT', 'S: 221 bye']

  it('is one for all of them', () => {
    const vrfy = (code: number) => [
      'C: VRFY a',
      `S: ${code} VRFY is disabled`,
      'C: VRFY b',
      `S: ${code} VRFY is disabled`,
      'C: VRFY c',
      `S: ${code} VRFY is disabled`,
    ]
    assert.deepEqual(
      fixedBy('Change the code to 252, and the same in 2 more places', ...hello, ...vrfy(502), ...bye),
      [...hello, ...vrfy(252), ...bye],
    )
  })

  it('takes all challenges of a login', () => {
    const login = (first: string, second: string) => [
      'C: AUTH LOGIN',
      `S: 334 ${first}`,
      'C: ********',
      `S: 334 ${second}`,
      'C: ********',
      'S: 535 no',
    ]
    const fixed = fixedBy(
      'Encode the challenge in base64',
      ...hello,
      ...login('User name:', 'Pass word:'),
      ...bye,
    )
    const encode = (text: string) => Buffer.from(text).toString('base64')
    assert.deepEqual(fixed, [...hello, ...login(encode('User name:'), encode('Pass word:')), ...bye])
  })
})

describe('a fix that lets the server say more, or less', () => {
  const lhlo = ['S: 220 store.example LMTP', 'C: LHLO c', 'S: 250-store.example', 'S: 250 PIPELINING']
  const bye = ['C: QUIT', 'S: 221 bye']

  it('announces what LMTP needs, and what an extension needs', () => {
    const [greeting = '', hello = '', first = '', last = ''] = lhlo
    assert.deepEqual(fixedBy('Announce ENHANCEDSTATUSCODES', ...lhlo, ...bye), [
      greeting,
      hello,
      first,
      'S: 250-ENHANCEDSTATUSCODES',
      last,
      ...bye,
    ])
    const ehlo = ['S: 220 mx.example ESMTP', 'C: EHLO c', 'S: 250-mx.example', 'S: 250 SMTPUTF8']
    assert.deepEqual(fixedBy('Announce 8BITMIME', ...ehlo, ...bye), [
      ...ehlo.slice(0, 3),
      'S: 250-8BITMIME',
      'S: 250 SMTPUTF8',
      ...bye,
    ])
  })

  it('takes parameters from a keyword that has none', () => {
    const ehlo = ['S: 220 mx.example ESMTP', 'C: EHLO c', 'S: 250-mx.example', 'S: 250 8BITMIME yes']
    const fixed = fixedBy('Remove the parameters', ...ehlo, ...bye)
    assert.deepEqual(fixed, [...ehlo.slice(0, 3), 'S: 250 8BITMIME', ...bye])
  })

  it('answers a login that was given up with 501', () => {
    const login = (code: number) => [
      'C: AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6',
      'C: *',
      `S: ${code} 5.7.0 given up`,
    ]
    const hello = ['S: 220 mx.example ESMTP', 'C: EHLO c', 'S: 250-mx.example', 'S: 250 AUTH LOGIN']
    const fixed = fixedBy('Change the code to 501', ...hello, ...login(535), ...bye)
    assert.deepEqual(fixed, [...hello, ...login(501), ...bye])
  })

  it('takes out a reply that nobody asked for, where people write them', () => {
    const hello = ['S: 220 mx.example ESMTP', 'C: EHLO c', 'S: 250 mx.example', 'C: NOOP', 'S: 250 ok']
    assert.deepEqual(fixedBy('Remove this reply', ...hello, 'S: 250 queued', ...bye), [...hello, ...bye])
    const swaks = [
      '<-  220 mx.example',
      ' -> EHLO c',
      '<-  250 mx',
      '<-  250 queued',
      ' -> QUIT',
      '<-  221 bye',
    ]
    assert.ok(!titlesIn('=== Connected to mx.', ...swaks).includes('Remove this reply'))
  })

  it('answers a hello under TLS as the one in clear was, but for STARTTLS', () => {
    const hello = [
      'S: 220 mx.example ESMTP',
      'C: EHLO c',
      'S: 250-mx.example',
      'S: 250-AUTH PLAIN',
      'S: 250 STARTTLS',
    ]
    const tls = ['C: STARTTLS', 'S: 220 go']
    const rest = ['C: AUTH PLAIN ********', 'S: 503 say EHLO', ...bye]
    assert.deepEqual(fixedBy('Insert EHLO before AUTH', ...hello, ...tls, ...rest), [
      ...hello,
      ...tls,
      'C: EHLO c',
      'S: 250-mx.example',
      'S: 250 AUTH PLAIN',
      ...rest,
    ])
  })

  it('answers what came behind QUIT, once QUIT has gone behind it', () => {
    const hello = ['S: 220 mx.example ESMTP', 'C: EHLO c', 'S: 250 mx.example']
    const moved = fixedBy('Move QUIT to the end of the session', ...hello, ...bye, 'C: NOOP', 'C: RSET')
    assert.deepEqual(moved, [...hello, 'C: NOOP', 'S: 250 OK', 'C: RSET', 'S: 250 OK', ...bye])
  })

  it('does not move QUIT behind what would need more than a reply', () => {
    const hello = ['S: 220 mx.example ESMTP', 'C: EHLO c', 'S: 250 mx.example']
    const titles = titlesIn(...hello, ...bye, 'C: MAIL FROM:<a@c>', 'C: RCPT TO:<b@x>', 'C: DATA')
    assert.ok(titles.length > 0 && !titles.includes('Move QUIT to the end of the session'))
  })

  it('ends a message of chunks as one', () => {
    const hello = ['S: 220 mx.example ESMTP', 'C: EHLO c', 'S: 250-mx.example', 'S: 250 CHUNKING']
    const mail = [
      'C: MAIL FROM:<a@c>',
      'S: 250 ok',
      'C: RCPT TO:<b@x>',
      'S: 250 ok',
      'C: BDAT 7',
      'C: hello',
      'S: 250 ok',
    ]
    const fixed = fixedBy('Replace DATA by BDAT 0 LAST', ...hello, ...mail, 'C: DATA', 'S: 503 no', ...bye)
    assert.deepEqual(fixed, [...hello, ...mail, 'C: BDAT 0 LAST', 'S: 250 OK', ...bye])
  })

  it('does not change how the next session begins', () => {
    const first = ['C: EHLO c', 'S: 250 mx.example', ...bye]
    const second = ['C: EHLO d', 'S: 250 mx.example', ...bye]
    assert.equal(readTranscript([...first, ...second].join('\n')).sessions.length, 2)
    for (const title of titlesIn(...first, ...second)) {
      const fixed = readTranscript(fixedBy(title, ...first, ...second).join('\n'))
      assert.equal(fixed.sessions.length, 2, title)
    }
  })
})

/** The text after the first fix with that title when all rules are asked. */
function strictlyFixed(title: string, ...lines: string[]): string[] {
  const text = lines.join('\n')
  const asked = { ...defaultSettings, profile: 'strict' } as const
  for (const { placed, problems } of checkTranscript(readTranscript(text), asked)) {
    const fix = problems.flatMap(problem => problem.fixes()).find(one => one.title === title)
    if (fix) return applyFix(text, placed.startLine, fix).split('\n')
  }
  assert.fail(`nothing offers "${title}" in\n${text}`)
}

describe('a fix of what is offered in clear', () => {
  const begin = ['S: 220 mx.example ESMTP', 'C: EHLO c', 'S: 250-mx.example', 'S: 250-STARTTLS']
  const bye = ['C: QUIT', 'S: 221 bye']

  it('leaves the mechanisms that hide the password', () => {
    assert.deepEqual(
      strictlyFixed(
        'Remove PLAIN and LOGIN from the offer',
        ...begin,
        'S: 250 AUTH PLAIN CRAM-MD5 LOGIN',
        ...bye,
      ),
      [...begin, 'S: 250 AUTH CRAM-MD5', ...bye],
    )
  })

  it('takes the line out where none is left', () => {
    assert.deepEqual(strictlyFixed('Remove PLAIN from the offer', ...begin, 'S: 250 AUTH PLAIN', ...bye), [
      ...begin.slice(0, 3),
      'S: 250 STARTTLS',
      ...bye,
    ])
  })
})
