import { type Reference, referenceLabel, referenceUrl } from '../../protocol/references.ts'
import type { Span } from '../../transcript/session.ts'
import { headings } from '../headings.ts'

/** A heading and what stands under it. */
export interface HoverSection {
  readonly heading: string
  readonly text: string
}

/** What a hover says, in Markdown, and of which words. */
export interface HoverText {
  readonly span: Span
  readonly title: string
  /** A line or two under the title. */
  readonly about: readonly string[]
  /** What happened in this session: sentences. */
  readonly here: readonly string[]
  /** The general; those without text are left out. */
  readonly sections: readonly HoverSection[]
  readonly links: readonly string[]
  /** The word of which a page tells all, where there is one. */
  readonly word?: string
}

/** @returns a section of sentences; null stands for none. */
export function sentences(heading: string, ...texts: readonly (string | null)[]): HoverSection {
  const told = texts.filter(text => text !== null && text !== '')
  return { heading, text: told.join(' ') }
}

/** @returns a section that is a list. */
export function bullets(heading: string, items: readonly string[]): HoverSection {
  const text = items.length === 0 ? '' : `\n${items.map(item => `- ${item}`).join('\n')}`
  return { heading, text }
}

/** @returns links to the references, each once. */
export function linksTo(references: readonly Reference[]): string[] {
  return [...new Set(references.map(one => `[${referenceLabel(one)}](${referenceUrl(one)})`))]
}

/** What looks like a tag of HTML would not be shown: `<domain>` in a name. What stands in code is safe. */
function withoutTags(markdown: string): string {
  return markdown.replace(/(`+)[^`][\s\S]*?\1(?!`)|</g, found => (found === '<' ? '\\<' : found))
}

/** @returns the whole hover in Markdown. */
export function hoverMarkdown({ title, about, here, sections, links }: HoverText): string {
  const told = [{ heading: headings.here, text: here.join(' ') }, ...sections]
  const parts = [
    [`#### ${title}`, ...about].join('\n'),
    ...told.filter(({ text }) => text !== '').map(({ heading, text }) => `**${heading}**: ${text}`),
    ...(links.length > 0 ? [links.join(' · ')] : []),
  ]
  return withoutTags(parts.join('\n\n'))
}
