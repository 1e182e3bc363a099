import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlacedSession, Transcript } from '../../server/transcript/transcript.ts'

/** What stands on the lines of a real transcript, written by people who read it; lines count from 1. */
export interface Expectation {
  readonly sessions: number
  /** `SMTP` also for ESMTP; without any session what the tool was about to speak. */
  readonly protocol: string
  readonly commands: readonly (readonly [line: number, verb: string])[]
  readonly replies: readonly (readonly [line: number, code: number])[]
  readonly dataRanges: readonly (readonly [first: number, last: number])[]
  readonly lines: number
}

/** The transcripts of a folder that have an expectation beside them, by name. */
export function transcriptNames(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.expect.json'))
    .map(name => name.slice(0, -'.expect.json'.length))
    .sort()
}

/** The text of a transcript and what is expected of it. */
export function readExpected(folder: string, name: string): { text: string; expected: Expectation } {
  const text = readFileSync(join(folder, name), 'utf8')
  const json = readFileSync(join(folder, `${name}.expect.json`), 'utf8')
  return { text, expected: JSON.parse(json) as Expectation }
}

function foundIn({ startLine, session }: PlacedSession): string[] {
  const greeting = session.greeting ? [session.greeting] : []
  const replies = [...greeting, ...session.unasked, ...session.exchanges.flatMap(one => one.replies)]
  const found = replies.map(reply => `${startLine + reply.line + 1} reply ${reply.code}`)
  for (const { line, unit } of session.exchanges) {
    if (unit.kind === 'command') found.push(`${startLine + line + 1} command ${unit.verb}`)
    if (unit.kind === 'message' && !unit.elided) {
      found.push(`${startLine + unit.firstLine + 1} data to ${startLine + unit.lastLine + 1}`)
    }
  }
  return found
}

/** What was found and what was expected, as sorted lines of text: all that is in one list and not in the other is wrong. */
export function differences(transcript: Transcript, expected: Expectation): string[] {
  const found = transcript.sessions.flatMap(foundIn)
  const wanted = [
    ...expected.commands.map(([line, verb]) => `${line} command ${verb}`),
    ...expected.replies.map(([line, code]) => `${line} reply ${code}`),
    ...expected.dataRanges.map(([first, last]) => `${first} data to ${last}`),
  ]
  const missing = wanted.filter(one => !found.includes(one)).map(one => `missing: ${one}`)
  const wrong = found.filter(one => !wanted.includes(one)).map(one => `wrong: ${one}`)
  const byLine = (one: string) => Number(/\d+/.exec(one)?.[0])
  const twice = found.length - new Set(found).size
  return [
    ...[...missing, ...wrong].sort((one, other) => byLine(one) - byLine(other)),
    ...(twice > 0 ? [`wrong: ${twice} found twice`] : []),
  ]
}
