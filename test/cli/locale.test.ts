import assert from 'node:assert/strict'
import { run } from '../../server/cli/run.ts'
import { columns } from '../../server/features/columns.ts'
import { speak } from '../../server/features/language.ts'
import { dialects } from '../../server/transcript/dialects/registry.ts'
import { cli, cliIn, lines, type Ran, temporaryFolder } from './running.ts'

/** In a folder without the Korean texts. */
function withoutBundle(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Ran {
  let output = ''
  let error = ''
  const status = run(args, {
    version: '0',
    environment,
    errorColumns: null,
    now: () => 0,
    readBundle(language) {
      if (language === 'en') return null
      throw new Error('no such file')
    },
    write: text => {
      output += text
    },
    writeError: text => {
      error += text
    },
  })
  return { status, output, error }
}

describe('the language of the command line', () => {
  const folder = temporaryFolder()
  const file = folder.file(
    'session.smtp',
    lines('S: 220 mx ESMTP', 'C: EHLO c', 'S: 250 mx', 'C: DATA', 'S: 503 no', 'C: QUIT', 'S: 221 bye'),
  )
  const english = cli('check', file)
  const korean = cli('check', '--locale', 'ko', file)

  // What is tested behind this expects English.
  afterEach(() => speak(null))

  it('is English where nobody says otherwise', () => {
    assert.match(english.output, /1 file, 1 session: 1 error, 0 warnings/)
    assert.doesNotMatch(english.output, /\p{Script=Hangul}/u)
  })

  it('is Korean with --locale ko: sentences are, severities and ids of rules are not', () => {
    assert.equal(korean.status, english.status)
    assert.match(korean.output, /:4:4: error: .*명령.* \[sequence\/data-without-mail\]$/m)
    assert.match(korean.output, /^파일 1개, 세션 1개: /m)
  })

  it('can be said with an equals sign, before the command, and behind its files', () => {
    for (const args of [
      ['check', '--locale=ko', file],
      ['--locale', 'ko', 'check', file],
      ['check', file, '--locale', 'ko'],
      ['check', '--locale', 'en', file, '--locale=ko'],
    ]) {
      assert.deepEqual(cli(...args), korean, args.join(' '))
    }
  })

  it('is that of the environment, of the first variable that says something', () => {
    for (const environment of [
      { LANG: 'ko_KR.UTF-8' },
      { LANG: 'ko' },
      { LC_MESSAGES: 'ko_KR.UTF-8', LANG: 'en_US.UTF-8' },
      { LC_ALL: 'ko_KR.UTF-8', LC_MESSAGES: 'en_US.UTF-8', LANG: 'C' },
      { LC_ALL: '', LANG: 'ko_KR.eucKR' },
    ]) {
      assert.deepEqual(cliIn(environment, 'check', file), korean, JSON.stringify(environment))
    }
    for (const environment of [
      { LANG: 'C.UTF-8' },
      { LANG: 'fr_FR.UTF-8' },
      { LANG: 'kok_IN' },
      { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' },
      { LC_MESSAGES: 'en_US.UTF-8', LANG: 'ko_KR.UTF-8' },
    ]) {
      assert.deepEqual(cliIn(environment, 'check', file), english, JSON.stringify(environment))
    }
  })

  it('is what the option says, whatever the environment does', () => {
    assert.deepEqual(cliIn({ LC_ALL: 'ko_KR.UTF-8' }, 'check', '--locale', 'en', file), english)
    assert.deepEqual(cliIn({ LC_ALL: 'en_US.UTF-8' }, 'check', '--locale', 'ko', file), korean)
  })

  it('can only be one that there is; other names are wrong use', () => {
    for (const args of [
      ['check', '--locale', 'fr', file],
      ['check', '--locale=', file],
      ['check', file, '--locale'],
    ]) {
      const { status, output, error } = cli(...args)
      assert.deepEqual([status, output], [2, ''], args.join(' '))
      assert.match(error, /^smtp-transcript: --locale takes en, ko, not '(?:fr)?'\n$/)
    }
    assert.match(
      cliIn({ LANG: 'ko_KR.UTF-8' }, 'check', '--locale', 'fr', file).error,
      /^smtp-transcript: --locale .*옵션.*'fr'/,
    )
  })

  it('is no option behind --, where files stand', () => {
    const { status, error } = cli('check', '--', '--locale', 'ko')
    assert.equal(status, 2)
    assert.match(error, /^smtp-transcript: --locale: there is no such file\n/)
  })

  it('is English where its texts are missing, and only who asks for it is told', () => {
    assert.deepEqual(withoutBundle({ LANG: 'ko_KR.UTF-8' }, 'check', file), english)
    const { status, output, error } = withoutBundle({}, 'check', '--locale', 'ko', file)
    assert.deepEqual([status, output], [2, ''])
    assert.match(error, /^smtp-transcript: [^\n]*--locale ko[^\n]*\n$/)
  })

  it('holds for what is wrong with the arguments, too', () => {
    for (const args of [
      [],
      ['chek'],
      ['check'],
      ['check', '--formt', file],
      ['check', file, '--format'],
      ['check', '--format', 'xml', file],
      ['check', '--profile', 'harsh', file],
      ['check', '--max-problems', '0', file],
      ['check', '--rule', 'nested-mail=off', file],
      ['check', 'missing.smtp'],
      ['convert', file],
    ]) {
      const { status, error } = cli('--locale=ko', ...args)
      assert.equal(status, 2)
      assert.match(error, /^smtp-transcript: [^\n]*\p{Script=Hangul}[^\n]*\n$/u, args.join(' '))
    }
  })

  it('is told of in SARIF, whose words stay those of the standard', () => {
    const runOf = ({ output }: Ran) => JSON.parse(output).runs[0]
    const [own, other] = ['ko', 'en'].map(name =>
      runOf(cli('check', '--format=sarif', '--locale', name, file)),
    )
    assert.deepEqual([own.language, other.language], ['ko', undefined])
    assert.match(own.results[0].message.text, /\p{Script=Hangul}/u)
    assert.match(own.tool.driver.rules[0].shortDescription.text, /\p{Script=Hangul}/u)
    for (const key of ['ruleId', 'level', 'partialFingerprints', 'properties', 'locations']) {
      assert.deepEqual(own.results[0][key], other.results[0][key], key)
    }
  })

  it('changes no word of the JSON that programs read', () => {
    const [own, other] = ['ko', 'en'].map(name =>
      JSON.parse(cli('check', '--format=json', '--locale', name, file).output),
    )
    const [problem] = own.problems
    for (const key of ['rule', 'severity', 'fault', 'line', 'column', 'url']) {
      assert.deepEqual(problem[key], other.problems[0][key], key)
    }
    assert.match(problem.message, /\p{Script=Hangul}/u)
    assert.deepEqual(own.outcomes[0].result, other.outcomes[0].result)
    assert.deepEqual(own.summary, other.summary)
    assert.deepEqual(cli('parse', '--locale', 'ko', file), cli('parse', file))
  })
})

describe('the help', () => {
  afterEach(() => speak(null))

  for (const name of ['en', 'ko']) {
    it(`has lines of at most 80 columns, and its texts in columns: ${name}`, () => {
      const { output } = cli('--help', '--locale', name)
      for (const line of output.split('\n')) assert.ok(columns(line) <= 80, line)
      const options = [...output.matchAll(/^( {2}--[a-z]+ (?:\S| (?! ))+ {2,})\S/gm)].map(
        ([, left = '']) => left,
      )
      assert.ok(options.length >= 6)
      assert.deepEqual(new Set(options.map(left => left.length)).size, 1)
      for (const dialect of dialects) assert.ok(output.includes(dialect.name), dialect.name)
    })
  }

  it('tells of the language, and in it', () => {
    assert.match(cli('--help').output, /^ {2}--locale en\|ko +\S/m)
    assert.match(cli('--help', '--locale', 'ko').output, /^사용법:$/m)
  })
})
