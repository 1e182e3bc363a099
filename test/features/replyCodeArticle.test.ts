import assert from 'node:assert/strict'
import { type Article, articleToMarkdown, articleToText } from '../../server/features/article.ts'
import { columns } from '../../server/features/columns.ts'
import { replyCodeArticle, replyCodeHeadings } from '../../server/features/replyCodeArticle.ts'
import { registeredEnhancedCodes } from '../../server/protocol/enhancedStatusCodes.ts'
import { replyCodePairs } from '../../server/protocol/replyCodePairs.ts'
import { knownReplyCodes } from '../../server/protocol/replyCodes.ts'

describe('the article about a code', () => {
  for (const code of [
    ...knownReplyCodes.map(String),
    ...registeredEnhancedCodes.map(({ key }) => `5.${key}`),
  ]) {
    it(`has all sections, none of them empty, for ${code}`, () => {
      const { title, lead, sections, links } = article(code)
      assert.ok(title.startsWith(`${code} `))
      assert.ok(lead.startsWith(`${code} is `))
      const isMixedUp = replyCodePairs.some(({ codes }) => codes.map(String).includes(code))
      assert.deepEqual(
        sections.map(({ heading }) => heading),
        [
          'What it means',
          'When you see it',
          'What to do',
          'Transient or permanent',
          ...(isMixedUp ? ['Often mixed up with'] : []),
        ],
      )
      for (const { heading } of sections) assert.ok(sectionText(code, heading).length > 10, heading)
      assert.ok(links.length > 0)
    })
  }

  it('tells the client and the server what to do', () => {
    const todo = sectionText('450', replyCodeHeadings.todo)
    assert.match(todo, /As the client: Keep the message/)
    assert.match(todo, /As the server: Choose it when/)
  })

  it('calls 450 transient and 503 permanent', () => {
    assert.match(sectionText('450', replyCodeHeadings.class), /^Transient/)
    assert.match(sectionText('503', replyCodeHeadings.class), /^Permanent/)
  })

  it('says that the 5 of 503 is about the place of the command', () => {
    assert.match(sectionText('503', replyCodeHeadings.class), /about the place of the command alone/)
  })

  it('tells which commands get it by RFC 5321 4.3.2, RFC 3030 and RFC 4954', () => {
    const listedFor = (code: string) =>
      /Listed as a reply to: (.*?)\./.exec(sectionText(code, replyCodeHeadings.when))?.[1]
    assert.match(listedFor('450') ?? '', /^RCPT, the message after DATA, BDAT/)
    assert.equal(listedFor('551'), 'RCPT, VRFY')
    assert.equal(listedFor('354'), 'DATA')
    assert.equal(listedFor('235'), 'AUTH')
    assert.equal(listedFor('421'), 'a new connection, any command')
    assert.equal(listedFor('220'), 'a new connection, STARTTLS')
    assert.equal(listedFor('599'), undefined)
    assert.equal(listedFor('4.2.1'), undefined)
  })

  it('warns of the codes that people mix it up with, the likeliest first', () => {
    assert.match(sectionText('450', replyCodeHeadings.mixedUp), /^503: 450 says "not now"/)
    assert.match(sectionText('535', replyCodeHeadings.mixedUp), /^530: .* 454: .*534: /)
  })

  it('says of an unknown code that it is unknown, and explains it by its class', () => {
    const { title, lead } = article('499')
    assert.equal(title, '499 Unregistered code, transient negative completion by its first digit')
    assert.match(lead, /No registry lists 499/)
    assert.match(article('5.7.999').lead, /No registry lists 5\.7\.999/)
  })

  it('does not say so of a known code', () => {
    assert.doesNotMatch(article('450').lead, /No registry/)
  })

  it('is not there for what is no code', () => {
    for (const text of [
      '',
      'abc',
      '45',
      '4500',
      '120',
      '600',
      '4.2',
      '4.2.1 text',
      '4.02.1',
      ' 450',
      '450 ',
      '４５０',
    ]) {
      assert.equal(replyCodeArticle(text), undefined, text)
    }
  })

  it('links to the sections of the RFCs', () => {
    assert.ok(
      article('450').links.some(({ url }) => url === 'https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3'),
    )
  })
})

describe('an article in Markdown', () => {
  it('has the title, the sections and the references as headings', () => {
    const headings = articleToMarkdown(article('450')).match(/^#+ .*$/gm)
    assert.deepEqual(headings, [
      '# 450 Requested mail action not taken: mailbox unavailable',
      '## What it means',
      '## When you see it',
      '## What to do',
      '## Transient or permanent',
      '## Often mixed up with',
      '## References',
    ])
  })

  it('begins at the level that is asked for', () => {
    assert.match(articleToMarkdown(article('450'), 3), /^### 450 .*\n[\s\S]*\n#### What it means\n/)
  })

  it('does not let a name with angle brackets act as HTML', () => {
    assert.match(articleToMarkdown(article('354')), /end with \\<CRLF\\>\.\\<CRLF\\>/)
  })

  it('escapes whatever could act as a mark', () => {
    const text = articleToMarkdown({
      title: 'a*b',
      lead: '[x](y) `c` _d_ <e> # | ~',
      sections: [],
      links: [],
    })
    assert.equal(text, '# a\\*b\n\n\\[x\\](y) \\`c\\` \\_d\\_ \\<e\\> \\# \\| \\~\n')
  })
})

describe('an article in plain text', () => {
  it('keeps to the width, but for addresses', () => {
    for (const width of [40, 80]) {
      for (const line of articleToText(article('503'), width).split('\n')) {
        assert.ok(line.length <= width || line.includes('https://'), line)
      }
    }
  })

  it('underlines its headings', () => {
    assert.match(articleToText(article('503')), /^503 Bad sequence of commands\n={28}\n\n/)
    assert.match(articleToText(article('503')), /\n\nWhat it means\n-{13}\nThe command exists/)
  })

  it('indents the further lines of an item', () => {
    assert.match(articleToText(article('503')), /\n- MAIL before EHLO, [^\n]*\n {2}\w/)
  })

  it('says the same as the article, word for word', () => {
    const words = (text: string) => text.split(/\s+/)
    const { lead } = article('450')
    assert.ok(
      words(articleToText(article('450')))
        .join(' ')
        .includes(lead),
    )
  })

  it('ends with one line end', () => {
    assert.match(articleToText(article('450')), /[^\n]\n$/)
  })

  it('counts two columns for each Hangul syllable: when it wraps, underlines, indents and aligns', () => {
    const text = articleToText(
      {
        title: '응답 코드 450',
        lead: '지금은 아닙니다. 같은 명령이 나중에 성공할 수 있습니다. 그때까지 메시지를 대기열에 둡니다.',
        sections: [
          {
            heading: '설명',
            blocks: [
              { kind: 'list', items: [{ label: '세션', text: '명령은 효과가 없었고 세션은 그대로입니다.' }] },
              { kind: 'comparison', between: ['가', 'ab'], rows: [{ aspect: '뜻', cells: ['일', '이'] }] },
            ],
          },
        ],
        links: [
          { label: '한글', url: 'https://a.example' },
          { label: 'RFC', url: 'https://b.example' },
        ],
      },
      30,
    )
    const lines = text.split('\n')
    for (const line of lines) assert.ok(columns(line) <= 30, line)
    assert.deepEqual(lines.slice(0, 2), ['응답 코드 450', '============='])
    assert.ok(lines.includes('----'))
    assert.ok(lines.includes('  가  일') && lines.includes('  ab  이'))
    assert.ok(lines.includes('한글  https://a.example') && lines.includes('RFC   https://b.example'))
    assert.equal(
      lines.slice(3, 7).join(' ').trim(),
      '지금은 아닙니다. 같은 명령이 나중에 성공할 수 있습니다. 그때까지 메시지를 대기열에 둡니다.',
    )
  })

  it('shows a grammar as it is, and indents what does not fit on its line', () => {
    const text = articleToText(
      {
        title: 't',
        lead: 'l',
        sections: [
          {
            heading: 'Syntax',
            blocks: [{ kind: 'grammar', text: '"RCPT TO:" ( Path / Other ) [ SP More ]' }],
          },
        ],
        links: [],
      },
      32,
    )
    assert.match(text, /\n {2}"RCPT TO:" \( Path \/ Other \)\n {4}\[ SP More \]\n/)
  })
})

function article(code: string): Article {
  const found = replyCodeArticle(code)
  assert.ok(found, code)
  return found
}

/** What stands under a heading, in one line. */
function sectionText(code: string, heading: string): string {
  const section = article(code).sections.find(section => section.heading === heading)
  assert.ok(section, heading)
  const lines = section.blocks.map(block => {
    if (block.kind === 'paragraph') return block.text
    if (block.kind === 'list')
      return block.items.map(({ label, text }) => (label ? `${label}: ${text}` : text)).join(' ')
    if (block.kind === 'transcript' || block.kind === 'grammar') return block.text
    return block.rows.map(({ aspect, cells }) => [aspect, ...cells].join(' ')).join(' ')
  })
  return lines.join(' ')
}
