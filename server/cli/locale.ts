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

/** Speaks a language; false, and English, where its texts cannot be read. */
function trySpeaking(language: Language, { readBundle }: Terminal): boolean {
  try {
    speak(readBundle(language))
    return true
  } catch {
    speak(null)
    return false
  }
}

/** Speaks the language of the environment, where the first of LC_ALL, LC_MESSAGES and LANG that says something counts (POSIX 8.2). */
function speakAsAround(terminal: Terminal): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = terminal.environment
  const language = languageNamed(LC_ALL || LC_MESSAGES || LANG)
  return trySpeaking(language, terminal) ? language : 'en'
}

function speakAsAsked(name: string, terminal: Terminal): Language {
  const language = languages.find(one => one === name)
  if (language === undefined) {
    speakAsAround(terminal)
    throw new UsageError(l10n.t`${option} takes ${languages.join(', ')}, not '${name}'`)
  }
  if (trySpeaking(language, terminal)) return language
  throw new UsageError(l10n.t`the texts of ${option} ${language} cannot be read`)
}

/**
 * Sets the language of the texts: that of `--locale`, or else of the environment.
 *
 * @returns the arguments without the option, and the language. Throws `UsageError` for a language that there is not.
 */
export function takeLocale(args: readonly string[], terminal: Terminal) {
  const { rest, asked } = takeOut(args)
  return { rest, language: asked === undefined ? speakAsAround(terminal) : speakAsAsked(asked, terminal) }
}
