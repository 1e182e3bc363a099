import assert from 'node:assert/strict'
import type { Article } from '../../server/features/article.ts'
import { parameterArticle } from '../../server/features/parameterArticle.ts'
import { parameterKeywords } from '../../server/protocol/extensions.ts'
import { assertWhole, headingsOf, sectionText } from './articleText.ts'

function article(keyword: string): Article {
  const found = parameterArticle(keyword)
  assert.ok(found, keyword)
  return found
}

describe('the article about a parameter', () => {
  for (const keyword of parameterKeywords) {
    it(`is whole: ${keyword}`, () => {
      assertWhole(article(keyword))
      assert.match(article(keyword).title, new RegExp(`^${keyword} parameter of (MAIL|RCPT|MAIL and RCPT)$`))
      assert.deepEqual(headingsOf(article(keyword)).slice(0, 4), [
        'What it means',
        'When to use it',
        'Syntax',
        'Replies',
      ])
    })
  }

  it('takes the keyword in any case, and without a value', () => {
    assert.deepEqual(parameterArticle('body'), article('BODY'))
    for (const other of ['', 'BODY=7BIT', 'PIPELINING']) assert.equal(parameterArticle(other), undefined)
  })

  it('tells all of BODY, which two extensions define (RFC 6152 2, RFC 3030 3)', () => {
    const meaning = sectionText(article('BODY'), 'What it means')
    assert.match(meaning, /^EHLO has to announce one of: 8BITMIME, BINARYMIME$/m)
    for (const value of ['7BIT', '8BITMIME', 'BINARYMIME'])
      assert.match(meaning, new RegExp(`^${value}: `, 'm'))
    assert.equal(sectionText(article('BODY'), 'Syntax'), '"BODY=" ( "7BIT" / "8BITMIME" )\n"BODY=BINARYMIME"')
  })

  it('says whether it has a value', () => {
    assert.match(sectionText(article('SMTPUTF8'), 'What it means'), /^Value: None\.$/m)
    assert.match(sectionText(article('SIZE'), 'What it means'), /^Value: Required\.$/m)
  })

  it('says which command it belongs to', () => {
    assert.match(sectionText(article('ORCPT'), 'What it means'), /^Stands after: RCPT$/m)
    assert.match(sectionText(article('ENVID'), 'What it means'), /^Stands after: MAIL$/m)
  })

  it('names the replies that refuse it (RFC 5321 4.1.1.11)', () => {
    const codes = [...sectionText(article('SIZE'), 'Replies').matchAll(/^(\d{3}): /gm)].map(match => match[1])
    assert.deepEqual(codes, ['455', '501', '555'])
  })

  it('tells the limit of its value', () => {
    assert.match(sectionText(article('ENVID'), 'Limits'), /At most 100 characters/) // RFC 3461 4.4
    assert.match(sectionText(article('MT-PRIORITY'), 'Limits'), /From -9 to 9\./) // RFC 6710 3
  })
})
