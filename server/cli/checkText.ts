import { inferenceText } from '../features/inferenceText.ts'
import { explainOutcome, type Outcome, outcomesOf, type Result } from '../features/outcomes.ts'
import { lineInText, type PlacedSession } from '../transcript/transcript.ts'
import type { CheckedFile, CheckRun } from './checkRun.ts'
import { noteOnLimit } from './listing.ts'
import { summaryOf } from './summary.ts'

const words: Readonly<Record<Result, string>> = {
  accepted: 'accepted',
  partly: 'accepted, but not for everyone',
  deferred: 'deferred',
  refused: 'refused',
  abandoned: 'given up',
  unknown: 'not decided in this text',
}

function commandOf({ exchange, reply }: Outcome, placed: PlacedSession): string {
  const unit = exchange?.unit
  if (unit?.kind === 'command') return ` at ${unit.text}`
  if (unit?.kind === 'message') return ' at the end of the message'
  if (unit?.kind === 'auth-response') return ' at AUTH'
  return reply !== null && reply === placed.session.greeting ? ' in the greeting' : ''
}

function outcomeLine(file: string, placed: PlacedSession, session: number, outcome: Outcome): string {
  const { transaction, result, reply } = outcome
  const own = `session ${session}${placed.id === null ? '' : ` (${placed.id})`}`
  const name = transaction === null ? own : `${own}, transaction ${transaction}`
  const verb = result === 'partly' ? `; ${(reply?.code ?? 0) >= 500 ? 'refused' : 'deferred'}` : ''
  const decided = result === 'accepted' ? '' : `${verb}${commandOf(outcome, placed)}`
  const code = reply
    ? ` (line ${lineInText(placed, reply.line) + 1}: ${[reply.code, reply.enhancedCode].filter(Boolean).join(' ')})`
    : ''
  const explained = result === 'accepted' ? null : explainOutcome(placed, outcome)
  return `${file}: ${name}: ${words[result]}${decided}${code}${explained ? `: ${explained}` : ''}\n`
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
