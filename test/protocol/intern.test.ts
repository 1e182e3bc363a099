import assert from 'node:assert/strict'
import { interner } from '../../server/protocol/intern.ts'

describe('equal values', () => {
  const named = (name: string) => ({ name })

  it('are one object', () => {
    const intern = interner<{ name: string }>(({ name }) => name)
    const one = intern(named('one'))
    assert.notEqual(intern(named('other')), one)
    assert.equal(intern(named('one')), one)
    assert.ok(Object.isFrozen(one))
  })

  it('stay one object as long as they are asked for, however many others come', () => {
    const intern = interner<{ name: string }>(({ name }) => name, 10)
    const often = intern(named('often'))
    for (let count = 0; count < 1000; count++) {
      intern(named(`${count}`))
      assert.equal(intern(named('often')), often)
    }
  })

  it('are forgotten where many others have come since', () => {
    const intern = interner<{ name: string }>(({ name }) => name, 10)
    const once = intern(named('once'))
    for (let count = 0; count < 9; count++) intern(named(`${count}`))
    assert.equal(intern(named('once')), once)
    for (let count = 0; count < 20; count++) intern(named(`more ${count}`))
    assert.notEqual(intern(named('once')), once)
  })
})
