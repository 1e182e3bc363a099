import assert from 'node:assert/strict'
import { cli, lines, temporaryFolder } from './running.ts'

describe('smtp-transcript convert', () => {
  const folder = temporaryFolder()
  const said = ['220 mx ESMTP', 'EHLO c', '250 mx', 'QUIT', '221 bye']
  const own = folder.file('own.smtp', lines(...said.map(line => `${/^\d/.test(line) ? 'S' : 'C'}: ${line}`)))

  it('prints the same session in another dialect', () => {
    for (const [to, [client, server]] of [
      ['smtp', ['C: ', 'S: ']],
      ['swaks', [' -> ', '<-  ']],
      ['curl', ['> ', '< ']],
      ['bare', ['', '']],
    ] as const) {
      assert.deepEqual(cli('convert', '--to', to, own), {
        status: 0,
        output: lines(...said.map(line => (/^\d/.test(line) ? server : client) + line)),
        error: '',
      })
    }
  })

  it('reads the dialect that it is told', () => {
    const text = folder.file(
      'mixed.txt',
      lines(...said.map(line => `${/^\d/.test(line) ? '<' : '>'} ${line}`)),
    )
    const { output } = cli('convert', '--dialect', 'curl', '--to', 'bare', text)
    assert.equal(output, lines(...said))
    assert.equal(cli('convert', '--dialect', 'swaks', '--to', 'bare', text).status, 2)
  })

  it('says on standard error what the dialect cannot tell', () => {
    const chunk = folder.file('chunk.smtp', lines('C: BDAT 99', 'C: only this', 'S: 421 no time'))
    const { status, output, error } = cli('convert', '--to', 'bare', chunk)
    assert.equal(status, 0)
    assert.equal(output, lines('BDAT 99', 'only this', '421 no time'))
    assert.match(error, /^smtp-transcript: [^\n]*chunk\.smtp: [^\n]*line 3 [^\n]*bare[^\n]*\n$/)
    assert.equal(cli('convert', '--to', 'swaks', chunk).error, '')
  })

  for (const [name, args, message] of [
    ['no target', ['convert', own], /--to.*smtp, swaks, curl, bare/],
    ['an unknown target', ['convert', '--to', 'exim', own], /'exim'.*smtp, swaks, curl, bare/],
    ['no file', ['convert', '--to', 'smtp'], /file is missing/],
    ['two files', ['convert', '--to', 'smtp', own, own], /2 files are too many/],
    ['a file that is missing', ['convert', '--to', 'smtp', folder.file('no.smtp')], /no\.smtp: .*no such/],
    [
      'a text without a session',
      ['convert', '--to', 'smtp', folder.file('note.txt', 'Just a note.\n')],
      /note\.txt: no SMTP session/,
    ],
  ] as const) {
    it(`meets ${name} with one line, and ends with 2`, () => {
      const { status, output, error } = cli(...args)
      assert.equal(output, '')
      assert.match(error, /^smtp-transcript: [^\n]+\n$/)
      assert.match(error, message)
      assert.equal(status, 2)
    })
  }
})
