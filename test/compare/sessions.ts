import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { rules } from '../../server/rules/registry.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { smtp } from '../../server/transcript/dialects/smtp.ts'
import type { PlacedSession } from '../../server/transcript/placedSession.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { corpusOf, tools } from '../corpus/expectation.ts'
import { constructed } from './constructed.ts'
import { dialogueOf, type Segment } from './dialogue.ts'

/** Where a session comes from, in the order of the page. */
export const sources = ['corpus', 'examples', 'rules', 'constructed'] as const
export type Source = (typeof sources)[number]

/** A session that both tools are asked about. */
export interface ComparedSession {
  readonly source: Source
  /** Where it stands; of several in a text `#2` says which. */
  readonly name: string
  readonly transcript: Transcript
  readonly placed: PlacedSession
  readonly segments: readonly Segment[]
}

function together(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = []
  for (const segment of segments) {
    const last = joined.at(-1)
    if (segment.from === 'server' && last?.from === 'server') {
      joined[joined.length - 1] = { ...last, lines: [...last.lines, ...segment.lines] }
    } else joined.push(segment)
  }
  return joined
}

interface Text {
  readonly source: Source
  readonly name: string
  readonly text: string
  readonly dialect?: Dialect
  readonly repliesTogether?: boolean
}

function sessionsOf({ source, name, text, dialect, repliesTogether }: Text): ComparedSession[] {
  const transcript = readTranscript(text, dialect ?? null)
  return transcript.sessions.flatMap((placed, index) => {
    const said = dialogueOf(placed.session)
    if (said.length === 0) return []
    const segments = repliesTogether ? together(said) : said
    return { source, name: index === 0 ? name : `${name}#${index + 1}`, transcript, placed, segments }
  })
}

function* texts(): Generator<Text> {
  for (const tool of tools)
    for (const { name, text } of corpusOf(tool)) yield { source: 'corpus', name: `${tool}/${name}`, text }
  for (const name of readdirSync('examples').sort())
    yield { source: 'examples', name, text: readFileSync(`examples/${name}`, 'utf8') }
  for (const { id, example, instead } of rules) {
    yield { source: 'rules', name: `${id}, wrong`, text: example.trim(), dialect: smtp }
    yield { source: 'rules', name: `${id}, right`, text: instead.trim(), dialect: smtp }
  }
  for (const one of constructed) yield { source: 'constructed', ...one, dialect: smtp }
}

/** All sessions that are compared: real ones, the examples, those of the rules' pages, and those made for the purpose. */
export function comparedSessions(): ComparedSession[] {
  return [...texts()].flatMap(sessionsOf)
}

/** A mark that tells whether a session is still what it was when it was recorded. */
export function markOf({ segments }: ComparedSession): string {
  const said = segments.map(({ from, isFirstUnderTls, lines }) => [from, isFirstUnderTls, lines])
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12)
}
