import * as l10n from '@vscode/l10n'
import { type Language, languageNamed, languages, speak } from '../features/language.ts'
import { UsageError } from './arguments.ts'
import type { Terminal } from './output.ts'

/** The option in front of its value, or with it. */
const option = '--locale'

/** The arguments without `--locale NAME`, and that name; the last one counts. What stands behind `--` is a file. */
function takeOut(args: readonly string[]): { rest: string[]; asked: string | undefined } {
  const rest: string[] = []
  let asked: string | undefined
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--') return { rest: [...rest, ...args.slice(index)], asked }
    if (arg.startsWith(`${option}=`)) asked = arg.slice(option.length + 1)
    else if (arg === option) {
      index += 1
      asked = args[index] ?? ''
    } else rest.push(arg)
  }
  return { rest, asked }
}

function chosenLanguage(name: string): Language {
  const language = languages.find(one => one === name)
  if (language) return language
  throw new UsageError(l10n.t`${option} takes ${languages.join(', ')}, not '${name}'`)
}

/**
 * Sets the language of the texts: that of `--locale`, or else of the environment, where the first of LC_ALL, LC_MESSAGES
 * and LANG that says something counts (POSIX 8.2).
 *
 * @returns the arguments without the option, and the language. Throws `UsageError` for a language that there is not.
 */
export function takeLocale(args: readonly string[], { environment, readBundle }: Terminal) {
  const { rest, asked } = takeOut(args)
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const language = asked === undefined ? languageNamed(LC_ALL || LC_MESSAGES || LANG) : chosenLanguage(asked)
  speak(readBundle(language))
  return { rest, language }
}
