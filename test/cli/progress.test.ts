import assert from 'node:assert/strict'
import { printerOn } from '../../server/cli/printer.ts'
import { type ProgressChoice, progressOn } from '../../server/cli/progress.ts'
import { lines, temporaryFolder } from './running.ts'
import { testScreen, writtenOn } from './screen.ts'

const erase = '\r\u001b[K'
const found = '3 problems'

/** Progress on a terminal that is 60 columns wide, or none. */
function progressing(choice: ProgressChoice = 'screen', errorColumns: number | null = 60) {
  const screen = testScreen(errorColumns)
  const progress = progressOn(screen.terminal, choice)
  const printer = printerOn(screen.terminal, progress)
  progress.begin()
  const read = (megabytes: number, size: number | null = null) =>
    progress.show(() => ({ file: 'a.log', read: megabytes * 1e6, size: size && size * 1e6, found }))
  return { ...screen, progress, printer, read }
}

describe('the progress of a command', () => {
  it('is not shown of what takes no more than a second', () => {
    const { wait, read, printer, written } = progressing()
    read(1)
    wait(999)
    read(2)
    printer.end()
    assert.deepEqual(written, [])
  })

  it('is one line that is written over, five times a second', () => {
    const { wait, read, printer, written } = progressing()
    wait(1000)
    read(10)
    wait(199)
    read(11)
    wait(1)
    read(12)
    wait(800)
    read(14, 40)
    printer.end()
    assert.deepEqual(written, [
      ['error', `\ra.log: 10 MB, 10.0 MB/s, 3 problems\u001b[K`],
      ['error', `\ra.log: 12 MB, 10.0 MB/s, 3 problems\u001b[K`],
      ['error', `\ra.log: 35 % of 40 MB, 7.0 MB/s, 3 problems\u001b[K`],
      ['error', erase],
    ])
  })

  it('counts the time of each file by itself', () => {
    const { wait, read, progress, written } = progressing()
    wait(60_000)
    progress.begin()
    wait(500)
    read(4, 8)
    assert.deepEqual(written, [['error', `\ra.log: 50 % of 8 MB, 8.0 MB/s, 3 problems\u001b[K`]])
  })

  it('is erased before anything else is written', () => {
    const { wait, read, printer, written } = progressing()
    printer.write('first\n')
    wait(1000)
    read(1)
    printer.writeError('wrong\n')
    wait(1000)
    read(2)
    printer.write('second\nhalf of the third')
    printer.flush()
    printer.end()
    assert.deepEqual(
      written.map(([where, text]) => [where, text.includes('MB') ? 'progress' : text]),
      [
        ['error', 'progress'],
        ['error', erase],
        ['output', 'first\n'],
        ['error', 'wrong\n'],
        ['error', 'progress'],
        ['error', erase],
        ['output', 'second\n'],
        ['output', 'half of the third'],
      ],
    )
  })

  it('takes no more than a line of the screen, and no more than one of a file with an odd name', () => {
    const whole = 'a\\nb.log: 1 MB, 1.0 MB/s, 3 problems'
    for (const [width, shown] of [
      [whole.length + 1, whole],
      [whole.length, `…${whole.slice(2)}`],
      [20, `…${whole.slice(-18)}`],
    ] as const) {
      const { terminal, written, wait } = testScreen(width)
      const progress = progressOn(terminal, 'screen')
      progress.begin()
      wait(1000)
      progress.show(() => ({ file: 'a\nb.log', read: 1e6, size: null, found }))
      assert.deepEqual(written, [['error', `\r${shown}\u001b[K`]])
    }
  })

  it('is a plain line every five seconds where somebody wants it that is not at a screen', () => {
    const { wait, read, printer, written } = progressing('always', null)
    wait(4999)
    read(1)
    wait(1)
    read(10, 40)
    wait(4999)
    read(11, 40)
    wait(1)
    read(20, 40)
    printer.end()
    assert.deepEqual(written, [
      ['error', 'a.log: 25 % of 40 MB, 2.0 MB/s, 3 problems\n'],
      ['error', 'a.log: 50 % of 40 MB, 2.0 MB/s, 3 problems\n'],
    ])
  })

  it('is not shown where nobody wants it', () => {
    for (const [choice, width] of [
      ['screen', null],
      ['never', 60],
      ['never', null],
    ] as const) {
      const { wait, read, printer, written } = progressing(choice, width)
      wait(10_000)
      read(1)
      printer.end()
      assert.deepEqual(written, [])
    }
  })
})

describe('smtp-transcript with --progress', () => {
  const folder = temporaryFolder()
  const wrong = lines('S: 220 mx', 'C: EHLO c', 'S: 250 mx', 'C: DATA', 'S: 503 no', 'C: QUIT', 'S: 221 bye')
  const file = folder.file('long.smtp', wrong.repeat(10_000))

  for (const command of ['check', 'parse'] as const) {
    it(`shows on a screen how far ${command} is, and leaves nothing behind`, () => {
      const { written, errors } = writtenOn(80, 250, command, file)
      assert.ok(errors.length > 5)
      assert.equal(errors.at(-1), erase)
      const pattern = command === 'check' ? /, \d+ problems/ : /, \d+ sessions/
      for (const text of errors) assert.ok(text === erase || pattern.test(text), text)
      let isShown = false
      for (const [where, text] of written) {
        assert.ok(where === 'error' || !isShown, 'printed into the progress')
        if (where === 'error') isShown = text !== erase
      }
      assert.ok(!isShown)
    })

    it(`prints the same with ${command} and without`, () => {
      const [shown, plain] = [writtenOn(80, 250, command, file), writtenOn(null, 250, command, file)]
      assert.equal(shown.output, plain.output)
      assert.deepEqual(plain.errors, [])
      assert.deepEqual(writtenOn(80, 250, command, '--no-progress', file).errors, [])
      const elsewhere = writtenOn(null, 2500, command, '--progress', file).errors
      assert.ok(elsewhere.length > 1)
      for (const text of elsewhere) assert.match(text, /^[^\p{Cc}]+ MB\/s, [^\p{Cc}]+\n$/u)
    })
  }

  it('takes no value', () => {
    const { errors, status } = writtenOn(null, 0, 'check', '--progress=yes', file)
    assert.deepEqual([status, errors], [2, ['smtp-transcript: --progress takes no value\n']])
    assert.match(
      writtenOn(null, 0, 'check', '--progress', '--colour', file).errors.join(''),
      /no option '--colour'/,
    )
  })
})
