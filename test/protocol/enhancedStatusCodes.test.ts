import assert from 'node:assert/strict'
import {
  type EnhancedStatusCodeFacts,
  enhancedStatusCodeFacts,
  parseEnhancedStatusCode,
  registeredEnhancedCodes,
} from '../../server/protocol/enhancedStatusCodes.ts'
import { knownReplyCodes } from '../../server/protocol/replyCodes.ts'

/** The last detail of each subject that the IANA registry lists, every one from 0 on being taken. */
const lastDetails = [0, 10, 4, 6, 7, 6, 10, 30]

describe('enhanced status codes', () => {
  it('has a row for every entry of the IANA registry', () => {
    const expected = lastDetails.flatMap((last, subject) =>
      Array.from({ length: last + 1 }, (_, detail) => `${subject}.${detail}`),
    )
    assert.equal(expected.length, 81)
    assert.deepEqual(registeredEnhancedCodes.map(({ key }) => key).sort(), expected.sort())
  })

  it('finds a code at the start of the text of a reply (RFC 2034 3)', () => {
    assert.deepEqual(parseEnhancedStatusCode('4.7.1 Greylisted'), {
      text: '4.7.1',
      class: 4,
      subject: 7,
      detail: 1,
    })
    assert.equal(parseEnhancedStatusCode('2.0.0')?.text, '2.0.0')
    assert.equal(parseEnhancedStatusCode('5.7.606  two spaces')?.detail, 606)
    assert.equal(parseEnhancedStatusCode('5.999.999 the largest')?.subject, 999)
  })

  for (const [text, why] of [
    ['3.1.0 no such class', 'the class is 2, 4 or 5'],
    ['4.7 Greylisted', 'three numbers are needed'],
    ['4.7.1Greylisted', 'a space or the end must follow'],
    ['4.7.1. Greylisted', 'a full stop is no space'],
    ['4.07.1 leading zero', 'leading zeros are forbidden (RFC 3463 2)'],
    ['4.7.01 leading zero', 'leading zeros are forbidden (RFC 3463 2)'],
    ['4.1000.1 four digits', 'a number has at most three digits'],
    [' 4.7.1 indented', 'it stands at the start'],
    ['Greylisted 4.7.1', 'it stands at the start'],
    ['5.6.7.8 an address', 'it is no IP address'],
    ['4. 7.1 white space', 'no white space inside'],
    ['', 'there is nothing'],
  ] as const) {
    it(`finds none in "${text}": ${why}`, () => {
      assert.equal(parseEnhancedStatusCode(text), undefined)
    })
  }

  it('knows a code by its row', () => {
    const found = facts('5.7.26')
    assert.equal(found.known, 'code')
    assert.equal(found.name, 'Multiple authentication checks failed')
    assert.deepEqual(found.replyCodes, [550])
  })

  it('reports an unknown detail by its subject (RFC 3463 2)', () => {
    const found = facts('4.2.99')
    assert.equal(found.known, 'subject')
    assert.match(found.name, /Mailbox Status/)
  })

  it('reports an unknown subject by its class (RFC 3463 2)', () => {
    const found = facts('5.9.1')
    assert.equal(found.known, 'class')
    assert.match(found.meaning, /Only the class of 5\.9\.1 is known/)
  })

  it('asks for nothing after a success', () => {
    assert.equal(facts('2.1.0').action, 'Nothing to do.')
    assert.equal(facts('2.7.0').action, 'Nothing to do.')
  })

  it('asks to retry after 4.2.1 and not after 5.2.1', () => {
    assert.match(facts('4.2.1').action, /^Retry later/)
    assert.doesNotMatch(facts('5.2.1').action, /retry/i)
  })

  it('tells what a class is used for only with that class', () => {
    assert.match(facts('4.7.1').meaning, /greylisting/)
    assert.doesNotMatch(facts('5.7.1').meaning, /greylisting/)
  })

  it('adds what a provider says with exactly this code', () => {
    assert.deepEqual(
      facts('5.7.606').providers.map(({ provider }) => provider),
      ['Exchange Online'],
    )
    assert.equal(facts('5.7.649').providers.length, 1)
    assert.equal(facts('5.7.650').providers.length, 0)
    assert.equal(facts('4.7.606').providers[0]?.meaning.includes('restricted for now'), true)
    assert.equal(facts('4.2.1').providers[0]?.provider, 'Gmail')
    assert.equal(facts('5.2.1').providers.length, 0)
  })

  it('gives every row a meaning, an action, a class, a source, and reply codes that have a row', () => {
    for (const { key, classes } of registeredEnhancedCodes) {
      assert.ok(classes.length > 0, key)
      for (const kind of [2, 4, 5]) {
        const { meaning, action, references, replyCodes } = facts(`${kind}.${key}`)
        assert.match(meaning, /^[A-Z].*\.$/, key)
        assert.match(action, /^[A-Z].*\.$/, key)
        assert.ok(references.length > 0, key)
        for (const code of replyCodes) assert.ok(knownReplyCodes.includes(code), `${key} ${code}`)
      }
    }
  })
})

function facts(text: string): EnhancedStatusCodeFacts {
  const code = parseEnhancedStatusCode(text)
  assert.ok(code, text)
  return enhancedStatusCodeFacts(code)
}
