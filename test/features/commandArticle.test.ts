import assert from 'node:assert/strict'
import type { Article } from '../../server/features/article.ts'
import { commandArticle } from '../../server/features/commandArticle.ts'
import { commandVerbs } from '../../server/protocol/commands.ts'
import { assertWhole, headingsOf, sectionText } from './articleText.ts'

function article(verb: string): Article {
  const found = commandArticle(verb)
  assert.ok(found, verb)
  return found
}

const order = ['What it means', 'When to use it', 'What goes wrong', 'Syntax', 'Replies', 'Limits']

describe('the article about a command', () => {
  for (const verb of commandVerbs) {
    it(`is whole, with its sections in order: ${verb}`, () => {
      assertWhole(article(verb))
      assert.equal(article(verb).title, `${verb} command`)
      const headings = headingsOf(article(verb))
      assert.deepEqual(
        headings,
        order.filter(heading => headings.includes(heading)),
      )
      for (const always of ['What it means', 'When to use it', 'Syntax', 'Replies']) {
        assert.ok(headings.includes(always), always)
      }
    })
  }

  it('takes the verb in any case (RFC 5321 2.4), and only a verb', () => {
    assert.deepEqual(commandArticle('mail'), article('MAIL'))
    for (const other of ['', 'MAIL FROM', 'FROB', 'constructor'])
      assert.equal(commandArticle(other), undefined)
  })

  // RFC 5321 4.3.2
  for (const [verb, codes] of [
    ['EHLO', ['250', '502', '504', '550']],
    ['RCPT', ['250', '251', '450', '451', '452', '455', '503', '550', '551', '552', '553', '555', '556']],
    ['QUIT', ['221']],
    ['RSET', ['250']],
    ['VRFY', ['250', '251', '252', '502', '504', '550', '551', '553']],
  ] as const) {
    it(`lists the replies of RFC 5321 4.3.2 with their names: ${verb}`, () => {
      const listed = [...sectionText(article(verb), 'Replies').matchAll(/^(\d{3}): (.+)$/gm)]
      assert.deepEqual(
        listed.map(match => match[1]),
        codes,
      )
    })
  }

  it('says that 421, 500 and 501 may answer any command (RFC 5321 4.3.2)', () => {
    assert.match(
      sectionText(article('NOOP'), 'Replies'),
      /^Any command may be answered with 421, 500, 501\.$/m,
    )
  })

  it('tells the replies to DATA from those to the message', () => {
    const [toData = '', toMessage = ''] = sectionText(article('DATA'), 'Replies').split(
      'To the message that follows DATA:',
    )
    assert.match(toData, /^354: Start mail input/)
    assert.doesNotMatch(toData, /^250/m)
    assert.match(toMessage, /^250: /m)
    assert.match(toMessage, /^552: /m)
  })

  it('names the keyword without which it must not be sent (RFC 5321 2.2.1)', () => {
    assert.match(sectionText(article('BDAT'), 'When to use it'), /^EHLO has to announce: CHUNKING$/m)
    assert.match(sectionText(article('STARTTLS'), 'When to use it'), /^EHLO has to announce: STARTTLS$/m)
    assert.doesNotMatch(sectionText(article('MAIL'), 'When to use it'), /has to announce:/)
  })

  it('tells where in a pipelined group it may stand (RFC 2920 3.1)', () => {
    for (const verb of ['EHLO', 'DATA', 'VRFY', 'EXPN', 'NOOP', 'QUIT']) {
      assert.match(sectionText(article(verb), 'When to use it'), /^In a pipelined group: Only as the last/m)
    }
    for (const verb of ['RSET', 'MAIL', 'RCPT']) {
      assert.match(sectionText(article(verb), 'When to use it'), /^In a pipelined group: At any place/m)
    }
  })

  it('lists each parameter once, only of MAIL and RCPT', () => {
    const parameters = (verb: string) =>
      [...sectionText(article(verb), 'Syntax').matchAll(/^([A-Z0-9-]+): /gm)].map(match => match[1])
    assert.equal(parameters('MAIL').filter(keyword => keyword === 'BODY').length, 1)
    for (const keyword of ['SIZE', 'AUTH', 'RET', 'ENVID']) assert.ok(parameters('MAIL').includes(keyword))
    for (const keyword of ['NOTIFY', 'ORCPT']) {
      assert.ok(parameters('RCPT').includes(keyword))
      assert.ok(!parameters('MAIL').includes(keyword))
    }
    assert.deepEqual(parameters('DATA'), [])
  })

  it('tells the limits of RFC 5321 4.5.3', () => {
    assert.match(sectionText(article('MAIL'), 'Limits'), /^A command line.*: At most 512 octets\. .* 500\.$/m)
    assert.match(sectionText(article('RCPT'), 'Limits'), /^Recipients.*: At least 100 commands\. .* 452/m)
    assert.match(sectionText(article('DATA'), 'Limits'), /^The client waits for 354.*: At least 2 minutes\./m)
    assert.match(sectionText(article('DATA'), 'Limits'), /final dot: At least 10 minutes\./)
    assert.match(sectionText(article('ATRN'), 'Limits'), /: TCP port 366\.$/m)
    assert.ok(!headingsOf(article('RSET')).includes('Limits'))
  })

  it('says of a command that is retired, not of SMTP, or of one manufacturer, that it is', () => {
    assert.match(sectionText(article('TURN'), 'What it means'), /RFC 5321 has retired it/)
    assert.match(sectionText(article('LHLO'), 'What it means'), /belongs to LMTP/)
    assert.match(sectionText(article('XCLIENT'), 'What it means'), /one manufacturer/)
    assert.doesNotMatch(sectionText(article('RCPT'), 'What it means'), /retired|manufacturer|LMTP/)
  })
})
