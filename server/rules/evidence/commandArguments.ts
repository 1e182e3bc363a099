import { commandFacts } from '../../protocol/commands.ts'
import { parseCommandLine } from '../../transcript/commandLine.ts'
import type { SaidCommand } from './saidCommands.ts'

/** Whether a command has its argument, if it needs one, and none where it stands alone. */
export function hasRightArgument({ command, said }: SaidCommand): boolean {
  const needed = commandFacts(command.verb)?.argument
  const isGiven = parseCommandLine(said.payload, 0).argument !== ''
  return isGiven ? needed !== null : typeof needed !== 'string'
}
