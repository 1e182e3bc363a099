import type { Encoding, Stretch } from '../stretch.ts'

/**
 * Who speaks on a line. `comment` and `note` are the transcript's own; nobody said them in the session.
 * `more` is the rest of what the line before said, where the tool breaks lines.
 */
export type Speaker = 'client' | 'server' | 'more' | 'comment' | 'note' | 'blank'

/** What a tool's own remark tells of the connection, or of an answer that it does not print. */
export type ConnectionEvent =
  | 'connecting'
  | 'connected'
  | 'tls-started'
  | 'closed'
  | 'lost'
  | 'authenticated'
  | 'not-authenticated'

/** Something on a line, as the dialect sees it. */
export interface Utterance extends Stretch {
  readonly speaker: Speaker
  readonly event: ConnectionEvent | null
  /** What the dialect wants to know on the session's next line; left out: what it knew before. */
  readonly memory?: string
  /** An excerpt of a log that tells single exchanges: what came before it is not known. */
  readonly excerpt?: true
  /** It ends the mail data, however the tool spells the dot. */
  readonly endsMessage?: true
}

/** What a line can be at the place where it stands; a dialect without prefixes decides by it. */
export type Expectation =
  /** As `dialogue`, and no connection is open: text that has nothing to do with SMTP may stand here. */
  | 'opening'
  /** A command of the client or a reply of the server. */
  | 'dialogue'
  /** The client's mail data or a chunk: only a prefix could show that the server speaks. */
  | 'content'
  /** As `content`, and nothing of it has come yet: a reply means that the tool left it out. */
  | 'content-or-reply'
  /** The client's answer to a 334 challenge. */
  | 'auth-response'

/** What is known at the line that is to be read, of its session. */
export interface LineContext {
  readonly expected: Expectation
  /** The code of a reply of which more lines follow; null outside of one. */
  readonly replyCode: number | null
  /** A command waits for its reply. */
  readonly isAwaiting: boolean
  /** What the dialect remembers; empty at first. */
  readonly memory: string
}

/** Writes a line that the client or the server says. */
export type WriteLine = (
  speaker: 'client' | 'server',
  payload: string,
  /** The connection is under TLS. */
  secure: boolean,
  /** A line of the text in whose manner it is written: indented, with the same time and id. */
  like?: string,
) => string

/** How one tool prints a session. A dialect tells who speaks and where the payload starts; it knows no SMTP state. */
export interface Dialect {
  readonly name: string
  /** One line about the tool, for people. */
  readonly title: string
  /** A few lines of what the tool prints: enough to know the dialect by. Empty only for one that was inferred. */
  readonly example: readonly string[]
  /**
   * The tool's own id of the session that a line belongs to; null where the line bears none and belongs to the
   * session of the line before. Without this function all lines are of one session after the other.
   */
  readonly id?: (line: string) => string | null
  /** Reads one line (without its line end): what is said on it, in order; at least one utterance. Never throws. */
  readonly read: (line: string, context: LineContext) => readonly Utterance[]
  /** How sure it is that these lines are its own: 0 is not at all; compared between dialects. */
  readonly recognize: (lines: readonly string[]) => number
  /** Null where nobody writes such files by hand: a log. */
  readonly write: WriteLine | null
  /** Mail data is printed without the dots that hide its own: a lone dot ends it only where the server answers. */
  readonly isUnstuffed?: true
  /** Mail data is never printed, only the dot behind it. */
  readonly elidesContent?: true
  /** People type it: the text may end where they have come to. */
  readonly isTyped?: true
  /** Mail data is printed as a dump, in lines of its own width and without the final dot. */
  readonly dumpsContent?: true
  /** The dot that is put in front of another is printed apart, so that nothing tells of it. */
  readonly printsDotsApart?: true
  /** A line of mail data ends in the file as it ended when it was sent. */
  readonly keepsLineEnds?: true
  /** The text has each line twice. */
  readonly isDoubled?: true
  /** It tells of single exchanges; where the same text has a dialogue, that says more. */
  readonly isSummary?: true
  /** Found in the text, not described: how sure the reader is, and in words by what marks it tells who speaks. */
  readonly inferred?: { readonly sureness: 'sure' | 'likely' | 'guess'; readonly marks: () => string }
}

/** A dialect that people write, too. */
export interface WritableDialect extends Dialect {
  readonly write: WriteLine
}

/** A line whose payload reaches from `start` to its end. */
export function utterance(
  speaker: Speaker,
  start: number,
  event: ConnectionEvent | null = null,
): readonly [Utterance] {
  return [{ speaker, start, tail: 0, encoding: 'plain', event }]
}

/** A note, after which the dialect remembers `memory`. */
export function remembering(memory: string, event: ConnectionEvent | null = null): readonly [Utterance] {
  return [{ speaker: 'note', start: 0, tail: 0, encoding: 'plain', event, memory }]
}

/** What somebody says, standing there. */
export function said(
  speaker: Speaker,
  { start, tail, encoding }: { start: number; tail: number; encoding: Encoding },
): Utterance {
  return { speaker, start, tail, encoding, event: null }
}
