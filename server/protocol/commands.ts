import { baseCommands } from './commands/base.ts'
import type { CommandRow } from './commands/commandRow.ts'
import { extensionCommands } from './commands/extensions.ts'
import { otherCommands } from './commands/others.ts'

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
