import assert from 'node:assert/strict'
import { expectFile } from '../expectFile.ts'
import { type Agreement, agreementWith, percent } from './agreement.ts'
import { liberties, libertyOf } from './liberties.ts'
import { realServersPage } from './realServersPage.ts'
import { recordings, servers } from './recording.ts'

const folder = 'test/oracle/recordings'

function share(part: number, whole: number): number {
  return (100 * part) / whole
}

describe('real servers', () => {
  let agreements: readonly Agreement[] = []
  before(function () {
    this.timeout(60_000)
    agreements = servers(folder).map(server => agreementWith(server, recordings(folder, server)))
  })

  const total = (of: (agreement: Agreement) => number) => agreements.reduce((sum, one) => sum + of(one), 0)

  it('are eighteen', () => {
    assert.equal(agreements.length, 18)
  })

  for (const server of ['postfix-strict', 'exim', 'sendmail-debian']) {
    it(`agree with the verdicts in at least 99.4 % of the steps: ${server}`, () => {
      const found = agreements.find(one => one.server === server)
      assert.ok(found)
      assert.ok(share(found.agreed, found.judged) >= 99.4, percent(found.agreed, found.judged))
    })
  }

  it('agree with the verdicts in at least 98 % of the steps, all together', () => {
    const agreed = total(one => one.agreed)
    const judged = total(one => one.judged)
    assert.ok(share(agreed, judged) >= 98, percent(agreed, judged))
  })

  it('leave at most a tenth of the steps to the server, and nearly every step is judged', () => {
    const dependent = total(one => one.serverDependent)
    const judged = total(one => one.judged)
    const steps = total(one => one.steps)
    assert.ok(share(dependent, steps) <= 10, percent(dependent, steps))
    assert.equal(judged + dependent + total(one => one.unknown), steps)
    assert.ok(share(judged, steps) >= 90, percent(judged, steps))
  })

  it('differ from the verdicts only by a liberty that is noted with what it departs from', () => {
    const unexplained = agreements.flatMap(one => one.disagreements.filter(part => !libertyOf(part)))
    assert.deepEqual(unexplained, [])
  })

  it('take every liberty that is noted', () => {
    const taken = new Set(agreements.flatMap(one => one.disagreements.map(libertyOf)))
    assert.deepEqual(
      liberties.filter(liberty => !taken.has(liberty)),
      [],
    )
  })

  it('are described as they are in docs/real-servers.md', () => {
    expectFile('docs/real-servers.md', realServersPage(agreements))
  })
})
