import assert from 'node:assert/strict'
import { reply450Causes } from '../../server/protocol/causes/reply450.ts'
import { reply503Causes } from '../../server/protocol/causes/reply503.ts'
import { commandFacts, commandVerbs } from '../../server/protocol/commands.ts'
import { providerMeanings } from '../../server/protocol/enhancedStatusCodes/providers.ts'
import {
  enhancedStatusCodeFacts,
  parseEnhancedStatusCode,
  registeredEnhancedCodes,
} from '../../server/protocol/enhancedStatusCodes.ts'
import { extensionFacts, extensionKeywords } from '../../server/protocol/extensions.ts'
import { allLimits } from '../../server/protocol/limits.ts'
import {
  document,
  type Reference,
  referenceLabel,
  referenceUrl,
  rfc,
} from '../../server/protocol/references.ts'
import { knownReplyCodes, replyCodeFacts } from '../../server/protocol/replyCodes.ts'
import { replyWordings } from '../../server/protocol/replyWordings.ts'
import { saslMechanismFacts, saslMechanismNames } from '../../server/protocol/saslMechanisms.ts'

describe('references', () => {
  it('opens the section of an RFC at the address of the contract', () => {
    assert.equal(referenceUrl(rfc(5321, '4.1.4')), 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4')
  })

  it('opens an appendix by the anchor of appendices', () => {
    assert.equal(referenceUrl(rfc(5321, 'F.1')), 'https://www.rfc-editor.org/rfc/rfc5321#appendix-F.1')
  })

  it('opens a document at its own address', () => {
    const manual = document('Postfix XCLIENT_README', 'https://www.postfix.org/XCLIENT_README.html')
    assert.equal(referenceUrl(manual), 'https://www.postfix.org/XCLIENT_README.html')
  })

  it('is labelled with RFC, number and section, or with the title', () => {
    assert.equal(referenceLabel(rfc(5321, '4.1.4')), 'RFC 5321 4.1.4')
    assert.equal(referenceLabel(rfc(5321, 'F.1')), 'RFC 5321 appendix F.1')
    assert.equal(referenceLabel(document('A title', 'https://mx.example/')), 'A title')
  })

  it('is well-formed in every table', () => {
    for (const [place, reference] of allReferences()) {
      if (reference.kind === 'rfc') {
        assert.match(reference.section, /^(\d+|[A-Z])(\.\d+)*$/, place)
        assert.ok(Number.isInteger(reference.rfc) && reference.rfc >= 821 && reference.rfc < 10000, place)
      } else {
        assert.match(reference.url, /^https:\/\/[a-z\d.-]+\/[\w./~#?=&%-]*$/, place)
        assert.notEqual(reference.title.trim(), '', place)
      }
    }
  })
})

function allReferences(): readonly [string, Reference][] {
  const enhanced = registeredEnhancedCodes.flatMap(({ key }) => parseEnhancedStatusCode(`5.${key}`) ?? [])
  const rows = [
    ...commandVerbs.map(verb => [verb, commandFacts(verb)?.references] as const),
    ...knownReplyCodes.map(code => [String(code), replyCodeFacts(code)?.references] as const),
    ...enhanced.map(code => [code.text, enhancedStatusCodeFacts(code).references] as const),
    ...reply450Causes.map(({ id, references }) => [`450 ${id}`, references] as const),
    ...reply503Causes.map(({ id, references }) => [`503 ${id}`, references] as const),
    ...extensionKeywords.map(keyword => [keyword, extensionFacts(keyword)?.references] as const),
    ...allLimits.map(({ id, references }) => [id, references] as const),
    ...saslMechanismNames.map(name => [name, saslMechanismFacts(name)?.references] as const),
    ...replyWordings().map(({ id, references }) => [id, references] as const),
    ...providerMeanings.map(({ provider, reference }) => [provider, [reference]] as const),
  ]
  const all = rows.flatMap(([place, references]) =>
    (references ?? []).map((reference): [string, Reference] => [place, reference]),
  )
  assert.ok(all.length > 300, 'the tables were read')
  return all
}
