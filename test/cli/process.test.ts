import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { jsonLines, lines, type Ran, temporaryFolder } from './running.ts'
import { schemaErrors } from './sarif.ts'

const program = join('dist', 'cli.js')
const wrong = lines(
  'S: 220 mx ESMTP',
  'C: EHLO c',
  'S: 250 mx',
  'C: DATA',
  'S: 503 no',
  'C: QUIT',
  'S: 221 bye',
)
const clean = lines('S: 220 mx ESMTP', 'C: EHLO c', 'S: 250 mx', 'C: QUIT', 'S: 221 bye')

function start(args: readonly string[]): ChildProcess {
  // English, whoever runs the tests.
  const env = { ...process.env, LC_ALL: 'C' }
  return spawn(process.execPath, [program, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
}

async function statusOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** Runs the built program as a process of its own. */
async function runProgram(args: readonly string[], input: string | Uint8Array = ''): Promise<Ran> {
  const child = start(args)
  const { stdin, stdout, stderr } = child
  assert.ok(stdin && stdout && stderr)
  stdin.end(input)
  const [output, error, status] = await Promise.all([text(stdout), text(stderr), statusOf(child)])
  return { status: status ?? Number.NaN, output, error }
}

describe('the built program', () => {
  const folder = temporaryFolder()

  it('tells the version of the package, and can be started by itself', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    assert.deepEqual(await runProgram(['--version']), { status: 0, output: `${version}\n`, error: '' })
    assert.ok(readFileSync(program, 'utf8').startsWith('#!/usr/bin/env node\n'))
    assert.ok(statSync(program).size > 0)
  })

  it('finds its Korean texts beside it', async () => {
    const { status, output, error } = await runProgram(['check', '--locale', 'ko', '-'], wrong)
    assert.deepEqual([status, error], [1, ''])
    assert.match(output, /^파일 1개, 세션 1개: /m)
  })

  it('reads standard input', async () => {
    const { status, output, error } = await runProgram(['check', '-'], wrong)
    assert.deepEqual([status, error], [1, ''])
    assert.match(output, /^-:4:4: error: .*\[sequence\/data-without-mail\]$/m)
    const [session] = jsonLines((await runProgram(['parse', '-'], clean)).output)
    assert.equal(session?.['file'], '-')
    assert.equal(session?.['ending'], 'quit')
  })

  it('names standard input in SARIF and for GitHub Actions, where no file can be named', async () => {
    const sarif = await runProgram(['check', '--format', 'sarif', '-'], wrong)
    assert.deepEqual([sarif.status, sarif.error], [1, ''])
    const { runs } = JSON.parse(sarif.output)
    const { physicalLocation } = runs[0].results[0].locations[0]
    assert.equal(physicalLocation.artifactLocation.uri, 'stdin')
    assert.deepEqual(schemaErrors(JSON.parse(sarif.output)), [])
    const github = await runProgram(['check', '--format', 'github', '-'], wrong)
    assert.match(
      github.output,
      /^::error title=sequence\/data-without-mail::Standard input, line 4: [^\n]*\.\n$/,
    )
  })

  it('reads standard input of 10 MB that comes in pieces', async function () {
    this.timeout(60_000)
    const start = lines('S: 220 mx ESMTP', 'C: EHLO c', 'S: 250 mx', 'C: MAIL FROM:<a@x>', 'S: 250 OK')
    const data = lines('C: RCPT TO:<b@x>', 'S: 250 OK', 'C: DATA', 'S: 354 go')
    const content = 'C: Lorem ipsum\n'.repeat(700_000)
    const end = lines('C: .', 'S: 250 queued', 'C: QUIT', 'S: 221 bye')
    const [session] = jsonLines((await runProgram(['parse', '-'], start + data + content + end)).output)
    assert.deepEqual([session?.['endLine'], session?.['ending']], [700_013, 'quit'])
  })

  it('ends with 0, 1 or 2', async () => {
    const [good, bad] = [folder.file('good.smtp', clean), folder.file('bad.smtp', wrong)]
    assert.equal((await runProgram(['check', good])).status, 0)
    assert.equal((await runProgram(['check', bad])).status, 1)
    assert.equal((await runProgram(['parse', bad])).status, 0)
    assert.equal((await runProgram(['explain', '450'])).status, 0)
    assert.equal((await runProgram(['explain', 'x'])).status, 2)
    assert.equal((await runProgram(['check'])).status, 2)
    assert.equal((await runProgram([])).status, 2)
  })

  it('reads the other files where one is missing', async () => {
    const [first, last] = [folder.file('first.smtp', clean), folder.file('last.smtp', wrong)]
    const missing = folder.file('missing.smtp')
    for (const command of ['parse', 'check']) {
      const { status, output, error } = await runProgram([command, first, missing, last])
      assert.equal(status, 2)
      assert.match(error, /^smtp-transcript: [^\n]*missing\.smtp: [^\n]+\n$/)
      assert.ok(output.includes(last) && (command === 'check' || output.includes(first)))
    }
  })

  it('takes it calmly when its reader goes away', async function () {
    this.timeout(60_000)
    const file = folder.file('many.smtp', clean.repeat(20_000))
    const child = start(['parse', file])
    const { stdout, stderr } = child
    assert.ok(stdout && stderr)
    const told = text(stderr)
    await once(stdout, 'readable')
    stdout.destroy()
    const status = await statusOf(child)
    assert.equal(await told, '')
    assert.equal(status, 0)
  })

  it('takes it calmly also where it is still reading', async function () {
    this.timeout(60_000)
    const child = start(['check', '-'])
    const { stdin, stdout, stderr } = child
    assert.ok(stdin && stdout && stderr)
    const told = text(stderr)
    stdin.on('error', () => {})
    const feed = () => {
      while (stdin.writable && stdin.write(wrong.repeat(1000)));
    }
    stdin.on('drain', feed)
    feed()
    await once(stdout, 'readable')
    stdout.destroy()
    const status = await statusOf(child)
    assert.equal(await told, '')
    assert.equal(status, 0)
  })

  it('prints of a log what is complete while more is to come', async function () {
    this.timeout(60_000)
    const session = lines('=== Connected to mx.', '<-  220 mx ESMTP', ' -> QUIT', '<-  221 bye')
    for (const [command, name] of [
      ['check', 'session 1: '],
      ['parse', '"session":1,'],
    ] as const) {
      const child = start([command, '--dialect', 'swaks', '-'])
      const { stdin, stdout } = child
      assert.ok(stdin && stdout)
      let output = ''
      stdout.setEncoding('utf8')
      // The first 8 KiB are looked at together, to see whether they are text.
      stdin.write(session.repeat(200))
      for await (const piece of stdout) {
        output += piece
        // It comes although the input has not ended; without it this would wait for ever.
        if (output.includes(name) && !stdin.writableEnded) stdin.end(session)
      }
      assert.equal(await statusOf(child), 0)
      assert.match(output, command === 'check' ? /session 201: / : /"session":201,/)
    }
  })

  it('writes all of a long output to a reader that is slow, in one piece or in many', async function () {
    this.timeout(60_000)
    const file = folder.file('long.smtp', clean.repeat(20_000))
    const parsed = await runProgram(['parse', file])
    assert.equal(parsed.status, 0)
    assert.equal(jsonLines(parsed.output).length, 20_000)
    const checked = await runProgram(['check', file])
    assert.match(checked.output, /\n1 file, 20000 sessions: 0 errors[^\n]*\n$/)
    assert.equal(checked.output.split('\n').length, 20_002)
  })
})
