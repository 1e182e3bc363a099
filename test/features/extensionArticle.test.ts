import assert from 'node:assert/strict'
import type { Article } from '../../server/features/article.ts'
import { extensionArticle } from '../../server/features/extensionArticle.ts'
import { extensionKeywords } from '../../server/protocol/extensions.ts'
import { assertWhole, headingsOf, sectionText } from './articleText.ts'

function article(keyword: string): Article {
  const found = extensionArticle(keyword)
  assert.ok(found, keyword)
  return found
}

/** How the keyword stands in the reply to EHLO. */
function announcement(keyword: string): string {
  return sectionText(article(keyword), 'Syntax').replace('In the reply to EHLO:\n', '')
}

describe('the article about an extension', () => {
  for (const keyword of extensionKeywords) {
    it(`is whole: ${keyword}`, () => {
      assertWhole(article(keyword))
      assert.match(article(keyword).title, new RegExp(`^${keyword} extension(: .+)?$`))
      assert.deepEqual(headingsOf(article(keyword)).slice(0, 3), [
        'What it means',
        'When to use it',
        'Syntax',
      ])
      assert.equal(new Set(headingsOf(article(keyword))).size, headingsOf(article(keyword)).length)
    })
  }

  it('takes the keyword in any case, and without what stands behind it', () => {
    assert.deepEqual(extensionArticle('size'), article('SIZE'))
    for (const other of ['', 'SIZE 1000', 'FROB', 'toString'])
      assert.equal(extensionArticle(other), undefined)
  })

  it('says what it adds and needs', () => {
    assert.match(sectionText(article('CHUNKING'), 'What it means'), /^Commands: BDAT$/m)
    assert.match(
      sectionText(article('DSN'), 'What it means'),
      /^Parameters: RET \(MAIL\), ENVID \(MAIL\), NOTIFY \(RCPT\), ORCPT \(RCPT\)$/m,
    )
    // RFC 6531 3.1: 8BITMIME has to be announced, too.
    assert.match(
      sectionText(article('SMTPUTF8'), 'What it means'),
      /^Announced only together with: 8BITMIME$/m,
    )
    assert.match(
      sectionText(article('BINARYMIME'), 'What it means'),
      /^Announced only together with: CHUNKING$/m,
    )
  })

  it('tells a standard from an experiment, from what is retired and from what one manufacturer has', () => {
    for (const [keyword, status] of [
      ['SIZE', /^Status: A standard of the IETF\.$/m],
      ['CHECKPOINT', /^Status: An experiment of the IETF\.$/m],
      ['TURN', /^Status: Retired/m],
      ['XCLIENT', /^Status: Of one manufacturer\.$/m],
    ] as const) {
      assert.match(sectionText(article(keyword), 'What it means'), status)
    }
  })

  // RFC 5321 4.1.1.1: ehlo-line = ehlo-keyword *( SP ehlo-param )
  for (const [keyword, syntax] of [
    ['PIPELINING', '"PIPELINING"'],
    ['SIZE', '"SIZE" [ SP 1*DIGIT ]'], // RFC 1870 3
    ['AUTH', '"AUTH" SP sasl-mech *( SP sasl-mech )'], // RFC 4954 3
    ['DELIVERBY', '"DELIVERBY" [ SP [ 1*9DIGIT ] *( "," deliverby-token ) ]'], // RFC 2852 2
    ['FUTURERELEASE', '"FUTURERELEASE" SP 1*9DIGIT SP date-time'], // RFC 4865 3
    ['NO-SOLICITING', '"NO-SOLICITING" [ SP word *( "," word ) ]'], // RFC 3865 2
    ['XCLIENT', '"XCLIENT" 1*( SP attribute-name )'],
  ] as const) {
    it(`shows the line of the reply to EHLO: ${keyword}`, () => assert.equal(announcement(keyword), syntax))
  }

  it('explains its parameters, with what their words mean', () => {
    const notify = sectionText(article('DSN'), 'NOTIFY parameter of RCPT')
    for (const word of ['NEVER', 'SUCCESS', 'FAILURE', 'DELAY']) {
      assert.match(notify, new RegExp(`^${word}: .+\\.$`, 'm'))
    }
    assert.match(notify, /^"NOTIFY=" /m)
    assert.ok(headingsOf(article('UTF8SMTP')).includes('ALT-ADDRESS parameter of MAIL and RCPT'))
  })

  it('tells by how much a command line may be longer', () => {
    assert.match(sectionText(article('SIZE'), 'Limits'), /: 26 octets more\./) // RFC 1870 3 (9)
    assert.match(sectionText(article('SMTPUTF8'), 'Limits'), /: 10 octets more\./) // RFC 6531 3.1
    assert.match(sectionText(article('SIZE'), 'Limits'), /^The value of SIZE: At most 20 digits\./m)
  })
})
