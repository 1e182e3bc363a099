import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import fc from 'fast-check'
import { boundTeller } from '../../server/cli/boundText.ts'
import { piecesOf, UnreadableFile } from '../../server/cli/pieces.ts'
import { printerOn } from '../../server/cli/printer.ts'
import { progressOn } from '../../server/cli/progress.ts'
import { readFiles } from '../../server/cli/reading.ts'
import { lineBatches } from '../../server/transcript/lineBatches.ts'
import { splitLines } from '../../server/transcript/lines.ts'
import { joined } from '../transcript/streaming.ts'
import { temporaryFolder } from './running.ts'
import { testScreen } from './screen.ts'

/** The text of a file that is read piece by piece, and how far the reading was told to be. */
function read(file: string) {
  const told: (readonly [number, number | null])[] = []
  const pieces = [...piecesOf(file, (count, size) => told.push([count, size]))]
  return { text: pieces.join(''), pieces, told }
}

describe('a file that is read piece by piece', () => {
  const folder = temporaryFolder()

  it('has the text of the whole file, whatever a piece ends with', () => {
    for (const character of ['é', '€', '😀', '\r\n', '\r']) {
      const text = `${character.repeat(40_000)}end`
      for (const shift of [0, 1, 2, 3]) {
        const shifted = `${'x'.repeat(shift)}${text}`
        const file = folder.file('shifted.txt', shifted)
        assert.equal(read(file).text, shifted)
        const batches = lineBatches(
          piecesOf(file, () => {}),
          () => {},
        )
        assert.deepEqual(joined(batches), splitLines(shifted))
        const wide = folder.file('wide.txt', Buffer.from(`\ufeff${shifted}`, 'utf16le'))
        assert.equal(read(wide).text, shifted)
      }
    }
  })

  it('has it also where the octets are no text', () => {
    const octets = fc.array(
      fc.constantFrom(0x41, 0x0a, 0x0d, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0xff),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(octets, fc.nat(8), (some, shift) => {
        const long = Buffer.alloc(64 * 1024 - shift, 'a')
        const bytes = Buffer.concat([long, Uint8Array.from(some), Buffer.from('b')])
        assert.equal(read(folder.file('odd.txt', bytes)).text, new TextDecoder().decode(bytes))
      }),
      { numRuns: 200 },
    )
  })

  it('tells how far it is', () => {
    const { pieces, told } = read(folder.file('long.txt', 'x'.repeat(100_000)))
    assert.ok(pieces.length > 1)
    assert.deepEqual(
      [told[0], told.at(-1)],
      [
        [0, 100_000],
        [100_000, 100_000],
      ],
    )
  })

  it('says why it cannot be read', () => {
    mkdirSync(folder.file('folder'))
    const binary = folder.file(
      'binary',
      Uint8Array.from({ length: 200_000 }, (_, index) => index & 7),
    )
    for (const [file, cause] of [
      [folder.file('missing'), 'there is no such file'],
      [folder.file('folder'), 'this is a folder'],
      [binary, 'this is not a text file'],
    ] as const) {
      assert.throws(
        () => read(file),
        error => error instanceof UnreadableFile && error.message === cause,
      )
    }
  })
})

describe('what a command prints', () => {
  function printing() {
    const { terminal, written } = testScreen(null)
    return { printer: printerOn(terminal, progressOn(terminal, 'never')), written }
  }

  it('is handed on in large pieces of whole lines, and errors behind what came before', () => {
    const { printer, written } = printing()
    const line = `${'x'.repeat(999)}\n`
    for (let count = 0; count < 100; count++) printer.write(line)
    printer.write('half a line')
    printer.writeError('wrong\n')
    printer.write(', and the rest')
    printer.end()
    assert.deepEqual(
      written.map(([where, text]) => [where, text.length > 100 ? text.length : text]),
      [
        ['output', 66_000],
        ['output', 34_000],
        ['error', 'wrong\n'],
        ['output', 'half a line, and the rest'],
      ],
    )
  })

  it('stays where a file cannot be read to its end, and the other files are read', () => {
    const { printer, written } = printing()
    const unread: string[] = []
    const isAllRead = readFiles(
      ['a.log', 'b.log'],
      printer,
      file => {
        printer.write(`something of ${file}\n`)
        if (file === 'a.log') throw new UnreadableFile('it is broken')
      },
      (file, error) => unread.push(`${file} ${error}`),
    )
    printer.end()
    assert.equal(isAllRead, false)
    assert.deepEqual(unread, ['a.log it is broken'])
    assert.deepEqual(written, [
      ['output', 'something of a.log\n'],
      ['error', 'smtp-transcript: a.log: it is broken\n'],
      ['output', 'something of b.log\n'],
    ])
  })
})

describe('a bound that makes a difference', () => {
  it('is told of once, where it first does', () => {
    const said: string[] = []
    const tell = boundTeller(text => said.push(text))
    for (const line of [41, 99])
      for (const kind of ['line', 'session', 'open', 'mixture'] as const) tell(kind, line)
    assert.deepEqual(said, [
      'line 42 is longer than 1 MiB; only its beginning was read',
      'a session is longer than 32 MiB, 1000000 lines or 400000 lines of commands and replies; its rest from line 42 on was not read',
      'more than 16 MiB or 100000 lines of sessions side by side have no end at line 42; the oldest was taken as it was',
      'sessions that break off go on for more than 8 MiB; those from line 42 on were judged by themselves',
    ])
  })
})
