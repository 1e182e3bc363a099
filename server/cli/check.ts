import * as l10n from '@vscode/l10n'
import { checkStream } from '../rules/checkStream.ts'
import { directiveStream } from '../rules/directiveStream.ts'
import { forgetLast } from '../transcript/remembered.ts'
import { chosenDialect, neededFiles, parseCommandArguments, UsageError, wholeNumber } from './arguments.ts'
import { checkGithub } from './checkGithub.ts'
import { checkJson } from './checkJson.ts'
import type { CheckReport, CheckRun } from './checkReport.ts'
import { checkSarif } from './checkSarif.ts'
import { checkText } from './checkText.ts'
import { listingUpTo } from './listing.ts'
import type { ExitStatus, Terminal } from './output.ts'
import { printerOn } from './printer.ts'
import { progressOn } from './progress.ts'
import { chosenProgress, openFile, readFiles, readingOptions } from './reading.ts'
import { ruleSettings } from './ruleOptions.ts'
import { tally } from './summary.ts'

function formatNamed(name: string | undefined): (run: CheckRun) => CheckReport {
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

/**
 * `smtp-transcript check FILE...`: the findings and the outcome of each transaction, as the files are read: no more of
 * them is held than a few sessions.
 */
export function check(args: readonly string[], language: string, terminal: Terminal): ExitStatus {
  const { values, positionals } = parseCommandArguments(args, {
    ...readingOptions,
    format: { type: 'string' },
    rule: { type: 'string', multiple: true },
    profile: { type: 'string' },
    'max-problems': { type: 'string' },
  })
  const format = formatNamed(values.format)
  const settings = { ...ruleSettings(values.profile, values.rule ?? []), language }
  const limit =
    values['max-problems'] === undefined
      ? Number.POSITIVE_INFINITY
      : wholeNumber('--max-problems', values['max-problems'])
  const dialect = chosenDialect(values.dialect)
  const files = neededFiles(positionals)

  const progress = progressOn(terminal, chosenProgress(values))
  const printer = printerOn(terminal, progress)
  const counts = tally()
  const listing = listingUpTo(limit)
  const found = () => {
    const problems = counts.problems()
    return problems === 1 ? l10n.t`1 problem` : l10n.t`${problems} problems`
  }
  const report = format({ print: printer.write, version: terminal.version, settings, limit })
  const checkFile = (file: string) => {
    const directives = directiveStream()
    const { stream, tell } = openFile(file, { printer, progress, dialect, found }, directives.watch)
    let number = 0
    for (const checked of checkStream(stream, { settings, directives, tell })) {
      number += 1
      counts.addSession(checked.problems)
      const listed = listing.list(checked, { file, lineEnd: stream.lineEnd })
      report.session({ file, dialect: stream.dialect, placed: checked.placed, number, listed })
      forgetLast()
    }
    counts.addFile()
    report.fileEnd(file, number)
  }
  const isAllRead = readFiles(files, printer, checkFile, report.unread)
  const summary = counts.summary()
  report.end({ summary, ...listing.counts() })
  printer.end()
  if (!isAllRead) return 2
  return summary.errors > 0 ? 1 : 0
}
