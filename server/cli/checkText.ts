import { inferenceText } from '../features/inferenceText.ts'
import { type Outcome, outcomesOf } from '../features/outcomes.ts'
import { decisiveCodes, outcomeReason, outcomeWords } from '../features/outcomeText.ts'
import { lineInText, type PlacedSession } from '../transcript/transcript.ts'
import type { CheckedFile, CheckRun } from './checkRun.ts'
import { noteOnLimit } from './listing.ts'
import { summaryOf } from './summary.ts'

function outcomeLine(file: string, placed: PlacedSession, session: number, outcome: Outcome): string {
  const { transaction, reply } = outcome
  const own = `session ${session}${placed.id === null ? '' : ` (${placed.id})`}`
  const name = transaction === null ? own : `${own}, transaction ${transaction}`
  const code = reply ? ` (line ${lineInText(placed, reply.line) + 1}: ${decisiveCodes(outcome)})` : ''
  const reason = outcomeReason(placed, outcome)
  return `${file}: ${name}: ${outcomeWords(placed, outcome)}${code}${reason === null ? '' : `: ${reason}`}\n`
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** By which marks a text was read whose format nobody has described. */
function inferenceLine({ file, transcript }: CheckedFile): string {
  const inferred = inferenceText(transcript.reading.dialect)
  return inferred === null || transcript.sessions.length === 0 ? '' : `${file}: read ${inferred}\n`
}

/** The findings for people: one line each, with the outcomes under those of their session. */
export function checkText({ checked, limit }: CheckRun): string {
  let text = ''
  let listed = 0
  for (const one of checked) {
    const { file, transcript, found } = one
    text += inferenceLine(one)
    if (transcript.sessions.length === 0) text += `${file}: no SMTP session found\n`
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
  const { files, sessions, errors, warnings, information, hints } = summaryOf(checked)
  const problems = [
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    `${information} information`,
    counted(hints, 'hint'),
  ]
  return `${text}${counted(files, 'file')}, ${counted(sessions, 'session')}: ${problems.join(', ')}\n`
}
