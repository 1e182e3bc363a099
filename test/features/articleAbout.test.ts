import assert from 'node:assert/strict'
import type { Article } from '../../server/features/article.ts'
import { articleAbout, nearestTo } from '../../server/features/articleAbout.ts'
import { commandVerbs } from '../../server/protocol/commands.ts'
import { extensionKeywords, parameterKeywords } from '../../server/protocol/extensions.ts'
import { knownReplyCodes } from '../../server/protocol/replyCodes.ts'
import { saslMechanismNames } from '../../server/protocol/saslMechanisms.ts'
import { assertWhole, headingsOf, sectionText } from './articleText.ts'

function article(word: string): Article {
  const found = articleAbout(word)
  assert.ok(found, word)
  return found
}

describe('the article about a word', () => {
  const words = [
    ...knownReplyCodes.map(String),
    ...commandVerbs,
    ...extensionKeywords,
    ...parameterKeywords,
    ...saslMechanismNames,
  ]

  it('is there and whole for all that is known, in any case, with each heading once', () => {
    for (const word of words) {
      assertWhole(article(word))
      assert.deepEqual(article(word.toLowerCase()), article(word))
      assert.equal(new Set(headingsOf(article(word))).size, headingsOf(article(word)).length, word)
    }
  })

  it('is not there for anything else', () => {
    const others = [
      '',
      ' ',
      'FROB',
      'MAIL TO',
      'RCPT FROM',
      'DATA FROM',
      'AUTH FROB',
      'FROB=1',
      '45',
      'a b c',
    ]
    for (const other of [...others, '__proto__', 'constructor', '450 Mailbox busy', ' 450']) {
      assert.equal(articleAbout(other), undefined, other)
    }
  })

  it('tells both of a command and the keyword that announces it', () => {
    for (const word of ['AUTH', 'STARTTLS', 'ETRN', 'EXPN', 'HELP', 'VRFY', 'XCLIENT']) {
      assert.equal(article(word).title, `${word} command`)
      const extension = headingsOf(article(word)).find(heading => heading.startsWith(`${word} extension`))
      assert.ok(extension, word)
      assert.match(sectionText(article(word), extension), /In the reply to EHLO:\n"/)
    }
  })

  it('tells the command, the keyword and the parameter AUTH, with the limits of all in one place', () => {
    const headings = headingsOf(article('AUTH'))
    const order = [
      'What it means',
      'Syntax',
      'AUTH extension: Authentication',
      'AUTH parameter of MAIL',
      'Limits',
    ]
    assert.deepEqual(
      headings.filter(heading => order.includes(heading)),
      order,
    )
    const limits = sectionText(article('AUTH'), 'Limits').split('\n')
    assert.equal(new Set(limits).size, limits.length)
    assert.ok(limits.some(limit => limit.startsWith('The command line of MAIL with AUTH: 500 octets more')))
    assert.ok(limits.some(limit => limit.startsWith('Attempts to authenticate')))
  })

  it('tells the keyword SIZE first, and the parameter first where it has a value', () => {
    assert.match(article('SIZE').title, /^SIZE extension/)
    assert.ok(headingsOf(article('SIZE')).includes('SIZE parameter of MAIL'))
    assert.equal(article('SIZE=1000').title, 'SIZE parameter of MAIL')
    assert.ok(headingsOf(article('SIZE=1000')).includes('SIZE extension: Message Size Declaration'))
    assert.equal(article('body=8bitmime').title, 'BODY parameter of MAIL')
  })

  it('takes a command with its preposition and a path, and a mechanism with its verb', () => {
    for (const word of ['MAIL FROM', 'mail from:', 'MAIL FROM:<anna@example.net> SIZE=1000']) {
      assert.equal(article(word).title, 'MAIL command')
    }
    assert.equal(article('rcpt to:<>').title, 'RCPT command')
    assert.equal(article('SOML FROM').title, 'SOML command')
    assert.equal(article('AUTH CRAM-MD5').title, 'CRAM-MD5 mechanism')
  })
})

describe('the nearest word', () => {
  it('is the word itself where it is known', () => {
    for (const word of ['450', '5.7.26', 'RCPT', 'SIZE', 'NOTIFY', 'CRAM-MD5'])
      assert.equal(nearestTo(word), word)
  })

  for (const [typed, meant] of [
    ['5O3', '503'],
    ['rctp', 'RCPT'],
    ['MIAL', 'MAIL'],
    ['EHL0', 'EHLO'],
    ['STARTLS', 'STARTTLS'],
    ['SMTPUTF-8', 'SMTPUTF8'],
    ['NOTFIY', 'NOTIFY'],
    ['DIGEST_MD5', 'DIGEST-MD5'],
    ['MAILFROM', 'MAIL'],
  ] as const) {
    it(`to ${typed} is ${meant}`, () => assert.equal(nearestTo(typed), meant))
  }

  it('is none for what looks like nothing', () => {
    for (const typed of ['', ' ', 'zzzzzz', 'x'.repeat(100_000), '4'.repeat(40)]) {
      assert.equal(nearestTo(typed), undefined)
    }
  })
})
