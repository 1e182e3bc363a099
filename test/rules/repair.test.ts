import assert from 'node:assert/strict'
import { checkTranscript } from '../../server/rules/check.ts'
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
