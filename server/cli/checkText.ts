import * as l10n from '@vscode/l10n'
import { inferenceText } from '../features/inferenceText.ts'
import { type Outcome, outcomesOf } from '../features/outcomes.ts'
import { decisiveCodes, outcomeReason, outcomeWords } from '../features/outcomeText.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { CheckReport, CheckRun } from './checkReport.ts'
import { type ListedProblem, noteOnLimit } from './listing.ts'
import type { Summary } from './summary.ts'

function sessionName(id: string | null, session: number): string {
  return id === null ? l10n.t`session ${session}` : l10n.t`session ${session} (${id})`
}

function transactionName(id: string | null, session: number, transaction: number): string {
  return id === null
    ? l10n.t`session ${session}, transaction ${transaction}`
    : l10n.t`session ${session} (${id}), transaction ${transaction}`
}

function outcomeLine(file: string, placed: PlacedSession, session: number, outcome: Outcome): string {
  const { transaction, reply } = outcome
  const { id } = placed
  const name = transaction === null ? sessionName(id, session) : transactionName(id, session, transaction)
  const words = outcomeWords(placed, outcome)
  const how = reply
    ? l10n.t`${words} (line ${lineInText(placed, reply.line) + 1}: ${decisiveCodes(outcome)})`
    : words
  const reason = outcomeReason(placed, outcome)
  return `${file}: ${name}: ${how}${reason === null ? '' : `: ${reason}`}\n`
}

/** How much was read and found, in one line. */
function summaryLine({ files, sessions, errors, warnings, information, hints }: Summary): string {
  const read = [
    files === 1 ? l10n.t`1 file` : l10n.t`${files} files`,
    sessions === 1 ? l10n.t`1 session` : l10n.t`${sessions} sessions`,
  ]
  const problems = [
    errors === 1 ? l10n.t`1 error` : l10n.t`${errors} errors`,
    warnings === 1 ? l10n.t`1 warning` : l10n.t`${warnings} warnings`,
    l10n.t`${information} information`,
    hints === 1 ? l10n.t`1 hint` : l10n.t`${hints} hints`,
  ]
  return `${read.join(', ')}: ${problems.join(', ')}\n`
}

function problemLine({ file, placed, problem }: ListedProblem): string {
  const { span, severity, message, rule } = problem
  return `${file}:${lineInText(placed, span.line) + 1}:${span.start + 1}: ${severity}: ${message} [${rule.id}]\n`
}

/** The findings for people: one line each, with the outcomes under those of their session. */
export function checkText({ print, limit }: CheckRun): CheckReport {
  return {
    session: ({ file, dialect, placed, number, listed }) => {
      // By which marks a text was read whose format nobody has described.
      const inferred = number === 1 ? inferenceText(dialect) : null
      if (inferred !== null) print(`${file}: ${l10n.t`read ${inferred}`}\n`)
      for (const one of listed) print(problemLine(one))
      for (const outcome of outcomesOf(placed.session)) print(outcomeLine(file, placed, number, outcome))
    },
    fileEnd: (file, sessions) => {
      if (sessions === 0) print(`${file}: ${l10n.t`no SMTP session found`}\n`)
    },
    unread: () => {},
    end: ({ summary, leftOut }) => {
      const note = noteOnLimit(leftOut, limit)
      if (note !== null) print(`${note}\n`)
      print(summaryLine(summary))
    },
  }
}
