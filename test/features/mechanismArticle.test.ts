import assert from 'node:assert/strict'
import type { Article } from '../../server/features/article.ts'
import { mechanismArticle } from '../../server/features/mechanismArticle.ts'
import { saslMechanismNames } from '../../server/protocol/saslMechanisms.ts'
import { assertWhole, headingsOf, sectionText } from './articleText.ts'

function article(name: string): Article {
  const found = mechanismArticle(name)
  assert.ok(found, name)
  return found
}

describe('the article about a SASL mechanism', () => {
  for (const name of saslMechanismNames) {
    it(`is whole: ${name}`, () => {
      assertWhole(article(name))
      assert.equal(article(name).title, `${name} mechanism`)
      assert.deepEqual(headingsOf(article(name)).slice(0, 3), ['What it means', 'When to use it', 'Syntax'])
      assert.ok(article(name).links.length > 0)
    })
  }

  it('takes the name in any case, and knows the families SCRAM and GS2', () => {
    assert.deepEqual(mechanismArticle('plain'), article('PLAIN'))
    assert.equal(article('scram-sha-384').title, 'SCRAM-SHA-384 mechanism')
    for (const other of ['', 'FROB', 'AUTH PLAIN']) assert.equal(mechanismArticle(other), undefined)
  })

  it('gives an initial response only to mechanisms in which the client begins (RFC 4954 4)', () => {
    assert.equal(sectionText(article('PLAIN'), 'Syntax'), '"AUTH" SP "PLAIN" [ SP ( base64 / "=" ) ]')
    assert.equal(sectionText(article('CRAM-MD5'), 'Syntax'), '"AUTH" SP "CRAM-MD5"')
    assert.match(sectionText(article('CRAM-MD5'), 'What it means'), /^Who begins: The server/m)
    assert.match(sectionText(article('SCRAM-SHA-256'), 'What it means'), /^Who begins: The client/m)
  })

  it('warns of those that send the password itself', () => {
    for (const name of ['PLAIN', 'LOGIN', 'XOAUTH2']) {
      assert.match(sectionText(article(name), 'What it means'), /base64 hides nothing/)
    }
    for (const name of ['CRAM-MD5', 'SCRAM-SHA-256', 'EXTERNAL']) {
      assert.doesNotMatch(sectionText(article(name), 'What it means'), /base64 hides nothing/)
    }
    assert.match(sectionText(article('EXTERNAL'), 'What it means'), /No secret/)
  })

  it('tells the fields of PLAIN that a server has to take (RFC 4616 2)', () => {
    assert.match(sectionText(article('PLAIN'), 'Limits'), /At least 255 octets/)
  })
})
