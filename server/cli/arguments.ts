import { type ParseArgsConfig, parseArgs } from 'node:util'
import * as l10n from '@vscode/l10n'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import { dialectNamed, dialects } from '../transcript/dialects/registry.ts'

/** Wrong use of the command line; the message is one line for people. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>

/** What is wrong with the first wrong option; undefined where that is something else. */
function wrongOption(args: readonly string[], options: Options): string | undefined {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (!Object.hasOwn(options, name)) return l10n.t`there is no option '${rawName}'; --help lists them`
    if (options[name]?.type === 'boolean') {
      if (value !== undefined) return l10n.t`${rawName} takes no value`
      continue
    }
    // What looks like an option is none's value, unless it is given with "=".
    const isMissing = value === undefined || (!inlineValue && /^-./s.test(value))
    if (isMissing) return l10n.t`the value of ${rawName} is missing`
  }
  return undefined
}

/** The options and files of a command. Throws `UsageError` for what the command does not know. */
export function parseCommandArguments<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    throw new UsageError(wrongOption(args, options) ?? reason)
  }
}

/** The dialect that `--dialect` names, or null to detect it. */
export function chosenDialect(name: string | undefined): Dialect | null {
  if (name === undefined) return null
  const dialect = dialectNamed(name)
  if (dialect) return dialect
  const names = dialects.map(one => one.name).join(', ')
  throw new UsageError(l10n.t`there is no dialect '${name}'; known are ${names}`)
}

/** The files of a command; throws where there are none. */
export function neededFiles(files: readonly string[]): readonly string[] {
  if (files.length === 0) throw new UsageError(l10n.t`a file is missing; - reads standard input`)
  return files
}

/** The one file of a command; throws where there are none or several. */
export function neededFile(files: readonly string[]): string {
  const [file = ''] = neededFiles(files)
  if (files.length > 1) throw new UsageError(l10n.t`${files.length} files are too many; give one`)
  return file
}

/** A whole number from 1 up. */
export function wholeNumber(option: string, text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1)
    throw new UsageError(l10n.t`${option} takes a whole number from 1 up, not '${text}'`)
  return number
}
