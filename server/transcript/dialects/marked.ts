import { looksLikeCommand, looksLikeReply } from '../payload.ts'
import { type Encoding, payloadOf, splitLiteral, stretchBetween } from '../stretch.ts'
import {
  type ConnectionEvent,
  type Dialect,
  type LineContext,
  said,
  type Utterance,
  utterance,
  type WriteLine,
} from './dialect.ts'

/** A remark of the tool, and what it tells of the connection. */
export type EventPattern = readonly [RegExp, ConnectionEvent]

/** What stands in front of a payload and behind it, to write a line. */
export type Frame = readonly [before: string, behind: string]

/** A dialect that puts a mark in front of what is said. What can be inferred from the text is left out. */
export interface MarkedDialect
  extends Pick<Dialect, 'name' | 'title' | 'example' | 'isUnstuffed' | 'elidesContent'> {
  /**
   * What stands in front of a payload, from the beginning of the line on. The group that matches, `client`, `server`,
   * `note` or `more`, tells whose it is; `head` is what a log writes in front of its lines.
   */
  readonly line: RegExp
  /** Finds the tool's own id of the session in a line: its first group. */
  readonly id?: RegExp
  /** How payloads are written; a `string` ends with the quote that stands in front of it. */
  readonly encoding?: Encoding
  /** What stands behind a payload. */
  readonly behind?: RegExp
  /** The remarks that tell of the connection. */
  readonly events?: readonly EventPattern[]
  /** Reads a line without a mark; without it, such lines are notes. */
  readonly unmarked?: (line: string, context: LineContext) => readonly Utterance[]
  /** A line that no other tool prints. */
  readonly signature?: RegExp
  /** Only parts of sessions are shown: what comes before a command is not known. */
  readonly isExcerpt?: true
  /** Replies stand without a mark, so that they count when the dialect is recognized. */
  readonly repliesAreUnmarked?: true
  /** How lines are written; left out for logs, which nobody writes. */
  readonly write?: {
    /** The head of a line that is written in the manner of no other. */
    readonly head?: string
    readonly client: Frame
    readonly server: Frame
  }
}

const speakers = ['client', 'server', 'more', 'message', 'note'] as const

function columnBehind(line: string, start: number, behind: RegExp | undefined): number {
  const tail = behind?.exec(line)
  return tail && tail.index >= start ? tail.index : line.length
}

/** What a client or server says in a string literal, of which the quote stands in front of `start`. */
function saidInQuotes(speaker: 'client' | 'server', line: string, start: number): readonly Utterance[] {
  const end = line.lastIndexOf(line[start - 1] ?? '"')
  return splitLiteral(line, start, end < start ? line.length : end).map(stretch => said(speaker, stretch))
}

/** The event that a remark of the tool tells of. */
export function eventIn(line: string, events: readonly EventPattern[] = []): ConnectionEvent | null {
  return events.find(([pattern]) => pattern.test(line))?.[1] ?? null
}

/** A line that is a remark of the tool, or empty. */
export function readRemark(line: string, events: readonly EventPattern[] = []): readonly Utterance[] {
  return utterance(line.trim() === '' ? 'blank' : 'note', 0, eventIn(line, events))
}

/** Who is said by the mark to speak on a line, and where the payload starts; undefined without a mark. */
export function markOn(
  line: string,
  pattern: RegExp,
): { speaker: (typeof speakers)[number]; start: number } | undefined {
  const match = pattern.exec(line)
  const speaker = speakers.find(one => match?.groups?.[one] !== undefined)
  return match && speaker ? { speaker, start: match[0].length } : undefined
}

function writer({ line: pattern, write, encoding }: MarkedDialect): WriteLine | null {
  if (!write) return null
  return (speaker, payload, _secure, like = '') => {
    const head = pattern.exec(like)?.groups?.['head'] ?? write.head ?? ''
    const [before, behind] = write[speaker]
    return `${head}${before}${encoding === 'string' ? payload.replace(/[\\"']/g, '\\$&') : payload}${behind}`
  }
}

/** Who speaks behind a mark: mail data are the client's, and nobody's where none can stand. */
function speakerAt(mark: (typeof speakers)[number], { expected }: LineContext) {
  if (mark !== 'message') return mark
  return expected === 'content' || expected === 'content-or-reply' ? 'client' : 'note'
}

/** Where an excerpt begins: with a command, or with a reply to what is not shown. */
export function startsExcerpt({ speaker }: Utterance, { isAwaiting, replyCode }: LineContext): boolean {
  return speaker === 'client' || (speaker === 'server' && !isAwaiting && replyCode === null)
}

/** Makes a dialect of its description. */
export function markedDialect(description: MarkedDialect): Dialect {
  const { line: pattern, id, encoding = 'plain', behind, events, unmarked, signature } = description
  const { name, title, example, isUnstuffed, elidesContent, isExcerpt } = description

  function read(line: string, context: LineContext): readonly Utterance[] {
    const mark = markOn(line, pattern)
    if (!mark) {
      const event = eventIn(line, events)
      return event === null && unmarked ? unmarked(line, context) : readRemark(line, events)
    }
    const { start } = mark
    const speaker = speakerAt(mark.speaker, context)
    if (speaker === 'note') return utterance('note', start, eventIn(line, events))
    if (encoding === 'string' && speaker !== 'more') return saidInQuotes(speaker, line, start)
    const one = said(speaker, stretchBetween(line, start, columnBehind(line, start, behind), encoding))
    return [isExcerpt && startsExcerpt(one, context) ? { ...one, excerpt: true } : one]
  }

  /** Whether a line can only be its own: a mark of the client's with a command behind it, or of the server's with a reply. */
  function isOwn(line: string): boolean {
    const mark = markOn(line, pattern)
    if (!mark) return description.repliesAreUnmarked === true && looksLikeReply(line)
    const [first] = read(line, nowhere)
    if (!first || mark.speaker === 'note') return false
    const payload = payloadOf(line, first)
    return mark.speaker === 'client' ? looksLikeCommand(payload) : looksLikeReply(payload)
  }

  return {
    name,
    title,
    example,
    read,
    ...(id && { id: line => id.exec(line)?.[1] ?? null }),
    ...(isUnstuffed && { isUnstuffed }),
    ...(elidesContent && { elidesContent }),
    recognize(lines) {
      const isSigned = signature !== undefined && lines.some(line => signature.test(line))
      const own = lines.filter(isOwn).length
      // Somebody may quote a single line of another tool's output.
      return own + (isSigned ? (own > 0 ? signatureWeight : 1) : 0)
    },
    write: writer(description),
  }
}

/** What is known of a line that is looked at by itself. */
export const nowhere: LineContext = { expected: 'dialogue', replyCode: null, isAwaiting: false, memory: '' }

/** How many ordinary lines a line counts that no other tool prints. */
export const signatureWeight = 1000
