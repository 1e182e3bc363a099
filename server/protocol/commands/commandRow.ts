import type { Reference } from '../references.ts'

/**
 * Where a command comes from: RFC 5321 itself, a service extension, LMTP (RFC 2033),
 * RFC 5321 appendix F (do not use any more), or a manufacturer.
 */
export type CommandStatus = 'base' | 'extension' | 'lmtp' | 'deprecated' | 'vendor'

/** What the tables tell of a command; the verb is its key. */
export interface CommandRow {
  readonly status: CommandStatus
  /**
   * The EHLO keyword without which a client must not send the command; null where none is needed.
   * Null also for EXPN and HELP: servers announce them, but a client may simply try (RFC 5321 4.2.4, 502).
   */
  readonly requiredKeyword: string | null
  /**
   * Whether the command may stand only at the end of a pipelined group, because its reply decides what may follow
   * (RFC 2920 3.1; AUTH has an exception for an initial response, RFC 4954 4).
   */
  readonly lastInGroup: boolean
  /** One sentence. */
  readonly summary: string
  /** One or two sentences: its place in a session, and what has to come before it. */
  readonly whenToUse: string
  /** What has changed in the session or the transaction once the server has accepted it. */
  readonly effect: string
  /** What usually goes wrong with it, with the reply that this earns; a sentence each. */
  readonly mistakes: readonly string[]
  /** The grammar in ABNF, without the CRLF. */
  readonly syntax: string
  /**
   * What it cannot do without, in words; null for one that has to stand alone. Left out where neither is so, and where
   * there is more to say, as of MAIL, RCPT and the hellos.
   */
  readonly argument?: string | null
  /** The replies that the defining RFC lists (RFC 5321 4.3.2); others are legal, see `repliesToAnyCommand`. */
  readonly replies: CommandReplies
  /** The replies to the message that follows an intermediate reply (DATA), in LMTP one for each accepted recipient. */
  readonly endOfData?: Omit<CommandReplies, 'intermediate'>
  readonly references: readonly Reference[]
}

/** Reply codes by what they say of the command. */
export interface CommandReplies {
  readonly success: readonly number[]
  readonly intermediate: readonly number[]
  readonly error: readonly number[]
}
