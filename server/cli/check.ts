import * as l10n from '@vscode/l10n'
import { checkTranscript } from '../rules/check.ts'
import { readTranscript } from '../transcript/transcript.ts'
import { chosenDialect, neededFiles, parseCommandArguments, UsageError, wholeNumber } from './arguments.ts'
import { checkGithub } from './checkGithub.ts'
import { checkJson } from './checkJson.ts'
import type { CheckedFile, CheckRun, UnreadFile } from './checkRun.ts'
import { checkSarif } from './checkSarif.ts'
import { checkText } from './checkText.ts'
import { readInput } from './input.ts'
import { type ExitStatus, errorLine, type Terminal } from './output.ts'
import { ruleSettings } from './ruleOptions.ts'

function formatNamed(name: string | undefined): (run: CheckRun) => string {
  switch (name ?? 'text') {
    case 'text':
      return checkText
    case 'json':
      return checkJson
    case 'sarif':
      return checkSarif
    case 'github':
      return checkGithub
    default:
      throw new UsageError(l10n.t`there is no format '${name ?? ''}'; known are text, json, sarif and github`)
  }
}

function exitStatusOf({ checked, unread }: CheckRun): ExitStatus {
  if (unread.length > 0) return 2
  const hasErrors = checked.some(({ found }) =>
    found.some(({ problems }) => problems.some(one => one.severity === 'error')),
  )
  return hasErrors ? 1 : 0
}

/** `smtp-transcript check FILE...`: the findings and the outcome of each transaction. */
export function check(args: readonly string[], language: string, terminal: Terminal): ExitStatus {
  const { values, positionals } = parseCommandArguments(args, {
    format: { type: 'string' },
    rule: { type: 'string', multiple: true },
    profile: { type: 'string' },
    'max-problems': { type: 'string' },
    dialect: { type: 'string' },
  })
  const format = formatNamed(values.format)
  const settings = { ...ruleSettings(values.profile, values.rule ?? []), language }
  const limit =
    values['max-problems'] === undefined
      ? Number.POSITIVE_INFINITY
      : wholeNumber('--max-problems', values['max-problems'])
  const dialect = chosenDialect(values.dialect)
  const checked: CheckedFile[] = []
  const unread: UnreadFile[] = []
  for (const file of neededFiles(positionals)) {
    const input = readInput(file)
    if (input.text === null) {
      terminal.writeError(errorLine(`${file}: ${input.error}`))
      unread.push({ file, error: input.error })
      continue
    }
    const transcript = readTranscript(input.text, dialect)
    checked.push({ file, transcript, found: checkTranscript(transcript, settings) })
  }
  const run: CheckRun = { version: terminal.version, settings, checked, unread, limit }
  terminal.write(format(run))
  return exitStatusOf(run)
}
