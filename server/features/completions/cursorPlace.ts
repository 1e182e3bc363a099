import type { Position } from 'vscode-languageserver-types'
import { lastOutstanding } from '../../protocol/sessionView.ts'
import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { dialectNamed } from '../../transcript/dialects/registry.ts'
import { stateBefore } from '../../transcript/linesAround.ts'
import type { ReaderState } from '../../transcript/readerState.ts'
import { lineOf } from '../../transcript/reading.ts'
import { type ReadLine, readLine, utterancesOn } from '../../transcript/readLine.ts'
import type { Transcript } from '../../transcript/transcript.ts'

/** A place in a transcript where somebody types. Columns are UTF-16 units of the line. */
export interface CursorPlace {
  readonly transcript: Transcript
  readonly dialect: Dialect
  /** From 0. */
  readonly line: number
  readonly character: number
  /** The whole line. */
  readonly text: string
  /** The state that the session of the line has come to before it. */
  readonly before: ReaderState
}

/** Who speaks at a cursor, and what of it has been typed. */
export interface SpokenPlace {
  readonly speaker: 'client' | 'server'
  /** The column where what is said starts. */
  readonly start: number
  /** What is said up to the cursor, and behind it. */
  readonly typed: string
  readonly rest: string
  /** What has to be written in front of what is said: nothing, or the space behind a mark that is only half there. */
  readonly lead: string
  /** The line, if this were said on it. */
  readonly lineWith: (payload: string) => string
  /** Another line that the same side says, as the dialect writes it. */
  readonly lineOf: (payload: string) => string
}

const directive = /^#\s*@dialect\s/

/** How many lines at the top can name the dialect. */
const topLines = 20

/** The dialect of what somebody types: where nobody speaks yet and none was chosen or named, the language's own. */
function dialectTyped({ reading, sessions }: Transcript): Dialect {
  const { dialect, chosen } = reading
  if (sessions.length > 0 || chosen !== null || dialect.name !== 'bare') return dialect
  for (let line = 0; line < topLines; line++) {
    if (directive.test(lineOf(reading, line)?.text ?? '')) return dialect
  }
  return dialectNamed('smtp') ?? dialect
}

/** The place of a position; null where the text has no such line or column. */
export function cursorPlace(transcript: Transcript, { line, character }: Position): CursorPlace | null {
  const { reading } = transcript
  const text = lineOf(reading, line)?.text
  if (text === undefined || character > text.length || character < 0) return null
  const dialect = dialectTyped(transcript)
  return { transcript, dialect, line, character, text, before: stateBefore(reading, line) }
}

/** What the fold would find if the line were another. */
export function readAs({ before, dialect }: CursorPlace, line: string): ReadLine {
  return readLine(before, line, dialect)
}

/**
 * What somebody says at the cursor; null where it stands in nobody's words, in words that are written with escapes, and in
 * a log, which nobody writes by hand.
 */
export function spokenAt({ before, text, character, dialect }: CursorPlace): SpokenPlace | null {
  const { write } = dialect
  if (!write) return null
  for (const { speaker, start, tail, encoding } of utterancesOn(before, text, dialect)) {
    const end = Math.max(start, text.length - tail)
    if ((speaker !== 'client' && speaker !== 'server') || character < start || character > end) continue
    if (encoding !== 'plain') return null
    const lead = start > 0 && text[start - 1] === ':' ? ' ' : ''
    return {
      speaker,
      start,
      typed: text.slice(start, character),
      rest: text.slice(character, end),
      lead,
      lineOf: payload => write(speaker, payload, before.view.confirmed.tls, text),
      lineWith: payload => `${text.slice(0, start)}${lead}${payload}${text.slice(end)}`,
    }
  }
  return null
}

/** A word at the beginning of a line, on which nothing else stands: a line that somebody has only begun. */
const begunLine = /^[ \t]*([A-Za-z\d]{0,10})$/

/** A line that is empty or holds the beginning of a word, of which nobody can tell yet who will speak. */
export interface OpenPlace {
  /** The column where the word begins, and the word. */
  readonly start: number
  readonly typed: string
  /** The line on which somebody says this, as the dialect writes it. */
  readonly lineOf: (speaker: 'client' | 'server', payload: string) => string
}

/** The empty or begun line that the cursor ends; null where the line says something, and where nobody writes the dialect. */
export function openAt({ text, character, dialect, before }: CursorPlace): OpenPlace | null {
  const { write } = dialect
  const typed = begunLine.exec(text)?.[1]
  if (!write || typed === undefined || text.slice(character).trim() !== '') return null
  const secure = before.view.confirmed.tls
  const start = text.length - typed.length
  if (character < start) return null
  return {
    start,
    typed: text.slice(start, character),
    lineOf: (speaker, payload) => write(speaker, payload, secure),
  }
}

/** Whether the client sends mail data at the cursor, or is about to: DATA has no reply in the text. */
export function isInContent({ before }: CursorPlace): boolean {
  if (before.inMessage || (before.chunkLeft > 0 && before.contentSeen)) return true
  const last = lastOutstanding(before.view)
  return last?.kind === 'command' && last.verb === 'DATA'
}

/** Whether the client answers a challenge at the cursor, or is about to: what it says there is a secret. */
export function isInLogin({ before: { view } }: CursorPlace): boolean {
  const { confirmed, outstanding } = view
  if (confirmed.phase === 'auth-exchange') return true
  const last = outstanding.at(-1)?.action
  return last?.kind === 'auth-response' || last?.verb === 'AUTH'
}
