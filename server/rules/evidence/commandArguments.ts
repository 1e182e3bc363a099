import { parseCommandLine } from '../../transcript/commandLine.ts'
import type { SaidCommand } from './saidCommands.ts'

/** Commands that have no argument. */
export const commandsAlone: ReadonlySet<string> = new Set(['DATA', 'RSET', 'QUIT', 'STARTTLS', 'TURN'])

/** Commands that cannot do without their argument, and what it is. MAIL and RCPT have rules of their own. */
export const neededArguments: ReadonlyMap<string, string> = new Map([
  ['VRFY', 'a user or an address'],
  ['EXPN', 'the name of a list'],
  ['AUTH', 'the name of a mechanism'],
  ['BDAT', 'the number of octets'],
  ['ETRN', 'the name of a node'],
  ['BURL', 'the URL of the content'],
  ['XCLIENT', 'at least one attribute'],
  ['XFORWARD', 'at least one attribute'],
])

/** Whether a command has its argument, if it needs one, and none where it stands alone. */
export function hasRightArgument({ command, said }: SaidCommand): boolean {
  const isGiven = parseCommandLine(said.payload, 0).argument !== ''
  return isGiven ? !commandsAlone.has(command.verb) : !neededArguments.has(command.verb)
}
