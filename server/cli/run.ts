import { UsageError } from './arguments.ts'
import { check } from './check.ts'
import { convert } from './convert.ts'
import { explain } from './explain.ts'
import { help } from './help.ts'
import { type ExitStatus, errorLine, type Output } from './output.ts'
import { parse } from './parse.ts'

function runCommand(
  command: string | undefined,
  args: readonly string[],
  version: string,
  output: Output,
): ExitStatus {
  switch (command) {
    case 'check':
      return check(args, version, output)
    case 'parse':
      return parse(args, output)
    case 'convert':
      return convert(args, output)
    case 'explain': {
      const explained = explain(args)
      output.write(explained.output)
      output.writeError(explained.error)
      return explained.exitStatus
    }
    case undefined:
      throw new UsageError('a command is missing; --help lists them')
    default:
      throw new UsageError(`there is no command '${command}'; --help lists them`)
  }
}

/**
 * Runs the command line. Nothing throws: wrong use is one line on standard error and exit status 2.
 *
 * @param args the arguments behind the program's name
 * @param version what `--version` prints
 */
export function run(args: readonly string[], version: string, output: Output): ExitStatus {
  const [command, ...rest] = args
  if (command === '--help' || command === '-h' || command === 'help' || rest.includes('--help')) {
    output.write(help)
    return 0
  }
  if (command === '--version' || rest.includes('--version')) {
    output.write(`${version}\n`)
    return 0
  }
  try {
    return runCommand(command, rest, version, output)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    output.writeError(errorLine(error.message))
    return 2
  }
}
