import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  clampPlace,
  type Edit,
  editLines,
  joinLines,
  type Place,
  splice,
  splitLines,
} from '../../server/transcript/lines.ts'
import { offsetOf, placeAt } from './offsets.ts'

const pieces = fc.constantFrom('\r', '\n', '\r\n', '\r\r\n', '\n\r', '', 'a', 'C: DATA', '.', 'é', '😀')
const texts = fc.array(pieces, { maxLength: 30 }).map(list => list.join(''))
const places = fc.record({
  line: fc.integer({ min: -2, max: 30 }),
  character: fc.integer({ min: -2, max: 12 }),
})
const edits = fc
  .tuple(places, places, texts)
  .map(
    ([one, other, newText]): Edit =>
      isBefore(other, one) ? { start: other, end: one, newText } : { start: one, end: other, newText },
  )

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character)
}

/** The text after an edit, by nothing but offsets. */
function splicedText(text: string, edit: Edit): string {
  const lines = splitLines(text)
  const start = offsetOf(lines, edit.start)
  return text.slice(0, start) + edit.newText + text.slice(Math.max(start, offsetOf(lines, edit.end)))
}

describe('splitting a text', () => {
  const splits: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['', [''], ['']],
    ['a', ['a'], ['']],
    ['a\n', ['a', ''], ['\n', '']],
    ['a\nb', ['a', 'b'], ['\n', '']],
    ['a\r\nb', ['a', 'b'], ['\r\n', '']],
    ['a\rb', ['a', 'b'], ['\r', '']],
    ['a\r\r\nb', ['a', '', 'b'], ['\r', '\r\n', '']],
    ['a\n\rb', ['a', '', 'b'], ['\n', '\r', '']],
    ['\r\n\n\r', ['', '', '', ''], ['\r\n', '\n', '\r', '']],
    ['a\u2028b\u0085c\fd', ['a\u2028b\u0085c\fd'], ['']],
  ]
  for (const [text, lines, ends] of splits) {
    it(`${JSON.stringify(text)} has ${lines.length} line${lines.length === 1 ? '' : 's'}`, () => {
      assert.deepEqual(splitLines(text), { texts: lines, ends })
    })
  }

  it('loses nothing', () => {
    fc.assert(fc.property(texts, text => joinLines(splitLines(text)) === text))
  })

  it('is undone by places: an offset and its place mean the same, but for the middle of a line end', () => {
    fc.assert(
      fc.property(texts, fc.nat(80), (text, at) => {
        const lines = splitLines(text)
        const offset = Math.min(at, text.length)
        const back = offsetOf(lines, placeAt(lines, offset))
        const isInsideLineEnd = text[offset - 1] === '\r' && text[offset] === '\n'
        assert.equal(back, isInsideLineEnd ? offset - 1 : offset)
      }),
    )
  })
})

describe('a place outside the text', () => {
  const lines = splitLines('abc\n\nde')

  it('means the nearest one that the text has', () => {
    assert.deepEqual(clampPlace(lines, { line: -1, character: 5 }), { line: 0, character: 0 })
    assert.deepEqual(clampPlace(lines, { line: 0, character: -1 }), { line: 0, character: 0 })
    assert.deepEqual(clampPlace(lines, { line: 0, character: 9 }), { line: 0, character: 3 })
    assert.deepEqual(clampPlace(lines, { line: 1, character: 1 }), { line: 1, character: 0 })
    assert.deepEqual(clampPlace(lines, { line: 9, character: 0 }), { line: 2, character: 2 })
    assert.deepEqual(clampPlace(lines, { line: 2, character: 1 }), { line: 2, character: 1 })
  })
})

describe('editing lines', () => {
  it('is as editing the text and splitting it anew, also for several edits in a row', () => {
    fc.assert(
      fc.property(texts, fc.array(edits, { minLength: 1, maxLength: 5 }), (text, list) => {
        const edited = editLines(splitLines(text), list)
        const expected = list.reduce(splicedText, text)
        assert.equal(joinLines(edited.lines), expected)
        assert.deepEqual(edited.lines, splitLines(expected))
      }),
      { numRuns: 3000 },
    )
  })

  it('leaves alone what is outside the damage', () => {
    fc.assert(
      fc.property(texts, fc.array(edits, { minLength: 1, maxLength: 5 }), (text, list) => {
        const before = splitLines(text)
        const { lines, damage } = editLines(before, list)
        const { start, removed, inserted } = damage
        assert.ok(start >= 0 && removed >= 0 && inserted >= 0)
        assert.equal(lines.texts.length, before.texts.length - removed + inserted)
        const outside = <T>(all: readonly T[], count: number) => [
          ...all.slice(0, start),
          ...all.slice(start + count),
        ]
        assert.ok(start + removed <= before.texts.length && start + inserted <= lines.texts.length)
        assert.deepEqual(outside(lines.texts, inserted), outside(before.texts, removed))
        assert.deepEqual(outside(lines.ends, inserted), outside(before.ends, removed))
      }),
      { numRuns: 3000 },
    )
  })

  it('does not change the lines that it was given', () => {
    const before = splitLines('a\nb\nc')
    editLines(before, [{ start: { line: 0, character: 0 }, end: { line: 2, character: 1 }, newText: 'x' }])
    assert.deepEqual(before, splitLines('a\nb\nc'))
  })

  it('damages one line when a character is typed, and one more for a line break', () => {
    const before = splitLines('a\nb\nc\nd')
    const type = (line: number, newText: string) =>
      editLines(before, [{ start: { line, character: 1 }, end: { line, character: 1 }, newText }]).damage
    assert.deepEqual(type(2, 'x'), { start: 2, removed: 1, inserted: 1 })
    assert.deepEqual(type(2, '\n'), { start: 2, removed: 1, inserted: 2 })
    assert.deepEqual(type(3, 'x\ny'), { start: 3, removed: 1, inserted: 2 })
  })

  it('makes one line end of a CR and a LF that an edit brings together', () => {
    const joined = editLines(splitLines('a\rxb\nc'), [
      { start: { line: 1, character: 0 }, end: { line: 1, character: 2 }, newText: '' },
    ])
    assert.deepEqual(joined.lines, splitLines('a\r\nc'))
    const typed = editLines(splitLines('a\rb'), [
      { start: { line: 1, character: 0 }, end: { line: 1, character: 0 }, newText: '\n' },
    ])
    assert.deepEqual(typed.lines, splitLines('a\r\nb'))
  })
})

describe('splice', () => {
  it('is that of arrays, also for more items than a call can take', () => {
    const items = Array.from({ length: 200_000 }, (_, index) => index)
    const array = [-1, -2, -3, -4]
    splice(array, 1, 2, items)
    assert.equal(array.length, 200_002)
    assert.deepEqual([array[0], array[1], array[200_000], array[200_001]], [-1, 0, 199_999, -4])
  })

  it('is that of arrays for any numbers', () => {
    const cases = fc.tuple(
      fc.array(fc.nat(9)),
      fc.nat(12),
      fc.nat(12),
      fc.constantFrom(0, 1, 5, 10_000, 10_001),
    )
    fc.assert(
      fc.property(cases, ([array, start, removed, count]) => {
        const items = Array.from({ length: count }, (_, index) => index)
        const expected = [...array.slice(0, start), ...items, ...array.slice(start + removed)]
        const actual = [...array]
        splice(actual, start, removed, items)
        assert.deepEqual(actual, expected)
      }),
      { numRuns: 60 },
    )
  })

  it('takes an edit that pastes a large text', () => {
    const pasted = 'C: NOOP\n'.repeat(30_000)
    const { lines, damage } = editLines(splitLines('a\nb'), [
      { start: { line: 1, character: 0 }, end: { line: 1, character: 0 }, newText: pasted },
    ])
    assert.equal(lines.texts.length, 30_002)
    assert.deepEqual(damage, { start: 1, removed: 1, inserted: 30_001 })
    assert.equal(lines.texts.at(-1), 'b')
  })
})
