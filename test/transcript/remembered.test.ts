import * as assert from 'node:assert/strict'
import { forgetLast, remembered, rememberedLast } from '../../server/transcript/remembered.ts'

/** What a function of an object finds, and of which objects it was asked to find something. */
function counted(memory: typeof remembered) {
  const asked: object[] = []
  const find = memory((of: object) => {
    asked.push(of)
    return { of }
  })
  return { asked, find }
}

describe('What is worked out about an object', () => {
  const one = {}
  const other = {}

  it('is known as long as the object lives', () => {
    const { asked, find } = counted(remembered)
    const found = find(one)
    find(other)
    assert.equal(find(one), found)
    assert.deepEqual(asked, [one, other])
  })

  it('is known until another is asked about, where that is enough', () => {
    const { asked, find } = counted(rememberedLast)
    const found = find(one)
    assert.equal(find(one), found)
    assert.equal(find(other).of, other)
    assert.equal(find(one).of, one)
    assert.equal(asked.length, 3)
  })

  it('is let go of where somebody says so', () => {
    const { asked, find } = counted(rememberedLast)
    find(one)
    forgetLast()
    find(one)
    assert.equal(asked.length, 2)
  })

  it('is known where it is nothing', () => {
    let count = 0
    const find = rememberedLast((_of: object) => {
      count += 1
      return undefined
    })
    find(one)
    find(one)
    assert.equal(count, 1)
  })
})
