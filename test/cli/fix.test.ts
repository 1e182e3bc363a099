import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { patchOctets } from '../../server/cli/patchOctets.ts'
import { checkedJson, deferred } from './checking.ts'
import { cli, lines, temporaryFolder } from './running.ts'

const misspelt = lines(
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.net',
  'S: 250 mx.example.org',
  'C: MAIL FROM:anna@example.net',
  'S: 501 5.5.4 Syntax: MAIL FROM:<address>',
  'C: MAIL FROM:<anna@example.net>',
  'S: 250 ok',
  'C: RCPT TO:<bob@example.org>',
  'S: 250 ok',
  'C: DATA',
  'S: 354 go ahead',
  'C: From: anna@example.net',
  'C: Date: Mon, 2 Mar 2026 10:15:00 +0000',
  'C:',
  'C: .bashrc',
  'C: .',
  'S: 250 ok',
  'C: MAIL FROM:<news@example.net>',
  'S: 250 ok',
  'C: MAIL FROM:<news@example.net>',
  'S: 503 nested',
  'C: QUIT',
  'S: 221 bye',
)
const spelt = misspelt
  .replace('FROM:anna@example.net', 'FROM:<anna@example.net>')
  .replace('.bashrc', '..bashrc')

/** Runs the built program on this input. */
function filtered(input: string): { status: number | null; output: string; error: string } {
  const program = join('dist', 'cli.js')
  const ran = spawnSync(process.execPath, [program, 'check', '--fix', '-'], { input, encoding: 'utf8' })
  return { status: ran.status, output: ran.stdout, error: ran.stderr }
}

/** Does something as somebody who must not write everything, as root may. */
function asOrdinaryUser<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work()
  const nobody = 65534
  process.seteuid?.(nobody)
  try {
    return work()
  } finally {
    process.seteuid?.(0)
  }
}

describe('smtp-transcript check --fix', () => {
  const folder = temporaryFolder()
  const read = (file: string) => readFileSync(file, 'utf8')

  it('makes what is safe in the file, says what that was, and tells what remains', () => {
    const file = folder.file('misspelt.smtp', misspelt)
    const { status, output, error } = cli('check', '--fix', file)
    assert.equal(error, '')
    assert.equal(read(file), spelt)
    const told = output.split('\n')
    assert.equal(
      told[0],
      `${file}:4: fixed: Put the address into angle brackets [syntax/missing-angle-brackets]`,
    )
    assert.equal(told[1], `${file}:15: fixed: Double the dot [data/not-dot-stuffed]`)
    assert.ok(told[2]?.startsWith(`${file}:20:4: error: `) && told[2].endsWith('[sequence/nested-mail]'))
    assert.ok(told.includes('2 problems were fixed'))
    assert.match(output, /1 file, 1 session: 1 error, 0 warnings/)
    assert.equal(status, 1)
  })

  it('makes nothing more the second time, and does not write the file then', () => {
    const file = folder.file('twice.smtp', misspelt)
    cli('check', '--fix', file)
    utimesSync(file, 1000, 1000)
    const { output } = cli('check', '--fix', file)
    assert.ok(!output.includes('fixed'))
    assert.equal(statSync(file).mtimeMs, 1000 * 1000)
  })

  it('leaves files alone without it', () => {
    const file = folder.file('alone.smtp', misspelt)
    assert.ok(!cli('check', file).output.includes('fixed'))
    assert.equal(read(file), misspelt)
  })

  it('heeds the dialect, the rules and the profile that are chosen', () => {
    const file = folder.file('chosen.smtp', misspelt)
    cli('check', '--fix', '--rule', 'syntax/missing-angle-brackets=off', file)
    assert.equal(read(file), misspelt.replace('.bashrc', '..bashrc'))
    cli('check', '--fix', '--dialect', 'swaks', file)
    assert.equal(read(file), misspelt.replace('.bashrc', '..bashrc'))
  })

  it('tells in JSON what was fixed', () => {
    const file = folder.file('json.smtp', misspelt)
    const { fixed, problems } = checkedJson('--fix', file) as ReturnType<typeof checkedJson> & {
      readonly fixed: unknown
    }
    assert.deepEqual(fixed, [
      {
        file,
        line: 4,
        rule: 'syntax/missing-angle-brackets',
        title: 'Put the address into angle brackets',
      },
      { file, line: 15, rule: 'data/not-dot-stuffed', title: 'Double the dot' },
    ])
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['sequence/nested-mail'],
    )
    assert.ok(!('fixed' in checkedJson(file)))
    const clean = folder.file('clean.smtp', deferred)
    assert.deepEqual((checkedJson('--fix', clean) as unknown as { fixed: unknown }).fixed, [])
  })

  it('tells it to GitHub and in SARIF', () => {
    const github = folder.file('github.smtp', misspelt)
    assert.match(
      cli('check', '--fix', '--format', 'github', github).output,
      /^::notice .*2 problems were fixed\n/,
    )
    const sarif = folder.file('sarif.smtp', misspelt)
    const log = JSON.parse(cli('check', '--fix', '--format', 'sarif', sarif).output)
    const [{ descriptor, level, message }] = log.runs[0].invocations[0].toolExecutionNotifications
    assert.equal(descriptor.id, 'problems-fixed')
    assert.equal(level, 'note')
    assert.equal(message.text, `${sarif}: 2 problems were fixed`)
  })

  for (const [name, encode] of [
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little-endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big-endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ] as const) {
    it(`keeps the encoding: ${name}`, () => {
      const withName = (text: string) => text.replace('C: From: anna', 'C: From: Änna €😀 <anna')
      const file = folder.file('encoded.smtp', encode(withName(misspelt)))
      cli('check', '--fix', file)
      assert.deepEqual(readFileSync(file), encode(withName(spelt)))
    })
  }

  it('keeps line ends of all kinds, and octets that are no text', () => {
    const mixed = (text: string) =>
      text
        .replace('ESMTP\n', 'ESMTP\r\n')
        .replace('C: DATA\n', 'C: DATA\r')
        .replace('.bashrc', '.\u00e9\u00ff bashrc \u00c3')
        .replace(/\n$/, '')
    const file = folder.file('mixed.smtp', Buffer.from(mixed(misspelt), 'latin1'))
    cli('check', '--fix', file)
    const expected = mixed(misspelt)
      .replace('FROM:anna@example.net', 'FROM:<anna@example.net>')
      .replace('C: .\u00e9', 'C: ..\u00e9')
    assert.deepEqual(readFileSync(file), Buffer.from(expected, 'latin1'))
  })

  it('writes the fixed text of standard input to standard output, changed or not, and what it tells beside it', () => {
    for (const [source, expected] of [
      [misspelt, spelt],
      [deferred, deferred],
    ] as const) {
      const { status, output, error } = filtered(source)
      assert.equal(output, expected)
      assert.match(error, /session/)
      assert.equal(error.includes('2 problems were fixed'), source === misspelt)
      assert.equal(status, source === misspelt ? 1 : 0)
    }
  })

  it('takes standard input only by itself', () => {
    const file = folder.file('beside.smtp', misspelt)
    const { status, error } = cli('check', '--fix', '-', file)
    assert.equal(status, 2)
    assert.equal(error, 'smtp-transcript: --fix takes - only by itself\n')
    assert.equal(read(file), misspelt)
  })

  it('says what it cannot fix, and goes on with the others', () => {
    const missing = folder.file('missing.smtp')
    const binary = folder.file('binary.smtp', new Uint8Array(100))
    const file = folder.file('other.smtp', misspelt)
    const { status, error } = cli('check', '--fix', missing, binary, file)
    assert.equal(status, 2)
    assert.deepEqual(error.split('\n'), [
      `smtp-transcript: ${missing}: there is no such file`,
      `smtp-transcript: ${binary}: this is not a text file`,
      '',
    ])
    assert.equal(read(file), spelt)
  })

  it('fixes only what it can read again', function () {
    const pipe = folder.file('pipe')
    if (spawnSync('mkfifo', [pipe]).status !== 0) this.skip()
    assert.equal(cli('check', '--fix', pipe).error, `smtp-transcript: ${pipe}: only a file can be fixed\n`)
  })

  it('says that a file must not be written, where there is something to fix', () => {
    const file = folder.file('read-only.smtp', misspelt)
    chmodSync(file, 0o444)
    chmodSync(dirname(file), 0o755)
    const { status, error } = asOrdinaryUser(() => cli('check', '--fix', file))
    assert.equal(status, 2)
    assert.match(error, /read-only\.smtp: it could be fixed, but the file must not be written\n$/)
    assert.equal(read(file), misspelt)
  })
})

describe('octets after edits', () => {
  const invalid = fc.constantFrom(
    [0xff],
    [0xc3],
    [0xe2, 0x82],
    [0xf0, 0x9f, 0x98],
    [0xed, 0xa0, 0x80],
    [0x80],
  )
  const valid = fc
    .constantFrom('a', '.', 'é', '€', '😀', '\ufffd', '\n', '\r', '\r\n')
    .map(text => [...Buffer.from(text)])

  it('are those of the edited text, and the others are what they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: valid }, { weight: 1, arbitrary: invalid }), {
          maxLength: 20,
        }),
        fc.nat(6),
        fc.nat(8),
        fc.nat(3),
        (parts, line, character, length) => {
          const octets = Buffer.from(parts.flat())
          const text = new TextDecoder('utf-8').decode(octets)
          const all = text.split(/\r\n|\n|\r/)
          const row = all[line]
          if (row === undefined) return
          // An editor puts no edit between the halves of a character.
          const at = Math.min(character, row.length)
          const end = Math.min(at + length, row.length)
          if (/[\udc00-\udfff]/.test((row[at] ?? '') + (row[end] ?? ''))) return
          const range = { start: { line, character: at }, end: { line, character: end } }
          const patched = patchOctets(octets, [{ range, newText: 'X' }])
          const from = text
            .split(/(?<=\r\n|\n|\r(?!\n))/)
            .slice(0, line)
            .join('').length
          const expected = `${text.slice(0, from + at)}X${text.slice(from + end)}`
          assert.equal(new TextDecoder('utf-8').decode(patched), expected)
          const cut = Buffer.from(patched).indexOf('X')
          assert.deepEqual(patched.subarray(0, cut), octets.subarray(0, cut))
          const rest = patched.length - cut - 1
          assert.deepEqual(patched.subarray(cut + 1), octets.subarray(octets.length - rest))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
