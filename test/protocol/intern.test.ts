import assert from 'node:assert/strict'
import { forgetInterned, interner } from '../../server/protocol/intern.ts'

const named = (name: string) => ({ name })

describe('interning', () => {
  it('makes equal values one object, and others not', () => {
    const intern = interner<{ name: string }>(({ name }) => name)
    const one = intern(named('one'))
    assert.notEqual(intern(named('other')), one)
    assert.equal(intern(named('one')), one)
    assert.ok(Object.isFrozen(one))
  })

  it('lets go of very many values where somebody says so, but for the first', () => {
    const intern = interner<{ name: string }>(({ name }) => name, 1000)
    const first = intern(named('first'))
    for (let count = 0; count < 1000; count++) intern(named(`${count}`))
    const last = intern(named('last'))
    assert.equal(intern(named('last')), last)
    forgetInterned()
    assert.equal(intern(named('first')), first)
    assert.notEqual(intern(named('last')), last)
    assert.deepEqual(intern(named('last')), last)
  })

  it('keeps all where there are not so many', () => {
    const intern = interner<{ name: string }>(({ name }) => name, 1000)
    const values = Array.from({ length: 900 }, (_, count) => intern(named(`${count}`)))
    forgetInterned()
    for (const value of values) assert.equal(intern(named(value.name)), value)
  })
})
