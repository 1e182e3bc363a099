import { looksLikeReply } from '../payload.ts'
import { stretchBetween } from '../stretch.ts'
import { type Dialect, type LineContext, said, type Utterance } from './dialect.ts'
import { type EventPattern, readRemark, signatureWeight } from './marked.ts'

/** A log that tells of single commands and replies, and not of the dialogue between them. */
export interface ExcerptLog extends Pick<Dialect, 'name' | 'title' | 'example' | 'id'> {
  /**
   * Lines that tell of an exchange. The group `command` is what the client said, or its verb, and `reply` what the
   * server said; either may be missing. They need the flag `d`.
   */
  readonly excerpts: readonly RegExp[]
  readonly events?: readonly EventPattern[]
  /** A line that no other program prints. */
  readonly signature: RegExp
}

type Part = 'command' | 'reply'

function partOf(match: RegExpExecArray, part: Part, line: string): Utterance | undefined {
  const [start, end] = match.indices?.groups?.[part] ?? []
  if (start === undefined || end === undefined) return undefined
  return said(part === 'command' ? 'client' : 'server', stretchBetween(line, start, end, 'plain'))
}

/** What a line tells of an exchange: a command, the reply to it, or both; empty where it tells nothing. */
export function readExcerpt(line: string, patterns: readonly RegExp[]): readonly Utterance[] {
  for (const pattern of patterns) {
    const match = pattern.exec(line)
    if (!match) continue
    const command = partOf(match, 'command', line)
    const reply = partOf(match, 'reply', line)
    const isReply = reply && looksLikeReply(line.slice(reply.start))
    const parts = [...(command ? [command] : []), ...(isReply ? [reply] : [])]
    const [first, ...rest] = parts
    if (first) return [{ ...first, excerpt: true }, ...rest]
  }
  return []
}

/** Makes a dialect of a log's description. */
export function excerptLog({ excerpts, events, signature, ...description }: ExcerptLog): Dialect {
  return {
    ...description,
    read(line: string, _context: LineContext) {
      const told = readExcerpt(line, excerpts)
      return told.length > 0 ? told : readRemark(line, events)
    },
    recognize(lines) {
      const count = lines.filter(
        line => signature.test(line) || readExcerpt(line, excerpts).length > 0,
      ).length
      return lines.some(line => signature.test(line)) ? signatureWeight + count : 0
    },
    write: null,
    isSummary: true,
  }
}
