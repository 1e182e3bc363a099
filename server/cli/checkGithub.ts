import * as l10n from '@vscode/l10n'
import type { Severity } from '../rules/rule.ts'
import type { CheckReport, CheckRun } from './checkReport.ts'
import { tidyPath } from './filePath.ts'
import { type ListedProblem, noteOnLimit, placeOf } from './listing.ts'

type Command = 'error' | 'warning' | 'notice'

const commands: Readonly<Record<Severity, Command>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}

/** A text behind the `::`, which reaches to the end of the line. */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** The value of a property, which reaches to the next comma or colon. */
function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** A workflow command of GitHub Actions, on a line of its own. */
function annotation(
  command: Command,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`)
  return `::${command} ${written.join(',')}::${escapeMessage(message)}\n`
}

function problemAnnotation({ file, placed, problem }: ListedProblem): string {
  const { rule, severity, message, span } = problem
  const { line, column, endLine, endColumn } = placeOf(span, placed)
  const title = rule.id
  // What came from standard input is no file that the annotation could be shown in.
  if (file === '-')
    return annotation(commands[severity], { title }, l10n.t`Standard input, line ${line}: ${message}`)
  const place = { file: tidyPath(file), line, col: column, endLine, endColumn }
  return annotation(commands[severity], { ...place, title }, message)
}

function fileAnnotation(command: Command, file: string, message: string): string {
  const place = file === '-' ? {} : { file: tidyPath(file) }
  return annotation(command, { ...place, title: 'smtp-transcript' }, `${file}: ${message}`)
}

/** The findings as annotations of GitHub Actions: one line each, and nothing where there are none. */
export function checkGithub({ print, limit }: CheckRun): CheckReport {
  return {
    session: ({ listed }) => {
      for (const one of listed) print(problemAnnotation(one))
    },
    fileEnd: (file, sessions) => {
      if (sessions === 0) print(fileAnnotation('warning', file, l10n.t`no SMTP session found`))
    },
    unread: (file, error) => print(fileAnnotation('error', file, error)),
    end: ({ leftOut }) => {
      const left = noteOnLimit(leftOut, limit)
      if (left !== null) print(annotation('notice', { title: 'smtp-transcript' }, left))
    },
  }
}
