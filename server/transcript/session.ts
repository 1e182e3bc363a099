import type { SessionState } from '../protocol/sessionState.ts'
import type { Verdict } from '../protocol/verdict.ts'
import type { LineRecords } from './lineRecord.ts'
import type { LineEnd } from './lines.ts'

/** A stretch of one line; line from 0 at the session's first of its own, columns in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly line: number
  readonly start: number
  readonly end: number
}

/** A command line of the client. `text` is what may be shown: without the secret of AUTH. */
export interface CommandUnit {
  readonly kind: 'command'
  /** Upper case; the first word where the command is unknown. */
  readonly verb: string
  readonly text: string
  readonly argument: string
  readonly verbSpan: Span
  readonly textSpan: Span
}

/** Mail data, or the octets of a BDAT chunk. `octets` counts CRLF line ends and no dot-stuffing. */
export interface ContentUnit {
  readonly kind: 'message' | 'chunk'
  readonly lines: number
  readonly octets: number
  /** The tool did not print it. */
  readonly elided: boolean
  /** First and last line; the last is the final dot where there is one. */
  readonly firstLine: number
  readonly lastLine: number
  readonly terminated: boolean
}

/** A line of an AUTH exchange; what it says stays in the text. */
export interface AuthResponseUnit {
  readonly kind: 'auth-response'
  readonly textSpan: Span
  /** The tool did not print it. */
  readonly elided: boolean
}

/** The TLS handshake, where the tool mentions it. */
export interface TlsUnit {
  readonly kind: 'tls'
}

export type ClientUnit = CommandUnit | ContentUnit | AuthResponseUnit | TlsUnit

/** A reply of the server with all its lines. */
export interface Reply {
  /** The line it begins on. */
  readonly line: number
  /** Of its last line, which decides where lines differ. */
  readonly code: number
  /** As in `4.2.1`, from the first line that has one. */
  readonly enhancedCode: string | null
  /** What stands behind the code on each line, without the enhanced code. */
  readonly texts: readonly string[]
  /** One for each line. */
  readonly codeSpans: readonly [Span, ...Span[]]
  readonly enhancedCodeSpans: readonly Span[]
  /** The confirmed state before it. */
  readonly before: SessionState
}

/** What the client sent, and what the server answered. */
export interface Exchange {
  readonly index: number
  readonly line: number
  readonly unit: ClientUnit
  readonly reply: Reply | null
  /** All replies; more than one only for a message in LMTP, in the order of the accepted recipients. */
  readonly replies: readonly Reply[]
  /** It has a reply, or one that the tool did not print, or a line that is none and stands in its place. */
  readonly isAnswered: boolean
  /** The optimistic state that it met. */
  readonly before: SessionState
  readonly verdict: Verdict
}

/** How a session ends: by QUIT, by 421 or the server's close, lost, or open where the text ends first. */
export type Ending = 'quit' | 'closed' | 'lost' | 'open'

/**
 * One SMTP session. Its lines are its own, also where others stand between them, and count from 0 at its first: it
 * stays what it is when text around it changes.
 */
export interface Session {
  readonly texts: readonly string[]
  /** How each line ends in the text, which an editor makes all alike. */
  readonly ends: readonly LineEnd[]
  readonly records: readonly LineRecords[]
  readonly greeting: Reply | null
  readonly exchanges: readonly Exchange[]
  /** Replies that nobody asked for. */
  readonly unasked: readonly Reply[]
  readonly protocol: SessionState['protocol']
  readonly ending: Ending
  /** The confirmed state after its last line. */
  readonly after: SessionState
  /** Something of the client's, or of the server's, is in the text. */
  readonly clientSpoke: boolean
  readonly serverSpoke: boolean
}
