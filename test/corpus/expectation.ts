import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineInText, type PlacedSession } from '../../server/transcript/placedSession.ts'
import type { Transcript } from '../../server/transcript/transcript.ts'

/** What stands on the lines of a real transcript, written by people who read it; lines count from 1. */
export interface Expectation {
  readonly file: string
  readonly sessions: number
  /** `SMTP` also for ESMTP; without any session what the tool was about to speak. */
  readonly protocol: string
  readonly kind: 'dialog' | 'one-direction' | 'summary' | 'none'
  readonly commands: readonly (readonly [line: number, verb: string])[]
  readonly replies: readonly (readonly [line: number, code: number])[]
  readonly dataRanges: readonly (readonly [first: number, last: number])[]
  /** To report nothing is as right as to report this. */
  readonly ambiguous?: boolean
  /** What a tool prints more than once: the listed line, other lines that will do, and the verb or code. */
  readonly duplicates?: Readonly<Record<string, readonly (readonly (number | string)[])[]>>
  /** To which of several sessions each command and each reply belongs. */
  readonly commandSessions?: readonly number[]
  readonly replySessions?: readonly number[]
  readonly lines: number
}

/** A file of the corpus with what is expected of it. */
export interface CorpusFile {
  readonly tool: string
  readonly name: string
  readonly text: string
  readonly expected: Expectation
}

const folder = join('test', 'corpus')

/** The tools of which there are transcripts. */
export const tools: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  .sort()

/** The transcripts of a tool. */
export function corpusOf(tool: string): CorpusFile[] {
  return readdirSync(join(folder, tool))
    .filter(file => file.endsWith('.expect.json'))
    .sort()
    .map(file => {
      const name = file.slice(0, -'.expect.json'.length)
      const expected = JSON.parse(readFileSync(join(folder, tool, file), 'utf8')) as Expectation
      return { tool, name, text: readFileSync(join(folder, tool, name), 'utf8'), expected }
    })
}

/** The line that an expectation lists for one that the tool printed a second time. */
function listedLines({ duplicates = {} }: Expectation): (line: number) => number {
  const listed = new Map<number, number>()
  for (const rows of Object.values(duplicates)) {
    for (const row of rows) {
      const [first, ...others] = row.slice(0, -1).map(Number)
      if (first !== undefined) for (const other of others) listed.set(other, first)
    }
  }
  return line => listed.get(line) ?? line
}

/** Something on a line: `12 command MAIL`, `13 reply 250`, `20 data to 27`. */
export type Fact = string

function factsOf(placed: PlacedSession, expected: Expectation): Fact[] {
  const { session } = placed
  const listed = listedLines(expected)
  const line = (own: number) => listed(lineInText(placed, own) + 1)
  const greeting = session.greeting ? [session.greeting] : []
  const replies = [...greeting, ...session.unasked, ...session.exchanges.flatMap(one => one.replies)]
  const facts = replies.map(reply => `${line(reply.line)} reply ${reply.code}`)
  for (const { line: own, unit } of session.exchanges) {
    if (unit.kind === 'command') facts.push(`${line(own)} command ${unit.verb}`)
    if (unit.kind !== 'message' && unit.kind !== 'chunk') continue
    const first = lineInText(placed, unit.firstLine) + 1
    // Octets of a chunk are listed where the tool prints them in lines of their own.
    const isListed = unit.kind === 'message' || expected.dataRanges.some(([from]) => from === first)
    if (isListed && !unit.elided) facts.push(`${first} data to ${lineInText(placed, unit.lastLine) + 1}`)
  }
  return facts
}

/** What was found in a transcript. */
export function foundIn(transcript: Transcript, expected: Expectation): Fact[] {
  return transcript.sessions.flatMap(placed => factsOf(placed, expected))
}

/** The commands and replies that are expected. */
export function expectedDialogue({ commands, replies }: Expectation): Fact[] {
  return [
    ...commands.map(([line, verb]) => `${line} command ${verb}`),
    ...replies.map(([line, code]) => `${line} reply ${code}`),
  ]
}

/** Everything that is expected. */
export function expectedFacts(expected: Expectation): Fact[] {
  return [
    ...expectedDialogue(expected),
    ...expected.dataRanges.map(([first, last]) => `${first} data to ${last}`),
  ]
}

/** Commands that were read as replies, and replies as commands. */
export function swapped(found: readonly Fact[], { commands, replies }: Expectation): Fact[] {
  const commandLines = new Set(commands.map(([line]) => line))
  const replyLines = new Set(replies.map(([line]) => line))
  return found.filter(fact => {
    const line = Number.parseInt(fact, 10)
    if (commandLines.has(line) === replyLines.has(line)) return false
    return fact.includes(commandLines.has(line) ? ' reply ' : ' command ')
  })
}
