import assert from 'node:assert/strict'
import { checkedJson, deferred } from './checking.ts'
import { cli, lines, temporaryFolder } from './running.ts'

describe('smtp-transcript check', () => {
  const folder = temporaryFolder()
  const file = folder.file('a.smtp', deferred)
  const clean = folder.file('clean.smtp', lines('S: 220 mx ESMTP', 'C: QUIT', 'S: 221 bye'))

  describe('as text', () => {
    it('prints a problem on a line that an editor can jump to, and the outcome under it', () => {
      const { status, output, error } = cli('check', file)
      assert.equal(error, '')
      assert.equal(status, 0)
      const [first, second, outcome, sum, ...others] = output.split('\n')
      assert.ok(first?.startsWith(`${file}:8:4: warning: `), first)
      assert.ok(first?.endsWith(' [sequence/data-after-all-rcpt-refused]'), first)
      assert.ok(second?.startsWith(`${file}:10:4: warning: `), second)
      assert.match(outcome ?? '', /deferred.*RCPT TO:<bob@example\.org>.*line 7: 450 4\.2\.0.*mailbox/)
      assert.match(sum ?? '', /1 file, 1 session: 0 errors, 2 warnings, 0 information, 0 hints/)
      assert.deepEqual(others, [''])
    })

    it('says how many problems it does not show', () => {
      const { output } = cli('check', '--max-problems', '1', file)
      assert.match(output, /1 more problem/)
      assert.ok(!output.includes('sequence/mail-after-refused-data'))
    })

    it('names the ids of sessions, and the marks of a format that nobody has described', () => {
      const head = (id: string) => `10:00:00 [${id}] `
      const said = [
        '<= 220 mx.example.org',
        '=> EHLO a.example',
        '<= 250 mx.example.org',
        '=> QUIT',
        '<= 221 bye',
      ]
      const log = said.flatMap(line => ['aa11', 'bb22'].map(id => head(id) + line))
      const { output } = cli('check', folder.file('app.log', lines(...log)))
      assert.match(output, /app\.log: read by its marks, for sure \(client: ".*=>"; server: ".*<="\)\n/)
      assert.match(output, /session 1 \(aa11\): /)
      assert.match(output, /session 2 \(bb22\): /)
    })

    it('says that there is nothing to read in a text without a session', () => {
      const { status, output } = cli('check', folder.file('note.txt', 'Just a note.\n'))
      assert.equal(status, 0)
      assert.match(output, /note\.txt: no SMTP session/)
    })
  })

  describe('with --rule', () => {
    const off = ['--rule', 'sequence/data-after-all-rcpt-refused=off']

    it('leaves a rule out', () => {
      assert.deepEqual(
        checkedJson(...off, file).problems.map(({ rule }) => rule),
        ['sequence/mail-after-refused-data'],
      )
    })

    it('changes a severity, and so the exit status', () => {
      const raise = ['--rule', 'sequence/mail-after-refused-data=error']
      const { problems, summary } = checkedJson(...off, ...raise, file)
      assert.deepEqual(
        problems.map(({ severity }) => severity),
        ['error'],
      )
      assert.equal(summary['errors'], 1)
      assert.equal(cli('check', file).status, 0)
      assert.equal(cli('check', ...raise, file).status, 1)
      assert.equal(cli('check', ...raise, '--rule', 'sequence/mail-after-refused-data=hint', file).status, 0)
    })

    it('turns on what is off unless asked for', () => {
      const text = folder.file(
        'rset.smtp',
        lines('S: 220 mx ESMTP', 'C: RSET', 'S: 250 OK', 'C: QUIT', 'S: 221 bye'),
      )
      assert.deepEqual(checkedJson(text).problems, [])
      assert.deepEqual(
        checkedJson('--rule', 'sequence/redundant-rset=hint', text).problems.map(({ rule, severity }) => [
          rule,
          severity,
        ]),
        [['sequence/redundant-rset', 'hint']],
      )
    })
  })

  it('ends with 1 for an error, also where other files are clean', () => {
    const wrong = folder.file(
      'wrong.smtp',
      lines('S: 220 mx ESMTP', 'C: EHLO c', 'S: 250 mx', 'C: DATA', 'S: 503 no'),
    )
    assert.equal(cli('check', wrong).status, 1)
    assert.equal(cli('check', wrong, clean).status, 1)
    assert.equal(cli('check', clean).status, 0)
  })

  it('reads the other files where one is missing, and ends with 2', () => {
    const missing = folder.file('missing.smtp')
    const { status, output, error } = cli('check', clean, missing, file)
    assert.equal(status, 2)
    assert.match(error, /^smtp-transcript: [^\n]*missing\.smtp: [^\n]+\n$/)
    assert.match(output, /2 files, 2 sessions/)
    assert.match(output, /a\.smtp:8:4/)
  })
})
