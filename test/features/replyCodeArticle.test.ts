import assert from 'node:assert/strict'
import { type Article, articleToMarkdown, articleToText } from '../../server/features/article.ts'
import { replyCodeArticle, replyCodeHeadings } from '../../server/features/replyCodeArticle.ts'
import { registeredEnhancedCodes } from '../../server/protocol/enhancedStatusCodes.ts'
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
      assert.deepEqual(
        sections.map(({ heading }) => heading),
        ['What it means', 'When you see it', 'What to do', 'Transient or permanent'],
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
    if (block.kind === 'transcript') return block.text
    return block.rows.map(({ aspect, cells }) => [aspect, ...cells].join(' ')).join(' ')
  })
  return lines.join(' ')
}
