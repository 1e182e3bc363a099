import assert from 'node:assert/strict'
import fc from 'fast-check'
import { lineBatches } from '../../server/transcript/lineBatches.ts'
import { splitLines } from '../../server/transcript/lines.ts'
import { cutAt, joined, type ToldBound } from './streaming.ts'

/** The lines of a text in pieces, where no line may be longer than that, and what was told. */
function batched(pieces: readonly string[], longest?: number) {
  const told: ToldBound[] = []
  const batches = lineBatches(pieces, (kind, line) => told.push([kind, line + 1]), longest)
  return { ...joined(batches), told }
}

describe('the lines of a text that comes in pieces', () => {
  it('are those of the whole text, wherever it is cut', () => {
    const text = fc
      .array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\r\r\n', 'é', '😀'), { maxLength: 30 })
      .map(list => list.join(''))
    fc.assert(
      fc.property(text, fc.array(fc.nat(60)), (whole, places) => {
        assert.deepEqual(batched(cutAt(whole, places)), { ...splitLines(whole), told: [] })
      }),
      { numRuns: 2000 },
    )
  })

  it('end once where CR and LF come one after the other', () => {
    assert.deepEqual(batched(['a\r', '\nb\r', 'c\r']), {
      texts: ['a', 'b', 'c', ''],
      ends: ['\r\n', '\r', '\r', ''],
      told: [],
    })
  })

  it('are there of no text at all', () => {
    assert.deepEqual(batched([]), { texts: [''], ends: [''], told: [] })
  })

  it('are cut where they are too long, and that is told', () => {
    const pieces = ['one\n', 'abc', 'def', 'ghi', '\r', '\nabcd\nxabcde', '\r', 'abcde']
    assert.deepEqual(batched(pieces, 4), {
      texts: ['one', 'abcd', 'abcd', 'xabc', 'abcd'],
      ends: ['\n', '\r\n', '\n', '\r', ''],
      told: [
        ['line', 2],
        ['line', 2],
        ['line', 4],
        ['line', 5],
      ],
    })
  })

  it('are as long as they may be wherever they are cut', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '\n', '\r', '\r\n'), { maxLength: 30 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (list, places) => {
        const whole = list.join('')
        const { texts, ends } = splitLines(whole)
        const cut = batched(cutAt(whole, places), 3)
        assert.deepEqual([cut.texts, cut.ends], [texts.map(line => line.slice(0, 3)), ends])
        const long = texts.flatMap((line, index) => (line.length > 3 ? [index + 1] : []))
        assert.deepEqual([...new Set(cut.told.map(([, line]) => line))], long)
      }),
      { numRuns: 2000 },
    )
  })
})
