import assert from 'node:assert/strict'
import { type Checked, checkedJson, deferred } from './checking.ts'
import { cli, lines, temporaryFolder } from './running.ts'

describe('smtp-transcript check --format json', () => {
  const folder = temporaryFolder()
  const file = folder.file('a.smtp', deferred)
  const clean = folder.file('clean.smtp', lines('S: 220 mx ESMTP', 'C: QUIT', 'S: 221 bye'))

  it('prints each field of a problem, lines and columns from 1', () => {
    const { problems } = checkedJson(file)
    assert.deepEqual(
      problems.map(({ rule, line }) => [rule, line]),
      [
        ['sequence/data-after-all-rcpt-refused', 8],
        ['sequence/mail-after-refused-data', 10],
      ],
    )
    const [problem] = problems
    assert.ok(problem)
    const { message, fixes, related: _related, ...others } = problem
    assert.match(String(message), /^[A-Z].*\.$/)
    assert.deepEqual(others, {
      file,
      line: 8,
      column: 4,
      endLine: 8,
      endColumn: 8,
      rule: 'sequence/data-after-all-rcpt-refused',
      severity: 'warning',
      fault: 'client',
      url: 'https://www.rfc-editor.org/rfc/rfc5321#section-3.3',
    })
    assert.deepEqual(
      fixes.find(({ title }) => title === 'Insert another RCPT TO before DATA'),
      {
        title: 'Insert another RCPT TO before DATA',
        edits: [
          { line: 8, column: 1, endLine: 8, endColumn: 1, newText: 'C: RCPT TO:<>\nS: 250 2.1.5 Ok\n' },
        ],
      },
    )
  })

  it('tells for each transaction how it came out, by the reply that decided it', () => {
    const [outcome, ...others] = checkedJson(file).outcomes
    assert.ok(outcome)
    const { explanation, ...fields } = outcome
    assert.deepEqual(fields, {
      file,
      session: 1,
      transaction: 1,
      result: 'deferred',
      line: 7,
      code: 450,
      enhancedCode: '4.2.0',
    })
    assert.match(String(explanation), /^The mailbox[^\n]*\.$/)
    assert.deepEqual(others, [])
  })

  it('has an outcome without decisive reply for a session that reached no transaction', () => {
    const [outcome] = checkedJson(clean).outcomes
    assert.deepEqual(outcome, {
      file: clean,
      session: 1,
      transaction: null,
      result: 'abandoned',
      line: null,
      code: null,
      enhancedCode: null,
      explanation: null,
    })
  })

  it('knows six results', () => {
    const start = ['S: 220 mx ESMTP', 'C: EHLO c', 'S: 250 mx', 'C: MAIL FROM:<a@x>', 'S: 250 OK']
    const [good, bad] = [
      ['C: RCPT TO:<b@x>', 'S: 250 OK'],
      ['C: RCPT TO:<c@x>', 'S: 550 5.1.1 nobody'],
    ]
    const sent = ['C: DATA', 'S: 354 go', 'C: hello', 'C: .', 'S: 250 2.0.0 queued']
    const quit = ['C: QUIT', 'S: 221 bye']
    const sessions = [
      [...start, ...good, ...sent, ...quit],
      [...start, ...good, ...bad, ...sent, ...quit],
      [...start, 'C: RCPT TO:<b@x>', 'S: 451 4.3.0 later', ...quit],
      [...start, ...bad, ...quit],
      [...start, ...good, ...quit],
      [...start, ...good],
    ]
    const { outcomes } = checkedJson(folder.file('six.smtp', lines(...sessions.flat())))
    assert.deepEqual(
      outcomes.map(({ session, transaction, result, line, code, enhancedCode }) => [
        ...[session, transaction, result],
        ...[line, code, enhancedCode],
      ]),
      [
        [1, 1, 'accepted', 12, 250, '2.0.0'],
        [2, 1, 'partly', 23, 550, '5.1.1'],
        [3, 1, 'deferred', 37, 451, '4.3.0'],
        [4, 1, 'refused', 46, 550, '5.1.1'],
        [5, 1, 'abandoned', null, null, null],
        [6, 1, 'unknown', null, null, null],
      ],
    )
    for (const { code, explanation } of outcomes) assert.equal(explanation === null, code === null)
  })

  it('sums up', () => {
    assert.deepEqual(checkedJson(file, clean).summary, {
      files: 2,
      sessions: 2,
      errors: 0,
      warnings: 2,
      information: 0,
      hints: 0,
    })
  })

  it('lists no more problems than it may, and counts them all', () => {
    const { problems, summary, outcomes } = checkedJson('--max-problems', '1', file)
    assert.deepEqual(
      problems.map(({ line }) => line),
      [8],
    )
    assert.equal(summary['warnings'], 2)
    assert.equal(outcomes.length, 1)
  })

  it('is one object for many files, and for none that can be read', () => {
    const { status, output, error } = cli('check', '--format', 'json', folder.file('none.smtp'))
    assert.equal(status, 2)
    assert.match(error, /none\.smtp/)
    const { problems, outcomes, summary } = JSON.parse(output) as Checked
    assert.deepEqual([problems, outcomes, summary['files']], [[], [], 0])
  })

  it('writes edits with the line ends of the file', () => {
    const { problems } = checkedJson(folder.file('crlf.smtp', deferred.replaceAll('\n', '\r\n')))
    const texts = JSON.stringify(problems.flatMap(({ fixes }) => fixes)).match(/"newText":"[^"]*"/g) ?? []
    assert.ok(texts.length > 0)
    for (const text of texts) assert.doesNotMatch(text, /(?<!\\r)\\n/)
  })
})
