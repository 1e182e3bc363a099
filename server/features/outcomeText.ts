import * as l10n from '@vscode/l10n'
import { noted } from '../transcript/notes.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { Session } from '../transcript/session.ts'
import { passingSession, type SessionBody } from '../transcript/sessionBody.ts'
import { explainOutcome, type Outcome, outcomesOf, type Result } from './outcomes.ts'

/** The step that the decisive reply answers. */
type Step = 'greeting' | 'message' | 'unknown' | { readonly sent: string }

function stepOf({ exchange, reply }: Outcome, placed: PlacedSession): Step {
  const unit = exchange?.unit
  if (unit?.kind === 'command') return { sent: unit.text }
  if (unit?.kind === 'message') return 'message'
  if (unit?.kind === 'auth-response') return { sent: 'AUTH' }
  return reply !== null && reply === placed.session.greeting ? 'greeting' : 'unknown'
}

function refusedAt(step: Step): string {
  if (step === 'message') return l10n.t`refused at the end of the message`
  if (step === 'greeting') return l10n.t`refused in the greeting`
  return step === 'unknown' ? l10n.t`refused` : l10n.t`refused at ${step.sent}`
}

function deferredAt(step: Step): string {
  if (step === 'message') return l10n.t`deferred at the end of the message`
  if (step === 'greeting') return l10n.t`deferred in the greeting`
  return step === 'unknown' ? l10n.t`deferred` : l10n.t`deferred at ${step.sent}`
}

/** How it came out and where, in a few words: `refused at RCPT TO:<bob@example.org>`. */
export function outcomeWords(placed: PlacedSession, outcome: Outcome): string {
  const step = stepOf(outcome, placed)
  switch (outcome.result) {
    case 'accepted':
      return l10n.t`accepted`
    case 'partly': {
      const isPermanent = (outcome.reply?.code ?? 0) >= 500
      return l10n.t`accepted, but not for everyone; ${isPermanent ? refusedAt(step) : deferredAt(step)}`
    }
    case 'deferred':
      return deferredAt(step)
    case 'refused':
      return refusedAt(step)
    case 'abandoned':
      return l10n.t`given up`
    case 'unknown':
      return l10n.t`not decided in this text`
  }
}

/** Why it came out that way, in one sentence; null where it went well, or no reply decided it. */
export function outcomeReason(placed: PlacedSession, outcome: Outcome): string | null {
  return outcome.result === 'accepted' ? null : explainOutcome(placed, outcome)
}

/** The codes of the decisive reply, as in `450 4.2.0`; empty where there is none. */
export function decisiveCodes({ reply }: Outcome): string {
  return reply ? [reply.code, reply.enhancedCode].filter(Boolean).join(' ') : ''
}

/** How it came out and where, with the codes of the reply that decided it: `refused at RCPT TO:<bob@example.org> (550 5.1.1)`. */
export function outcomeWithCodes(placed: PlacedSession, outcome: Outcome | undefined): string | null {
  if (!outcome) return null
  const codes = outcome.result === 'accepted' ? '' : decisiveCodes(outcome)
  const words = outcomeWords(placed, outcome)
  return codes === '' ? words : `${words} (${codes})`
}

/** A session by its number, from 1, and by the id that the tool has for it. */
export function sessionName({ id }: PlacedSession, number: number): string {
  return id === null ? l10n.t`Session ${number}` : l10n.t`Session ${number} (${id})`
}

const isFailure: Readonly<Record<Result, boolean>> = {
  accepted: false,
  partly: true,
  deferred: true,
  refused: true,
  abandoned: false,
  unknown: false,
}

function decisiveOf(session: Session): Outcome | undefined {
  const outcomes = outcomesOf(session)
  return outcomes.find(({ result }) => isFailure[result]) ?? outcomes.at(-1)
}

/** The outcome that a session is remembered by: the first that failed, or else its last; undefined never but for no outcome. */
export function decisiveOutcome({ session }: PlacedSession): Outcome | undefined {
  return decisiveOf(session)
}

/** Whether a session failed; of a long log only this is kept. */
const hasFailed = noted((body: SessionBody) => {
  const outcome = decisiveOf(passingSession(body))
  return { failed: outcome !== undefined && isFailure[outcome.result] }
})

/** What failed first in a transcript. */
export interface Failure {
  readonly placed: PlacedSession
  readonly outcome: Outcome
  /** The line of its decisive reply in the text, from 0; null where no reply decided it. */
  readonly line: number | null
}

/**
 * Looks for the first session that failed until `isOver` says that it is time for something else: `firstFailure` then
 * takes what was found.
 *
 * @returns whether there is nothing left to find
 */
export function failureAhead(sessions: readonly PlacedSession[], isOver: () => boolean): boolean {
  for (const { body } of sessions) {
    if (hasFailed(body).failed) return true
    if (isOver()) return false
  }
  return true
}

/** The first session that failed, and where; null where none did. */
export function firstFailure(sessions: readonly PlacedSession[]): Failure | null {
  for (const placed of sessions) {
    if (!hasFailed(placed.body).failed) continue
    const outcome = decisiveOutcome(placed)
    if (!outcome) continue
    const line = outcome.reply ? lineInText(placed, outcome.reply.line) : null
    return { placed, outcome, line }
  }
  return null
}
