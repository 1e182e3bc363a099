import * as l10n from '@vscode/l10n'
import { sessionJson } from '../features/sessionJson.ts'
import { chosenDialect, neededFiles, parseCommandArguments } from './arguments.ts'
import type { ExitStatus, Terminal } from './output.ts'
import { printerOn } from './printer.ts'
import { progressOn } from './progress.ts'
import { chosenProgress, openFile, readFiles, readingOptions } from './reading.ts'

/** `smtp-transcript parse FILE...`: one JSON object per SMTP session and line, as the files are read. */
export function parse(args: readonly string[], terminal: Terminal): ExitStatus {
  const { values, positionals } = parseCommandArguments(args, readingOptions)
  const dialect = chosenDialect(values.dialect)
  const files = neededFiles(positionals)
  const progress = progressOn(terminal, chosenProgress(values))
  const printer = printerOn(terminal, progress)
  let sessions = 0
  const found = () => (sessions === 1 ? l10n.t`1 session` : l10n.t`${sessions} sessions`)
  const isAllRead = readFiles(files, printer, file => {
    const { stream } = openFile(file, { printer, progress, dialect, found })
    let number = 0
    for (const { placed } of stream.sessions) {
      number += 1
      sessions += 1
      printer.write(`${JSON.stringify(sessionJson(file, stream.dialect, placed, number))}\n`)
    }
  })
  printer.end()
  return isAllRead ? 0 : 2
}
