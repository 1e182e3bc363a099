import assert from 'node:assert/strict'
import type { Article, ArticleBlock } from '../../server/features/article.ts'

function blockText(block: ArticleBlock): string {
  switch (block.kind) {
    case 'list':
      return block.items.map(({ label, text }) => (label === null ? text : `${label}: ${text}`)).join('\n')
    case 'comparison':
      return block.rows.map(({ aspect, cells }) => [aspect, ...cells].join(' ')).join('\n')
    default:
      return block.text
  }
}

/** The headings of an article, in their order. */
export function headingsOf({ sections }: Article): readonly string[] {
  return sections.map(({ heading }) => heading)
}

/** What stands under a heading, an item or a paragraph on each line. */
export function sectionText({ sections }: Article, heading: string): string {
  const section = sections.find(section => section.heading === heading)
  assert.ok(section, heading)
  return section.blocks.map(blockText).join('\n')
}

/** Whether an article has no heading without text, no text that ends in nothing, and no hole that was not filled. */
export function assertWhole(article: Article): void {
  assert.ok(article.lead.length > 10, article.title)
  for (const heading of headingsOf(article)) {
    const text = sectionText(article, heading)
    assert.ok(text.length > 3, `${article.title}: ${heading}`)
    assert.doesNotMatch(text, /(?:^|: )undefined|\{\d\}|: $|:$(?!\n)/m, `${article.title}: ${heading}`)
  }
  for (const { label, url } of article.links) {
    assert.ok(label.length > 0)
    assert.match(url, /^https:\/\//)
  }
}
