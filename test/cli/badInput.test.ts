import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync } from 'node:fs'
import { cli, jsonLines, lines, temporaryFolder } from './running.ts'

const megabytes = 10 * 1024 * 1024
const session = lines(
  'S: 220 mx ESMTP',
  'C: EHLO c',
  'S: 250 mx',
  'C: DATA',
  'S: 503 no',
  'C: QUIT',
  'S: 221 bye',
)
const commands = [
  ['parse'],
  ['check'],
  ...['json', 'sarif', 'github'].map(format => ['check', '--format', format] as const),
] as const

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

describe('bad input on the command line', () => {
  const folder = temporaryFolder()

  /** Wrong input: one line that names the file and the cause; status 2. */
  function assertUnreadable(file: string, cause: RegExp): void {
    for (const command of commands) {
      const { status, error } = cli(...command, file)
      assert.equal(status, 2)
      assert.match(error, /^smtp-transcript: [^\n]+\n$/)
      assert.ok(error.includes(file.replaceAll('\0', '?')) || error.includes(file), error)
      assert.match(error, cause)
    }
  }

  it('a file that is missing', () => {
    assertUnreadable(folder.file('missing.smtp'), /no such file/)
  })

  it('a folder', () => {
    const path = folder.file('folder.smtp')
    mkdirSync(path)
    assertUnreadable(path, /folder/)
  })

  it('files that cannot be read', () => {
    const file = folder.file('file.smtp', session)
    assertUnreadable(`${file}/below`, /: \S/)
    const loop = folder.file('loop.smtp')
    symlinkSync(loop, loop)
    assertUnreadable(loop, /: \S/)
    assertUnreadable(folder.file('x'.repeat(5_000)), /: \S/)
  })

  it('binary files of several kinds', () => {
    const noise = Array.from({ length: 2_000 }, (_, index) => (index * 7919) & 0xff)
    for (const [name, start] of [
      ['program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]],
      ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
      ['jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10]],
      ['mp3', [0xff, 0xfb, 0x90, 0x64]],
      ['gzip', [0x1f, 0x8b, 8, 0]],
    ] as const) {
      assertUnreadable(folder.file(`${name}.smtp`, Uint8Array.from([...start, ...noise])), /not a text file/)
    }
  })

  it('an empty file, and one of nothing but line ends', () => {
    for (const content of ['', '\n', '\r\n\r\n\r', '\ufeff']) {
      const file = folder.file('empty.smtp', content)
      assert.deepEqual(cli('parse', file), { status: 0, output: '', error: '' })
      const { status, output, error } = cli('check', file)
      assert.deepEqual([status, error], [0, ''])
      assert.match(output, /empty\.smtp: no SMTP session/)
    }
  })

  it('one line of 10 MB, of any kind: it is cut, and that is said once', function () {
    this.timeout(60_000)
    for (const line of [
      'x'.repeat(megabytes),
      `C: ${'x '.repeat(megabytes / 2)}`,
      `S: 250 ${'4.2.0 '.repeat(megabytes / 6)}`,
    ]) {
      const file = folder.file('long.smtp', `${session}${line}`)
      for (const command of commands) {
        const { status, error } = cli(...command, file)
        const told = 'line 8 is longer than 1 MiB; only its beginning was read'
        assert.equal(error, `smtp-transcript: ${file}: ${told}\n`)
        assert.equal(status, command[0] === 'parse' ? 0 : 1)
      }
    }
  })

  /** Reads the session in spite of what stands in and around it. */
  function assertReads(content: string | Uint8Array): void {
    const file = folder.file('odd.smtp', content)
    const { status, output } = cli('check', file)
    assert.match(output, /\[sequence\/data-without-mail\]/)
    assert.equal(status, 1)
    const [first] = jsonLines(cli('parse', file).output)
    assert.equal(first?.['ending'], 'quit')
  }

  it('a few NULs and other control characters in a session', () => {
    assertReads(`\0${session.replace('250 mx', '250 m\0x\u0001\u001b[31m')}`)
  })

  it('lone CRs, CRLF and a mixture', () => {
    assertReads(session.replaceAll('\n', '\r'))
    assertReads(session.replaceAll('\n', '\r\n'))
    assertReads(session.replace('\n', '\r').replace('\n', '\r\n'))
  })

  it('octets that are no UTF-8', () => {
    const bytes = Buffer.from(session.replace('250 mx', '250 m\u00fc\u00fcx'), 'latin1')
    assertReads(bytes)
    assertReads(Buffer.concat([Buffer.from([0xc3, 0x28, 0xed, 0xa0, 0x80, 0x0a]), bytes]))
  })

  it('UTF-8 and UTF-16 with a byte order mark', () => {
    assertReads(`\ufeff${session}`)
    assertReads(utf16(session, false))
    assertReads(utf16(session, true))
    const { problems } = JSON.parse(cli('check', '--format', 'json', folder.file('odd.smtp')).output)
    assert.deepEqual([problems[0].line, problems[0].column], [4, 4])
  })

  it('a byte order mark does not move the columns of the first line', () => {
    const file = folder.file(
      'mark.smtp',
      '\ufeffC: EHLO c\nS: 220 mx ESMTP\nS: 250 mx\nC: QUIT\nS: 221 bye\n',
    )
    const { problems } = JSON.parse(cli('check', '--format', 'json', file).output)
    assert.deepEqual([problems[0].line, problems[0].column], [1, 4])
  })
})
