import assert from 'node:assert/strict'
import { ruleNamed } from '../../server/rules/registry.ts'
import { missesIn, tickets } from './ticket.ts'

/** What is not found as the ticket says, and why. */
const known: Readonly<Record<string, { readonly misses: readonly string[]; readonly because: string }>> = {
  T33: {
    misses: ['misses auth/clear-text-password', 'misses reply/multiline-not-finished'],
    because:
      'The paste breaks off inside a string literal, twice: the AUTH line is not read, and the refusal ends with the text, which is no crime.',
  },
  T57: {
    misses: ['misses data/not-terminated'],
    because:
      'The message does end with its dot; the server had answered before it: reply/before-end-of-data, which the catalogue of the tickets did not know.',
  },
}

describe('tickets that people really filed', () => {
  for (const ticket of tickets) {
    const { id, expect, source } = ticket
    it(`${id}: ${expect.length > 0 ? expect.join(', ') : 'no complaint'}`, () => {
      assert.deepEqual(missesIn(ticket), known[id]?.misses ?? [], source)
    })
  }

  it('are solved, nine of ten at least', () => {
    const solved = tickets.filter(ticket => missesIn(ticket).length === 0)
    assert.ok(solved.length >= tickets.length * 0.9, `${solved.length} of ${tickets.length}`)
  })

  it('expect rules that there are', () => {
    const named = tickets.flatMap(({ expect, tolerated }) => [...expect, ...tolerated])
    assert.deepEqual(
      named.filter(id => ruleNamed(id) === undefined),
      [],
    )
  })
})
