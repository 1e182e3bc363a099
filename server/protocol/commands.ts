import { baseCommands } from './commands/base.ts'
import { extensionCommands } from './commands/extensions.ts'
import { otherCommands } from './commands/others.ts'
import type { Reference } from './references.ts'

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
  /** The grammar in ABNF, without the CRLF. */
  readonly syntax: string
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

/** All that is known of one command. */
export interface CommandFacts extends CommandRow {
  /** In upper case. */
  readonly verb: string
}

/** 421, 500 and 501 may answer any command (RFC 5321 4.3.2); a row repeats them only where its own RFC lists them. */
export const repliesToAnyCommand: readonly number[] = [421, 500, 501]

const facts: ReadonlyMap<string, CommandFacts> = new Map(
  Object.entries<CommandRow>({ ...baseCommands, ...extensionCommands, ...otherCommands }).map(
    ([verb, row]) => [verb, { verb, ...row }],
  ),
)

/** Every verb that the tables know, in upper case, the commands of RFC 5321 first. */
export const commandVerbs: readonly string[] = [...facts.keys()]

/**
 * @param verb in any case (RFC 5321 2.4), e.g. `mail`; only the verb, without arguments
 * @returns what is known of the command, undefined for an unknown one
 */
export function commandFacts(verb: string): CommandFacts | undefined {
  return facts.get(verb.toUpperCase())
}
