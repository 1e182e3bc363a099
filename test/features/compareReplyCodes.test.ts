import assert from 'node:assert/strict'
import { type Article, articleToMarkdown, articleToText } from '../../server/features/article.ts'
import { compareReplyCodes } from '../../server/features/compareReplyCodes.ts'
import { counterpartOf } from '../../server/protocol/counterpart.ts'
import { registeredEnhancedCodes } from '../../server/protocol/enhancedStatusCodes.ts'
import { replyCodePair, replyCodePairs } from '../../server/protocol/replyCodePairs.ts'
import { knownReplyCodes } from '../../server/protocol/replyCodes.ts'

/** What everybody who compares the two has to be told; a pattern for the words, and the heading under which they stand. */
const facts450And503: readonly (readonly [string, RegExp, string])[] = [
  ['450 is transient negative', /450 transient negative completion \(4yz\)/, 'Key differences'],
  ['503 is permanent negative', /503 permanent negative completion \(5yz\)/, 'Key differences'],
  ['450: the action was not taken', /The action was not taken/, 'What 450 means'],
  [
    '450: the mailbox cannot be used for the moment',
    /mailbox cannot be used for the moment/,
    'What 450 means',
  ],
  ['450: another process has locked it', /another process has locked it/, 'What 450 means'],
  ['450: a policy', /a policy puts the mail off/, 'What 450 means'],
  ['450: the mailbox exists', /mailbox that exists but is locked or busy/, 'When you meet 450'],
  ['450: greylisting', /greylisting/, 'When you meet 450'],
  ['450: retry after some minutes', /some minutes/, 'How to fix 450'],
  ['450: the second attempt passes greylisting', /second attempt usually passes/, 'How to fix 450'],
  ['450: look for a full or disabled mailbox', /full or disabled mailbox/, 'How to fix 450'],
  ['450: do not bounce', /Do not bounce/, 'How to fix 450'],
  ['450: the retry times of RFC 5321 4.5.4.1', /at least 30 minutes.*4 to 5 days/, 'Key differences'],
  ['503: a wrong order', /not at this point of the session/, 'What 503 means'],
  ['503: EHLO, MAIL FROM, RCPT TO, DATA', /EHLO.*MAIL FROM.*RCPT TO.*DATA/, 'What 503 means'],
  ['503: a step was left out or repeated', /left out, repeated/, 'What 503 means'],
  ['503: DATA before RCPT', /DATA or BDAT without an accepted RCPT/, 'When you meet 503'],
  ['503: MAIL before EHLO', /MAIL before EHLO/, 'When you meet 503'],
  ['503: the proper order', /EHLO or HELO, MAIL FROM, RCPT TO \(once or more\), DATA/, 'How to fix 503'],
  ['503: RSET to start over', /RSET and begin the transaction again/, 'How to fix 503'],
  [
    '503 is about the place and not about the message',
    /place of the command, not about the message/,
    'Key differences',
  ],
  ['450 is often policy', /450 is often policy/, 'Key differences'],
  ['503 after 450 to every recipient', /450 to every RCPT and then 503/, 'Key differences'],
  ['the state stays', /503 Unchanged, and an open transaction stays open/, 'Key differences'],
  ['what to do on receiving', /If you receive it: .*act on the 450/, 'Which applies when'],
  [
    'what to choose as a server',
    /If you write a server: Choose 450 when.*Choose 503 when/,
    'Which applies when',
  ],
]

describe('the comparison of two codes', () => {
  for (const [fact, words, heading] of facts450And503) {
    it(`tells of 450 and 503: ${fact}`, () => {
      assert.match(section(compare('450', '503'), heading), words)
    })
  }

  it('has its headings in a fixed order', () => {
    assert.deepEqual(headings(compare('450', '503')), [
      'What 450 means',
      'What 503 means',
      'When you meet 450',
      'When you meet 503',
      'How to fix 450',
      'How to fix 503',
      'Key differences',
      'Which applies when',
    ])
  })

  it('has nothing to fix about a success', () => {
    assert.ok(headings(compare('250', '550')).includes('What to do after 250'))
    assert.ok(headings(compare('250', '550')).includes('How to fix 550'))
  })

  it('keeps the order in which the codes are given', () => {
    assert.equal(compare('503', '450').title, '503 and 450 compared')
    assert.equal(compare('503', '450').lead, compare('450', '503').lead)
  })

  it('compares class, subject, who must act, retry, session and message', () => {
    const block = compare('450', '503')
      .sections.flatMap(({ blocks }) => blocks)
      .find(({ kind }) => kind === 'comparison')
    assert.ok(block?.kind === 'comparison')
    assert.deepEqual(
      block.rows.map(({ aspect }) => aspect),
      [
        'Class',
        'What it is about',
        'Listed as a reply to',
        'Who must act',
        'Retry',
        'The session',
        'The message',
      ],
    )
  })

  it('sets only what differs beside each other, and tells once what is the same', () => {
    const article = compare('535', '538')
    const blocks = article.sections.find(({ heading }) => heading === 'Key differences')?.blocks ?? []
    const table = blocks.find(({ kind }) => kind === 'comparison')
    assert.ok(table?.kind === 'comparison')
    assert.ok(table.rows.every(({ cells: [a, b] }) => a !== b))
    assert.match(
      section(article, 'Key differences'),
      /The same for both: - Class: permanent negative completion \(5yz\)/,
    )
  })

  for (const [a, b, question] of [
    ['450', '503', /The question: Can the same command succeed later .* Then 450; if not, 503\./],
    ['550', '450', /The question: Can the same command succeed later .* Then 450; if not, 550\./],
    ['4.7.1', '5.7.1', /The question: Can the same .* Then 4\.7\.1; if not, 5\.7\.1\./],
    ['250', '552', /The question: Did the command do what it should\? Then 250; if not, 552\./],
    ['354', '503', /The question: May the client send the rest of the command\? Then 354; if not, 503\./],
    ['354', '250', /The question: .* before the command is finished\? Then 354; if not, 250\./],
    ['501', '535', /The question: .*the order of the commands: 501\. Authentication or encryption: 535\./],
    ['421', '454', /The question: .*The connection or the whole host: 421\. Authentication .*: 454\./],
  ] as const) {
    it(`asks the question that decides between ${a} and ${b} (RFC 5321 4.2.1)`, () => {
      assert.match(section(compare(a, b), 'Which applies when'), question)
    })
  }

  it('asks no question where the digits decide nothing, and none of waiting where waiting does not help', () => {
    // 459 is a refusal for this client, for all its 4.
    for (const [a, b] of [
      ['550', '554'],
      ['250', '251'],
      ['450', '450'],
      ['450', '4.2.1'],
      ['459', '550'],
    ] as const) {
      assert.doesNotMatch(section(compare(a, b), 'Which applies when'), /The question/)
    }
  })

  it('tells a code beside itself once', () => {
    assert.equal(headings(compare('450', '450')).filter(heading => heading === 'What 450 means').length, 1)
    assert.equal(
      section(compare('450', '450'), 'Which applies when').match(/After 450 send the same/g)?.length,
      1,
    )
  })

  it('derives what no note tells from the rows', () => {
    const article = compare('250', '535')
    assert.match(
      article.lead,
      /250 is of the class "positive completion".*535 is of the class "permanent negative/,
    )
    assert.match(
      section(article, 'Which applies when'),
      /After 250 go on\. After 535 change what it speaks of/,
    )
  })

  it('compares a reply code with an enhanced status code, and says whether they can stand together (RFC 2034 4)', () => {
    assert.match(compare('450', '4.2.1').lead, /They can stand in the same reply/)
    assert.match(compare('4.2.1', '550').lead, /They cannot stand in the same reply/)
  })

  it('compares two enhanced status codes', () => {
    assert.match(compare('4.7.1', '5.7.1').lead, /persistent transient failure.*permanent failure/)
  })

  it('compares any two reply codes, known or not', () => {
    for (const a of [...knownReplyCodes, 299, 599]) {
      for (const b of knownReplyCodes) {
        for (const { heading } of compare(String(a), String(b)).sections) {
          assert.ok(section(compare(String(a), String(b)), heading).length > 10, `${a} ${b} ${heading}`)
        }
      }
    }
  }).timeout(30_000)

  it('is not there where one of the two is no code', () => {
    assert.equal(compareReplyCodes('450', 'abc'), undefined)
    assert.equal(compareReplyCodes('4.2', '450'), undefined)
  })

  it('links to the sources of both, each once', () => {
    const urls = compare('450', '550').links.map(({ url }) => url)
    assert.equal(new Set(urls).size, urls.length)
    assert.ok(urls.includes('https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1'))
    assert.ok(urls.includes('https://www.rfc-editor.org/rfc/rfc5321#section-7.9'))
  })

  it('sets both sides into a table in Markdown, and under each other in plain text', () => {
    assert.match(
      articleToMarkdown(compare('450', '503')),
      /\n\| {2}\| 450 \| 503 \|\n\| --- \| --- \| --- \|\n\| Class \| /,
    )
    assert.match(
      articleToText(compare('450', '503')),
      /\nClass\n {2}450 {2}transient negative .*\n {2}503 {2}permanent /,
    )
  })
})

describe('the counterpart of a code', () => {
  for (const [code, other] of [
    ['450', '503'],
    ['503', '450'],
    ['550', '450'],
    ['452', '552'],
    ['552', '452'],
    ['554', '550'],
    ['535', '530'],
    ['501', '500'],
    ['421', '450'],
    ['521', '554'],
    ['251', '551'],
    ['334', '235'],
    ['354', '250'],
  ] as const) {
    it(`is ${other} for ${code}, which a note weighs against it`, () => {
      assert.equal(counterpartOf(code), other)
    })
  }

  for (const [code, other] of [
    ['435', '535'],
    ['253', '250'],
    ['299', '250'],
    ['499', '451'],
    ['599', '554'],
    ['4.7.1', '5.7.1'],
    ['5.1.1', '4.1.1'],
    ['5.0.0', '4.0.0'],
    ['2.1.5', '2.0.0'],
    ['2.0.0', '5.0.0'],
    ['5.9.9', '5.0.0'],
  ] as const) {
    it(`is ${other} for ${code}, of which no note tells`, () => {
      assert.equal(counterpartOf(code), other)
    })
  }

  it('is another code that can be compared, for every code', () => {
    const enhanced = registeredEnhancedCodes.flatMap(({ key, classes }) =>
      classes.map(kind => `${kind}.${key}`),
    )
    for (const code of [...knownReplyCodes.map(String), ...enhanced]) {
      assert.notEqual(counterpartOf(code), code)
      assert.ok(compareReplyCodes(code, counterpartOf(code)), code)
    }
  })
})

describe('the notes on pairs', () => {
  it('are there for what people mix up', () => {
    const pairs = (
      '421/450 451/452 550/554 535/530 550/551 552/452 500/502 501/555 250/251 250/252 251/252 354/334 ' +
      '503/554 534/535 521/554 556/550 500/501 221/421 450/550 450/503 454/535 530/550'
    ).split(' ')
    for (const pair of pairs) {
      const [a, b] = pair.split('/').map(Number)
      assert.ok(a !== undefined && b !== undefined && replyCodePair(a, b), pair)
    }
  })

  it('speak of two known codes each, and of no pair twice', () => {
    const keys = replyCodePairs.map(({ codes }) => [...codes].sort().join(' '))
    assert.equal(new Set(keys).size, keys.length)
    for (const { codes } of replyCodePairs) {
      for (const code of codes) assert.ok(knownReplyCodes.includes(code), String(code))
    }
  })

  it('name both codes, wherever the two are weighed', () => {
    for (const { codes, lead } of replyCodePairs) {
      if (/^Both/.test(lead)) continue
      for (const code of codes) assert.ok(lead.includes(String(code)), `${codes}: ${lead}`)
    }
  })

  it('are sentences', () => {
    for (const { lead, differences, receiving, serving } of replyCodePairs) {
      assert.ok(differences.length > 0)
      for (const text of [lead, ...differences, receiving, serving])
        assert.match(text, /^([A-Z0-9]|qmail).*\.$/)
    }
  })
})

function compare(a: string, b: string): Article {
  const found = compareReplyCodes(a, b)
  assert.ok(found)
  return found
}

function headings({ sections }: Article): string[] {
  return sections.map(({ heading }) => heading)
}

/** What stands under a heading, in one line. */
function section({ sections }: Article, heading: string): string {
  const found = sections.find(section => section.heading === heading)
  assert.ok(found, heading)
  const text = articleToText({ title: '', lead: '', sections: [found], links: [] })
  return text.split('\n').slice(5).join(' ').replace(/ +/g, ' ').trim()
}
