import assert from 'node:assert/strict'
import { extensionFacts, extensionKeywords } from '../../server/protocol/extensions.ts'
import { allLimits, limits } from '../../server/protocol/limits.ts'

/** From RFC 5321 4.5.3 and the RFCs of the extensions. */
const numbers = {
  commandLine: 512,
  replyLine: 512,
  textLine: 1000,
  textLineRecommended: 78,
  localPart: 64,
  domain: 255,
  domainLabel: 63,
  path: 256,
  messageContent: 64 * 1024,
  recipients: 100,
  receivedFields: 100,
  replyCode: 3,
  authLine: 12_288,
  saslMechanism: 20,
  envid: 100,
  orcpt: 500,
  sizeValue: 20,
  solicit: 1000,
  greetingTimeout: 5 * 60,
  mailTimeout: 5 * 60,
  rcptTimeout: 5 * 60,
  dataTimeout: 2 * 60,
  dataBlockTimeout: 3 * 60,
  dataEndTimeout: 10 * 60,
  commandTimeout: 5 * 60,
  atrnTimeout: 10 * 60,
  retryInterval: 30 * 60,
  smtpPort: 25,
  submissionPort: 587,
  submissionsPort: 465,
} as const satisfies Partial<Record<keyof typeof limits, number>>

describe('limits', () => {
  it('are sixty-five', () => {
    assert.equal(allLimits.length, 65)
  })

  for (const [id, value] of Object.entries(numbers)) {
    it(`has ${value} for ${id}`, () => {
      assert.equal(allLimits.find(limit => limit.id === id)?.value, value)
    })
  }

  it('are read by name', () => {
    assert.equal(limits.commandLine.value, 512)
    assert.deepEqual(limits.mtPriority.value, [-9, 9])
    assert.equal(limits.bdatChunk.value, null)
  })

  it('have a row for every extension that makes command lines longer', () => {
    const rows = allLimits.filter(({ kind }) => kind === 'increase')
    const increases = extensionKeywords.flatMap(keyword =>
      Object.entries(extensionFacts(keyword)?.commandLineIncrease ?? {}).map(
        ([verb, octets]) => `${verb} with ${keyword}: ${octets}`,
      ),
    )
    const told = rows.map(({ what, value }) => `${what.replace(/^.* of |,.*$/g, '')}: ${value}`)
    assert.deepEqual(told.sort(), increases.sort())
  })

  it('tell what they limit, in what unit, and where that stands', () => {
    for (const { id, what, references, value, whenExceeded } of allLimits) {
      assert.match(what, /^[A-Z].*[^.]$/, id)
      assert.ok(references.length > 0, id)
      assert.notEqual(whenExceeded, '', id)
      if (Array.isArray(value)) assert.ok(value[0] < value[1], id)
    }
  })
})
