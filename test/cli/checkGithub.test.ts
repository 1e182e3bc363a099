import assert from 'node:assert/strict'
import { join } from 'node:path'
import { deferred } from './checking.ts'
import { cli, lines, temporaryFolder } from './running.ts'

/** A path as the value of a property. */
function property(path: string): string {
  return path.replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C')
}

describe('smtp-transcript check --format github', () => {
  const folder = temporaryFolder()
  const file = folder.file('a.smtp', deferred)
  const wrong = folder.file(
    'wrong.smtp',
    lines('S: 220 mx ESMTP', 'C: EHLO c', 'S: 250 mx', 'C: DATA', 'S: 503 no', 'C: QUIT', 'S: 221 bye'),
  )
  const github = (...args: readonly string[]) => cli('check', '--format', 'github', ...args)

  it('prints one line for each problem, where it stands and how bad it is', () => {
    const { status, output, error } = github(wrong, file)
    assert.deepEqual([status, error], [1, ''])
    assert.deepEqual(output.split('\n'), [
      `::error file=${property(wrong)},line=4,col=4,endLine=4,endColumn=8,title=sequence/data-without-mail::DATA without MAIL and RCPT.`,
      `::warning file=${property(file)},line=8,col=4,endLine=8,endColumn=8,title=sequence/data-after-all-rcpt-refused::The only recipient was refused (450); DATA will get 503 or 554. The refusals are temporary: try the message again later, do not bounce it.`,
      `::warning file=${property(file)},line=10,col=4,endLine=10,endColumn=8,title=sequence/mail-after-refused-data::DATA was refused, but the transaction is still open; RSET is needed before the next MAIL.`,
      '',
    ])
  })

  it('calls information and hints a notice', () => {
    for (const severity of ['information', 'hint']) {
      const { status, output } = github('--rule', `sequence/data-without-mail=${severity}`, wrong)
      assert.equal(status, 0)
      assert.match(output, /^::notice file=[^\n]*,title=sequence\/data-without-mail::[^\n]+\n$/)
    }
  })

  it('prints nothing where nothing is wrong', () => {
    const clean = folder.file('clean.smtp', lines('S: 220 mx ESMTP', 'C: QUIT', 'S: 221 bye'))
    assert.deepEqual(github(clean), { status: 0, output: '', error: '' })
  })

  it('writes what would end a property or a line in another way', () => {
    const odd = folder.file('50%, a: b\r\nc.smtp', deferred)
    const [first = ''] = github(odd).output.split('\n')
    assert.match(first, /^::warning file=[^,:]*\/50%25%2C a%3A b%0D%0Ac\.smtp,line=8,/)
    const { output } = github('100%, b:\r\n::error::c.smtp')
    assert.equal(
      output,
      '::error file=100%25%2C b%3A%0D%0A%3A%3Aerror%3A%3Ac.smtp,title=smtp-transcript::' +
        '100%25, b:%0D%0A::error::c.smtp: there is no such file\n',
    )
  })

  it('names files as a checkout has them', () => {
    const mistakes = join('examples', 'classic-mistakes.smtp')
    assert.match(github(join('.', mistakes)).output, /^::error file=examples\/classic-mistakes\.smtp,line=6,/)
    assert.equal(github(`./${mistakes}`).output, github(mistakes).output)
  })

  it('tells of files that cannot be read, and of those without any session', () => {
    const note = folder.file('note.txt', 'Just a note.\n')
    const { status, output, error } = github('missing.smtp', note)
    assert.equal(status, 2)
    assert.match(error, /^smtp-transcript: missing\.smtp: [^\n]+\n$/)
    assert.deepEqual(output.split('\n'), [
      '::error file=missing.smtp,title=smtp-transcript::missing.smtp: there is no such file',
      `::warning file=${property(note)},title=smtp-transcript::${note}: no SMTP session found`,
      '',
    ])
  })

  it('says in the end how many problems it does not show', () => {
    const { output } = github('--max-problems', '1', wrong, file)
    const [first = '', last, ...others] = output.split('\n')
    assert.match(first, /^::error .*data-without-mail/)
    assert.equal(last, '::notice title=smtp-transcript::2 more problems are not shown (--max-problems 1)')
    assert.deepEqual(others, [''])
  })
})
