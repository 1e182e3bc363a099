import { baseCommands } from './commands/base.ts'
import type { CommandRow, CommandStatus } from './commands/commandRow.ts'
import { extensionCommands } from './commands/extensions.ts'
import { otherCommands } from './commands/others.ts'

/** All that is known of one command. */
export interface CommandFacts extends CommandRow {
  /** In upper case. */
  readonly verb: string
}

/** 421, 500 and 501 may answer any command (RFC 5321 4.3.2); a row repeats them only where its own RFC lists them. */
export const repliesToAnyCommand: readonly number[] = [421, 500, 501]

/** The codes of a greeting, also of one that refuses the session (RFC 5321 3.1 and 4.3.2, RFC 7504 3). */
export const greetingCodes: ReadonlySet<number> = new Set([220, 421, 521, 554])

/** Commands that may come at any time, before the first hello, too (RFC 5321 4.1.4); QUIT ends what there is. */
export const commandsAtAnyTime: ReadonlySet<string> = new Set([
  'NOOP',
  'RSET',
  'HELP',
  'VRFY',
  'EXPN',
  'QUIT',
])

/** Commands that every server has to know (RFC 5321 4.5.1). */
export const commandsOfEveryServer: ReadonlySet<string> = new Set([
  'EHLO',
  'HELO',
  'MAIL',
  'RCPT',
  'DATA',
  'RSET',
  'NOOP',
  'QUIT',
  'VRFY',
])

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

/** What is answered with a code: a command, or the message that follows it. */
export interface AnsweredCommand {
  readonly verb: string
  readonly status: CommandStatus
  readonly isToMessage: boolean
}

/** @returns what the tables list the reply code for, see `CommandRow.replies`; nothing for `repliesToAnyCommand` alone. */
export function commandsAnsweredWith(code: number): readonly AnsweredCommand[] {
  return [...facts.values()].flatMap(({ verb, status, replies, endOfData }) => {
    const { success, intermediate, error } = replies
    const isToCommand = [...success, ...intermediate, ...error].includes(code)
    const isToMessage = endOfData && [...endOfData.success, ...endOfData.error].includes(code)
    return [
      ...(isToCommand ? [{ verb, status, isToMessage: false }] : []),
      ...(isToMessage ? [{ verb, status, isToMessage: true }] : []),
    ]
  })
}
