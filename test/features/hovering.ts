import assert from 'node:assert/strict'
import type { Hover, Position } from 'vscode-languageserver-types'
import { hoverAt } from '../../server/features/hover.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import type { Dialect, WritableDialect } from '../../server/transcript/dialects/dialect.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

/** The document that the transcripts of these tests are. */
export const uri = 'file:///folder/session.smtp'

/** The headings of a hover that explains 450 or 503, in the order in which they are read. */
export const headings = [
  'In this session',
  'What to do',
  'What it means',
  'When you see it',
  'Transient or permanent',
] as const

type Heading = (typeof headings)[number]

/** A text and the place in it where `|` stood; the mark is taken out. */
export function cursorIn(marked: string): { text: string; position: Position } {
  const at = marked.indexOf('|')
  assert.ok(at >= 0 && at === marked.lastIndexOf('|'), 'one | marks the cursor')
  const before = marked.slice(0, at).split(/\r\n|\n|\r/)
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
  return { text: marked.slice(0, at) + marked.slice(at + 1), position }
}

/** The hover at the cursor mark. With a dialect, the text is read as that. */
export function hoverIn(marked: string, dialect: Dialect | null = null, commandLinks = false): Hover | null {
  const { text, position } = cursorIn(marked)
  return hoverAt({ uri, transcript: readTranscript(text, dialect) }, position, {
    commandLinks,
    settings: defaultSettings,
  })
}

/** The Markdown of the hover at the cursor mark; fails where there is none. */
export function markdownIn(marked: string, dialect: Dialect | null = null, commandLinks = false): string {
  const shown = hoverIn(marked, dialect, commandLinks)
  assert.ok(shown, `no hover in\n${marked}`)
  assert.ok(typeof shown.contents === 'object' && 'kind' in shown.contents)
  assert.equal(shown.contents.kind, 'markdown')
  return shown.contents.value
}

/** What stands under a heading of a hover. */
export function sectionOf(markdown: string, heading: Heading): string {
  const text = new RegExp(`^\\*\\*${heading}\\*\\*:? ?([\\s\\S]*?)(?=\\n\\n|$(?![\\s\\S]))`, 'm').exec(
    markdown,
  )?.[1]
  assert.ok(text !== undefined, `no section "${heading}" in\n${markdown}`)
  return text
}

/** The numbers of the lines that a text links to, each link written as the number of its line; they count from 1. */
export function linkedLines(markdown: string): readonly number[] {
  return [...markdown.matchAll(/\[([^\]]*)\]\(([^)]*)#L(\d+)\)/g)].map(([, shown, of, line]) => {
    assert.equal(of, uri)
    assert.equal(shown, line)
    return Number(line)
  })
}

/** A transcript in `C: ` and `S: ` lines, written in another dialect; the cursor mark stays where it is. */
export function inDialect(lines: readonly string[], dialect: WritableDialect): string {
  return lines
    .map(line => dialect.write(line.startsWith('C') ? 'client' : 'server', line.slice(3), false))
    .join('\n')
}

/** A greeting and an accepted EHLO that announces these keywords; two lines and one for each keyword. */
export function helloWith(...keywords: readonly string[]): readonly string[] {
  const names = ['mx.example.org', ...keywords]
  const replies = names.map((name, index) => `S: 250${index < names.length - 1 ? '-' : ' '}${name}`)
  return ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', ...replies]
}
