import * as l10n from '@vscode/l10n'
import { inferenceText } from '../features/inferenceText.ts'
import { type Outcome, outcomesOf } from '../features/outcomes.ts'
import { decisiveCodes, outcomeReason, outcomeWords } from '../features/outcomeText.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { CheckedFile, CheckRun } from './checkRun.ts'
import { noteOnLimit } from './listing.ts'
import { type Summary, summaryOf } from './summary.ts'

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

/** By which marks a text was read whose format nobody has described. */
function inferenceLine({ file, transcript }: CheckedFile): string {
  const inferred = inferenceText(transcript.reading.dialect)
  return inferred === null || transcript.sessions.length === 0 ? '' : `${file}: ${l10n.t`read ${inferred}`}\n`
}

/** The findings for people: one line each, with the outcomes under those of their session. */
export function checkText({ checked, limit }: CheckRun): string {
  let text = ''
  let listed = 0
  for (const one of checked) {
    const { file, transcript, found } = one
    text += inferenceLine(one)
    if (transcript.sessions.length === 0) text += `${file}: ${l10n.t`no SMTP session found`}\n`
    for (const [index, placed] of transcript.sessions.entries()) {
      for (const { span, severity, message, rule } of found[index]?.problems ?? []) {
        listed += 1
        if (listed > limit) continue
        text += `${file}:${lineInText(placed, span.line) + 1}:${span.start + 1}: ${severity}: ${message} [${rule.id}]\n`
      }
      for (const outcome of outcomesOf(placed.session)) text += outcomeLine(file, placed, index + 1, outcome)
    }
  }
  const note = noteOnLimit(listed - limit, limit)
  if (note !== null) text += `${note}\n`
  return text + summaryLine(summaryOf(checked))
}
