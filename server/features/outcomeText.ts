import { lineInText, type PlacedSession } from '../transcript/transcript.ts'
import { explainOutcome, type Outcome, outcomesOf, type Result } from './outcomes.ts'

const words: Readonly<Record<Result, string>> = {
  accepted: 'accepted',
  partly: 'accepted, but not for everyone',
  deferred: 'deferred',
  refused: 'refused',
  abandoned: 'given up',
  unknown: 'not decided in this text',
}

/** The step that the decisive reply answers, as it is spoken of behind "refused"; empty where there is none. */
function stepOf({ exchange, reply }: Outcome, placed: PlacedSession): string {
  const unit = exchange?.unit
  if (unit?.kind === 'command') return ` at ${unit.text}`
  if (unit?.kind === 'message') return ' at the end of the message'
  if (unit?.kind === 'auth-response') return ' at AUTH'
  return reply !== null && reply === placed.session.greeting ? ' in the greeting' : ''
}

/** How it came out and where, in a few words: `refused at RCPT TO:<bob@example.org>`. */
export function outcomeWords(placed: PlacedSession, outcome: Outcome): string {
  const { result, reply } = outcome
  if (result === 'accepted') return words.accepted
  const verb = result === 'partly' ? `; ${(reply?.code ?? 0) >= 500 ? 'refused' : 'deferred'}` : ''
  return `${words[result]}${verb}${stepOf(outcome, placed)}`
}

/** Why it came out that way, in one sentence; null where it went well, or no reply decided it. */
export function outcomeReason(placed: PlacedSession, outcome: Outcome): string | null {
  return outcome.result === 'accepted' ? null : explainOutcome(placed, outcome)
}

/** The codes of the decisive reply, as in `450 4.2.0`; empty where there is none. */
export function decisiveCodes({ reply }: Outcome): string {
  return reply ? [reply.code, reply.enhancedCode].filter(Boolean).join(' ') : ''
}

const isFailure: Readonly<Record<Result, boolean>> = {
  accepted: false,
  partly: true,
  deferred: true,
  refused: true,
  abandoned: false,
  unknown: false,
}

/** The outcome that a session is remembered by: the first that failed, or else its last; undefined never but for no outcome. */
export function decisiveOutcome({ session }: PlacedSession): Outcome | undefined {
  const outcomes = outcomesOf(session)
  return outcomes.find(({ result }) => isFailure[result]) ?? outcomes.at(-1)
}

/** What failed first in a transcript. */
export interface Failure {
  readonly placed: PlacedSession
  readonly outcome: Outcome
  /** The line of its decisive reply in the text, from 0; null where no reply decided it. */
  readonly line: number | null
}

/** The first session that failed, and where; null where none did. */
export function firstFailure(sessions: readonly PlacedSession[]): Failure | null {
  for (const placed of sessions) {
    const outcome = decisiveOutcome(placed)
    if (!outcome || !isFailure[outcome.result]) continue
    const line = outcome.reply ? lineInText(placed, outcome.reply.line) : null
    return { placed, outcome, line }
  }
  return null
}
