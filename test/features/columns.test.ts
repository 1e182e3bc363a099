import assert from 'node:assert/strict'
import { columns, padColumns } from '../../server/features/columns.ts'

describe('the columns of a text (UAX #11)', () => {
  for (const [text, count] of [
    ['', 0],
    ['450 mailbox', 11],
    ['응답 코드', 9],
    ['확장 상태 코드 4.2.1', 20],
    ['\u1112\u1161\u11ab', 2],
    ['日本', 4],
    ['ﾊﾝｶｸ', 4],
    ['Ａ', 2],
    ['“…” – ·', 7],
    ['e\u0301', 1],
    ['😀', 2],
  ] as const) {
    it(`are ${count} for "${text}"`, () => assert.equal(columns(text), count))
  }

  it('are filled up with spaces', () => {
    assert.equal(padColumns('한글', 6), '한글  ')
    assert.equal(padColumns('long', 2), 'long')
  })
})
