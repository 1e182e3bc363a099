import assert from 'node:assert/strict'
import { dialects } from '../../server/transcript/dialects/registry.ts'
import { cli, lines, temporaryFolder, version } from './running.ts'

/** Wrong use: nothing on standard output, one line on standard error that names the program, status 2. */
function assertWrongUse(args: readonly string[], message: RegExp): void {
  const { status, output, error } = cli(...args)
  assert.equal(output, '')
  assert.match(error, /^smtp-transcript[^\n]*: [^\n]+\n$/)
  assert.match(error, message)
  assert.equal(status, 2)
}

describe('the command line', () => {
  const folder = temporaryFolder()
  const clean = folder.file('clean.smtp', lines('S: 220 mx ESMTP', 'C: QUIT', 'S: 221 bye'))

  it('helps, before and behind a command', () => {
    for (const args of [
      ['--help'],
      ['check', '--help'],
      ['parse', '--help'],
      ['explain', '--help'],
      ['convert', '--help'],
    ]) {
      const { status, output, error } = cli(...args)
      assert.equal(status, 0)
      assert.equal(error, '')
      assert.match(output, /^Usage:/m)
      assert.match(output, /Exit status: 0 .*1 .*2 /)
    }
  })

  it('lists only commands, formats and dialects that work', () => {
    const { output } = cli('--help')
    const commands = [...output.matchAll(/^ {2}smtp-transcript (\w+)/gm)].map(([, command]) => command)
    assert.deepEqual([...new Set(commands)].sort(), ['check', 'convert', 'explain', 'parse'])
    for (const other of ['redact', 'diagram', 'sandbox', 'lsp']) {
      assert.ok(!output.includes(other), other)
    }
    for (const { name } of dialects) {
      assert.match(output, new RegExp(`^Dialects:\\n(?:  .*\\n)*  (?:.* )?${name}(?:,|$)`, 'm'))
      assert.ok(cli('check', '--dialect', name, clean).status < 2, name)
    }
    for (const [option, values] of [
      ['format', ['text', 'json', 'sarif', 'github']],
      ['profile', ['lenient', 'standard', 'strict']],
    ] as const) {
      const [told = ''] = new RegExp(`^  --${option} .*\\n(?: {20}.*\\n)*`, 'm').exec(output) ?? []
      for (const value of values) {
        assert.match(told, new RegExp(`\\b${value}\\b`))
        assert.equal(cli('check', `--${option}`, value, clean).status, 0)
      }
    }
  })

  it('lists the dialects in lines of at most 80 columns', () => {
    const names = /^Dialects:\n((?: {2}.*\n)*)/m.exec(cli('--help').output)?.[1] ?? ''
    assert.deepEqual(
      names.split(/,\s+/).map(name => name.trim()),
      dialects.map(({ name }) => name),
    )
    for (const line of names.split('\n')) assert.ok(line.length <= 80, line)
  })

  it('tells its version, before and behind a command', () => {
    for (const args of [
      ['--version'],
      ['check', '--version'],
      ['parse', '--version'],
      ['explain', '--version'],
    ]) {
      assert.deepEqual(cli(...args), { status: 0, output: `${version}\n`, error: '' }, args.join(' '))
    }
  })

  for (const [name, args, message] of [
    ['no command', [], /command is missing/],
    ['an unknown command', ['chek', clean], /no command 'chek'/],
    ['a command that does not work yet', ['redact', clean], /no command 'redact'/],
    ['an unknown option', ['check', '--formt', 'json', clean], /--formt/],
    ['an option of check', ['parse', '--fix', clean], /--fix/],
    ['an option of another command', ['parse', '--format', 'json', clean], /--format/],
    ['an option without its value', ['check', clean, '--format'], /--format/],
    [
      'an unknown format',
      ['check', '--format', 'xml', clean],
      /no format 'xml'.*text, json, sarif and github/,
    ],
    [
      'an unknown profile',
      ['check', '--profile', 'harsh', clean],
      /no profile 'harsh'.*lenient, standard, strict/,
    ],
    [
      'an unknown dialect',
      ['parse', '--dialect', 'klingon', clean],
      /no dialect 'klingon'.*smtp.*bare.*swaks/,
    ],
    ['an unknown rule', ['check', '--rule', 'sequence/nothing=off', clean], /no rule 'sequence\/nothing'/],
    ['a rule without a severity', ['check', '--rule', 'sequence/nested-mail', clean], /severity/],
    [
      'a rule with a wrong severity',
      ['check', '--rule', 'sequence/nested-mail=fatal', clean],
      /error.*hint.*off/,
    ],
    ['a rule with two severities', ['check', '--rule', 'sequence/nested-mail=off=error', clean], /severity/],
    ['a number that is none', ['check', '--max-problems', 'many', clean], /--max-problems.*'many'/],
    ['a number below zero', ['check', '--max-problems=-1', clean], /--max-problems/],
    ['no file', ['check'], /file is missing/],
    ['no file to parse', ['parse', '--dialect', 'bare'], /file is missing/],
  ] as const) {
    it(`meets ${name} with one line`, () => assertWrongUse(args, message))
  }

  it('says in its own words what is wrong with an option', () => {
    assert.equal(
      cli('check', '--formt', 'json', clean).error,
      "smtp-transcript: there is no option '--formt'; --help lists them\n",
    )
    assert.equal(
      cli('parse', '-x', clean).error,
      "smtp-transcript: there is no option '-x'; --help lists them\n",
    )
    for (const args of [
      ['check', clean, '--format'],
      ['check', '--format', '--profile', 'strict', clean],
    ]) {
      assert.equal(cli(...args).error, 'smtp-transcript: the value of --format is missing\n')
    }
  })

  for (const [typed, meant] of [
    ['sequence/data-without-rctp', 'sequence/data-without-rcpt'],
    ['sequence/data_without_rcpt', 'sequence/data-without-rcpt'],
    ['squence/nested-mail', 'sequence/nested-mail'],
    ['sequence/nested', 'sequence/nested-mail'],
    ['nested-mail', 'sequence/nested-mail'],
    ['Sequence/Nested-Mail', 'sequence/nested-mail'],
  ] as const) {
    it(`takes ${typed} for a misspelt ${meant}`, () => {
      const { status, error } = cli('check', '--rule', `${typed}=off`, clean)
      assert.equal(status, 2)
      assert.equal(error, `smtp-transcript: there is no rule '${typed}'; did you mean '${meant}'?\n`)
    })
  }

  it('takes what is near to no rule for none', () => {
    for (const typed of ['', 'x', 'no-console', 'sequence/nothing', 'x'.repeat(100_000)]) {
      const { status, error } = cli('check', '--rule', `${typed}=off`, clean)
      assert.deepEqual([status, error], [2, `smtp-transcript: there is no rule '${typed}'\n`])
    }
  })

  it('prints one line also where a name has several, and no control characters', () => {
    for (const args of [
      ['no\nsuch'],
      ['check', 'no\nsuch\u001b[31m.smtp'],
      ['parse', '--dialect', 'a\nb', clean],
      ['check', '--rule', 'a\nb=off', clean],
      ['check', '--format', 'a\r\nb', clean],
    ]) {
      const { status, error } = cli(...args)
      assert.equal(status, 2)
      assert.match(error, /^[^\n]+\n$/)
      assert.doesNotMatch(error.slice(0, -1), /\p{Cc}/u)
    }
  })
})
