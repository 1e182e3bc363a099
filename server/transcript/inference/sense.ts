import { commandFacts } from '../../protocol/commands.ts'
import { parseCommandLine } from '../commandLine.ts'
import type { Dialect } from '../dialects/dialect.ts'
import type { LineRecord } from '../lineRecord.ts'
import { beforeSession, type ReaderState } from '../readerState.ts'
import { readLine } from '../readLine.ts'
import { payloadOf } from '../stretch.ts'

/** How well a dialect makes sense of lines. */
export interface Sense {
  readonly commands: number
  readonly replies: number
  /** Replies that greet, or that answer something. */
  readonly fitting: number
  /** Replies that nobody asked for, although the client speaks. */
  readonly misfits: number
  /** What speaks for the dialect, less what speaks against it. */
  readonly score: number
}

function isKnown(record: LineRecord, line: string): boolean {
  return commandFacts(parseCommandLine(payloadOf(line, record), 0).verb) !== undefined
}

function scoreOf(record: LineRecord, line: string, before: ReaderState): number {
  switch (record.kind) {
    case 'command':
      // What nobody knows, and what cannot stand there, may be no command at all.
      if (!isKnown(record, line)) return -0.5
      return record.verdict.sequence === 'allowed' || record.verdict.sequence === 'unknown' ? 1 : 0
    case 'reply':
      if (!record.isFirst) return 0
      if (record.answers !== 'nothing') return 1
      // Where only the server's side is printed, nobody asks.
      return before.clientSpoke ? -2 : 0
    default:
      return 0
  }
}

/** Reads lines in a dialect, to see what sense they make: whether replies answer, and commands stand where they may. */
export function senseOf(dialect: Dialect, lines: readonly string[]): Sense {
  let commands = 0
  let replies = 0
  let fitting = 0
  let misfits = 0
  let score = 0
  const states = new Map<string | null, ReaderState>()
  let current: string | null = null
  for (const line of lines) {
    current = dialect.id?.(line) ?? current
    const before = states.get(current) ?? beforeSession
    const { records, after } = readLine(before, line, dialect)
    states.set(current, after)
    for (const record of records) {
      score += scoreOf(record, line, before)
      if (record.kind === 'command') commands += 1
      if (record.kind !== 'reply' || !record.isFirst) continue
      replies += 1
      if (record.answers !== 'nothing') fitting += 1
      else if (before.clientSpoke) misfits += 1
    }
  }
  return { commands, replies, fitting, misfits, score }
}
