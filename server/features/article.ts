import * as l10n from '@vscode/l10n'
import { type Reference, referenceLabel, referenceUrl } from '../protocol/references.ts'
import { columns, padColumns, wrapColumns } from './columns.ts'
import { escapeMarkdown, markdownBlock } from './markdown.ts'

/** A short text in sections, for a hover, a page, the terminal. Plain text throughout: the renderers add the marks. */
export interface Article {
  readonly title: string
  /** One or two sentences that answer the question by themselves. */
  readonly lead: string
  readonly sections: readonly ArticleSection[]
  readonly links: readonly ArticleLink[]
}

/** A heading and what stands under it. */
export interface ArticleSection {
  readonly heading: string
  readonly blocks: readonly ArticleBlock[]
}

/** What can stand under a heading. */
export type ArticleBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ArticleItem[] }
  | { readonly kind: 'transcript'; readonly text: string }
  | { readonly kind: 'grammar'; readonly text: string }
  | { readonly kind: 'comparison'; readonly between: Pair; readonly rows: readonly ArticleRow[] }

/** An item of a list, with a word or two in front that say what it is about. */
export interface ArticleItem {
  readonly label: string | null
  readonly text: string
}

/** One aspect in which two things are compared. */
export interface ArticleRow {
  readonly aspect: string
  readonly cells: Pair
}

type Pair = readonly [string, string]

/** A source to open. */
export interface ArticleLink {
  readonly label: string
  readonly url: string
}

/** @returns a block with one paragraph. */
export function paragraph(text: string): ArticleBlock {
  return { kind: 'paragraph', text }
}

/** @returns a block with a list; an item is a text, or a label and a text. */
export function list(items: readonly (string | readonly [label: string, text: string])[]): ArticleBlock {
  return {
    kind: 'list',
    items: items.map(item =>
      typeof item === 'string' ? { label: null, text: item } : { label: item[0], text: item[1] },
    ),
  }
}

/** @returns a block with the lines of a transcript, which are shown as they are. */
export function transcriptLines(text: string): ArticleBlock {
  return { kind: 'transcript', text }
}

/** @returns a block with rules of a grammar in ABNF (RFC 5234), one on each line. */
export function grammar(text: string): ArticleBlock {
  return { kind: 'grammar', text }
}

/** @returns the links to the references, each once, in their order. */
export function linksTo(references: readonly Reference[]): readonly ArticleLink[] {
  const links = references.map(reference => ({
    label: referenceLabel(reference),
    url: referenceUrl(reference),
  }))
  return links.filter((link, index) => links.findIndex(other => other.url === link.url) === index)
}

/** The heading under which the renderers put the links. */
export function referencesHeading(): string {
  return l10n.t`References`
}

/**
 * @param headingLevel of the title; sections stand one below
 * @returns the article in Markdown (CommonMark, and a table for a comparison); nothing in its text acts as a mark
 */
export function articleToMarkdown(article: Article, headingLevel = 1): string {
  const title = '#'.repeat(headingLevel)
  const parts = [
    `${title} ${escapeMarkdown(article.title)}`,
    escapeMarkdown(article.lead),
    ...article.sections.flatMap(({ heading, blocks }) => [
      `${title}# ${escapeMarkdown(heading)}`,
      ...blocks.map(blockToMarkdown),
    ]),
  ]
  const links = article.links.map(({ label, url }) => `[${escapeMarkdown(label)}](${url})`).join(' · ')
  if (links) parts.push(`${title}# ${escapeMarkdown(referencesHeading())}`, links)
  return `${parts.join('\n\n')}\n`
}

function blockToMarkdown(block: ArticleBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return escapeMarkdown(block.text)
    case 'list':
      return block.items
        .map(({ label, text }) => `- ${label ? `**${escapeMarkdown(label)}:** ` : ''}${escapeMarkdown(text)}`)
        .join('\n')
    case 'transcript':
      return markdownBlock(block.text, 'smtp')
    case 'grammar':
      return markdownBlock(block.text, 'abnf')
    case 'comparison':
      return [
        tableRow(['', ...block.between]),
        '| --- | --- | --- |',
        ...block.rows.map(({ aspect, cells }) => tableRow([aspect, ...cells])),
      ].join('\n')
  }
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(escapeMarkdown).join(' | ')} |`
}

/**
 * @param width of a line in columns, at least 20; only an address or a single longer word goes beyond it
 * @returns the article as plain text for a terminal, with a line end at the end
 */
export function articleToText(article: Article, width = 80): string {
  const parts = [
    underlined(article.title, '=', width),
    wrap(article.lead, width),
    ...article.sections.flatMap(({ heading, blocks }) => [
      `${underlined(heading, '-', width)}\n${blocks.map(block => blockToText(block, width)).join('\n\n')}`,
    ]),
  ]
  if (article.links.length > 0) {
    const labelWidth = Math.max(...article.links.map(({ label }) => columns(label)))
    const links = article.links.map(({ label, url }) => `${padColumns(label, labelWidth)}  ${url}`).join('\n')
    parts.push(`${underlined(referencesHeading(), '-', width)}\n${links}`)
  }
  return `${parts.join('\n\n')}\n`
}

function blockToText(block: ArticleBlock, width: number): string {
  switch (block.kind) {
    case 'paragraph':
      return wrap(block.text, width)
    case 'list':
      return block.items
        .map(({ label, text }) => hanging('- ', label ? `${label}: ${text}` : text, width))
        .join('\n')
    case 'transcript':
      return block.text
    case 'grammar':
      return block.text
        .split('\n')
        .map(rule => `  ${wrap(rule, width - 4).replaceAll('\n', '\n    ')}`)
        .join('\n')
    case 'comparison': {
      const indent = Math.max(...block.between.map(columns)) + 4
      return block.rows
        .map(({ aspect, cells }) => {
          const lines = cells.map((cell, side) =>
            hanging(padColumns(`  ${block.between[side]}`, indent), cell, width),
          )
          return [aspect, ...lines].join('\n')
        })
        .join('\n')
    }
  }
}

function underlined(text: string, mark: string, width: number): string {
  const lines = wrap(text, width).split('\n')
  return [...lines, mark.repeat(Math.max(...lines.map(columns)))].join('\n')
}

function hanging(mark: string, text: string, width: number): string {
  const indent = ' '.repeat(columns(mark))
  return mark + wrap(text, width - columns(mark)).replaceAll('\n', `\n${indent}`)
}

function wrap(text: string, width: number): string {
  return wrapColumns(text, width).join('\n')
}
