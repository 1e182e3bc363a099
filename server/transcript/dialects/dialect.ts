/** Who speaks on a line. `comment` and `note` are the transcript's own; nobody said them in the session. */
export type Speaker = 'client' | 'server' | 'comment' | 'note' | 'blank'

/** What a tool's own remark tells of the connection. */
export type ConnectionEvent = 'connecting' | 'connected' | 'tls-started' | 'closed' | 'lost'

/** A line as the dialect sees it. */
export interface Utterance {
  readonly speaker: Speaker
  /** The UTF-16 column where the payload starts. */
  readonly start: number
  readonly event: ConnectionEvent | null
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

/** How one tool prints a session. A dialect tells who speaks and where the payload starts; it knows no SMTP state. */
export interface Dialect {
  readonly name: string
  /** One line about the tool, for people. */
  readonly title: string
  /** Reads one line (without its line end). Never throws. */
  readonly read: (line: string, expected: Expectation) => Utterance
  /** How sure it is that these lines are its own: 0 is not at all; compared between dialects. */
  readonly recognize: (lines: readonly string[]) => number
  /**
   * Writes a line that the client or the server says. `secure` where the connection is under TLS; `like` is a line of
   * the text in whose manner it is written (indented, or under TLS from the start).
   */
  readonly write: (speaker: 'client' | 'server', payload: string, secure: boolean, like?: string) => string
}

/** An utterance without anything special. */
export function utterance(speaker: Speaker, start: number, event: ConnectionEvent | null = null): Utterance {
  return { speaker, start, event }
}
