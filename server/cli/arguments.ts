import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import { dialectNamed, dialects } from '../transcript/dialects/registry.ts'

/** Wrong use of the command line; the message is one line for people. */
export class UsageError extends Error {}

/** The options and files of a command. Throws `UsageError` for what the command does not know. */
export function parseCommandArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error))
  }
}

/** The dialect that `--dialect` names, or null to detect it. */
export function chosenDialect(name: string | undefined): Dialect | null {
  if (name === undefined) return null
  const dialect = dialectNamed(name)
  if (dialect) return dialect
  throw new UsageError(`there is no dialect '${name}'; known are ${dialects.map(one => one.name).join(', ')}`)
}

/** The files of a command; throws where there are none. */
export function neededFiles(files: readonly string[]): readonly string[] {
  if (files.length === 0) throw new UsageError('a file is missing; - reads standard input')
  return files
}

/** The one file of a command; throws where there are none or several. */
export function neededFile(files: readonly string[]): string {
  const [file = ''] = neededFiles(files)
  if (files.length > 1) throw new UsageError(`${files.length} files are too many; give one`)
  return file
}

/** A whole number from 1 up. */
export function wholeNumber(option: string, text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1)
    throw new UsageError(`${option} takes a whole number from 1 up, not '${text}'`)
  return number
}
