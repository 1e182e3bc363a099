import * as l10n from '@vscode/l10n'
import { UsageError } from './arguments.ts'
import { check } from './check.ts'
import { convert } from './convert.ts'
import { explain } from './explain.ts'
import { help } from './help.ts'
import { takeLocale } from './locale.ts'
import { type ExitStatus, errorLine, type Terminal } from './output.ts'
import { parse } from './parse.ts'

function runCommand(
  command: string | undefined,
  args: readonly string[],
  language: string,
  terminal: Terminal,
): ExitStatus {
  switch (command) {
    case 'check':
      return check(args, language, terminal)
    case 'parse':
      return parse(args, terminal)
    case 'convert':
      return convert(args, terminal)
    case 'explain': {
      const explained = explain(args)
      terminal.write(explained.output)
      terminal.writeError(explained.error)
      return explained.exitStatus
    }
    case undefined:
      throw new UsageError(l10n.t`a command is missing; --help lists them`)
    default:
      throw new UsageError(l10n.t`there is no command '${command}'; --help lists them`)
  }
}

function runArguments(args: readonly string[], terminal: Terminal): ExitStatus {
  const { rest: all, language } = takeLocale(args, terminal)
  const [command, ...rest] = all
  if (command === '--help' || command === '-h' || command === 'help' || rest.includes('--help')) {
    terminal.write(help())
    return 0
  }
  if (command === '--version' || rest.includes('--version')) {
    terminal.write(`${terminal.version}\n`)
    return 0
  }
  return runCommand(command, rest, language, terminal)
}

/**
 * Runs the command line. Nothing throws: wrong use is one line on standard error and exit status 2.
 *
 * @param args the arguments behind the program's name
 */
export function run(args: readonly string[], terminal: Terminal): ExitStatus {
  try {
    return runArguments(args, terminal)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.writeError(errorLine(error.message))
    return 2
  }
}
