import * as l10n from '@vscode/l10n'
import { type ConversionTarget, conversionOf, conversionTargets } from '../features/convert.ts'
import { readTranscript } from '../transcript/transcript.ts'
import { chosenDialect, neededFile, parseCommandArguments, UsageError } from './arguments.ts'
import { readInput } from './input.ts'
import { type ExitStatus, errorLine, type Output } from './output.ts'

function targetNamed(name: string | undefined): ConversionTarget {
  const names = conversionTargets.map(target => target.name).join(', ')
  if (name === undefined) throw new UsageError(l10n.t`--to is missing; it takes one of ${names}`)
  const target = conversionTargets.find(one => one.name === name)
  if (target) return target.name
  throw new UsageError(l10n.t`there is no dialect '${name}' to convert to; known are ${names}`)
}

/** Where the target cannot tell something: lines of the output, from 0. */
function unclearText([first = 0, ...others]: readonly number[], target: string): string {
  const line = first + 1
  return others.length === 0
    ? l10n.t`what is line ${line} of the output cannot be told in ${target}`
    : l10n.t`what is line ${line} of the output cannot be told in ${target}, and ${others.length} more`
}

/**
 * `smtp-transcript convert --to DIALECT FILE`: the same sessions in another dialect. A text without any session is an
 * error; where the dialect cannot tell something, a line on standard error says where.
 */
export function convert(args: readonly string[], output: Output): ExitStatus {
  const { values, positionals } = parseCommandArguments(args, {
    to: { type: 'string' },
    dialect: { type: 'string' },
  })
  const target = targetNamed(values.to)
  const dialect = chosenDialect(values.dialect)
  const file = neededFile(positionals)
  const input = readInput(file)
  if (input.text === null) {
    output.writeError(errorLine(`${file}: ${input.error}`))
    return 2
  }
  const transcript = readTranscript(input.text, dialect)
  if (transcript.sessions.length === 0) {
    output.writeError(errorLine(`${file}: ${l10n.t`no SMTP session found`}`))
    return 2
  }
  const { text, unclear } = conversionOf(transcript, target)
  output.write(text)
  if (unclear.length > 0) output.writeError(errorLine(`${file}: ${unclearText(unclear, target)}`))
  return 0
}
