import { sameSessions } from '../transcript/mixed.ts'
import { sessionsBetween } from '../transcript/placedSession.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { type IsSwitchedOff, switchedOff } from './directives.ts'
import type { LineRange } from './rule.ts'
import {
  checkSessions,
  findAhead,
  isFound,
  type SessionProblems,
  type SurroundingsOf,
  surroundingsIn,
} from './sessionFindings.ts'
import { defaultSettings, type RuleSettings, settingsKey } from './settings.ts'

/** A transcript that was checked. */
interface Checked {
  readonly transcript: Transcript
  readonly asked: string
  /** Comments in it switch rules off. */
  readonly hasDirectives: boolean
  readonly found: readonly SessionProblems[]
  /** How many problems there are in all. */
  readonly count: number
}

const checked = new WeakMap<Transcript, Checked>()

/** The transcript that was checked last: the next is mostly the same after an edit. */
let latest: WeakRef<Transcript> | undefined

/** A check that has been made in the same way, of a transcript that is mostly the same. */
function checkBefore(transcript: Transcript, asked: string): Checked | undefined {
  const last = latest?.deref()
  const before = last && checked.get(last)
  const isLike = before?.asked === asked && before.transcript.reading.dialect === transcript.reading.dialect
  return isLike ? before : undefined
}

/** How many problems there are in sessions. */
function countOf(found: readonly SessionProblems[]): number {
  let count = 0
  for (const { problems } of found) count += problems.length
  return count
}

/** Checks what is not the same as in a transcript that was checked before. */
function checkDifference(
  before: Checked,
  { sessions }: Transcript,
  around: SurroundingsOf,
): Pick<Checked, 'found' | 'count'> {
  const { front, behind } = sameSessions(before.transcript.sessions, sessions)
  const rest = sessions.length - behind
  const shift = before.found.length - sessions.length
  const anew = checkSessions(sessions.slice(front, rest), around, null)
  const same = before.found.slice(rest + shift)
  const places = before.transcript.sessions
  const isInPlace = sessions.every((placed, index) => index < rest || placed === places[index + shift])
  const found = [
    ...before.found.slice(0, front),
    ...anew,
    ...(isInPlace
      ? same
      : same.map((then, index) => ({ ...then, placed: sessions[rest + index] ?? then.placed }))),
  ]
  return { found, count: before.count - countOf(before.found.slice(front, rest + shift)) + countOf(anew) }
}

function checkAll(
  transcript: Transcript,
  around: SurroundingsOf,
  isOff: IsSwitchedOff | null,
): Pick<Checked, 'found' | 'count'> {
  const found = checkSessions(transcript.sessions, around, isOff)
  return { found, count: countOf(found) }
}

function checkedOf(transcript: Transcript, settings: RuleSettings): Checked {
  const asked = settingsKey(settings)
  const known = checked.get(transcript)
  if (known?.asked === asked) return known
  const around = surroundingsIn(transcript, settings)
  const before = checkBefore(transcript, asked)
  const like = before && !before.hasDirectives ? before : undefined
  const isOff = switchedOff(transcript, like?.transcript)
  const found =
    like && !isOff ? checkDifference(like, transcript, around) : checkAll(transcript, around, isOff)
  const now = { transcript, asked, hasDirectives: isOff !== null, ...found }
  checked.set(transcript, now)
  latest = new WeakRef(transcript)
  return now
}

/**
 * Checks a transcript, but for what its comments switch off. What was found in a session that has not changed still
 * holds.
 */
export function checkTranscript(
  transcript: Transcript,
  settings: RuleSettings = defaultSettings,
): readonly SessionProblems[] {
  return checkedOf(transcript, settings).found
}

/** How many problems `checkTranscript` finds. */
export function countProblems(transcript: Transcript, settings: RuleSettings): number {
  return checkedOf(transcript, settings).count
}

/** Checks only the sessions that have lines from one line of the text up to another, from 0. */
export function checkLines(
  transcript: Transcript,
  settings: RuleSettings,
  { first, last }: LineRange,
): readonly SessionProblems[] {
  const there = sessionsBetween(transcript.sessions, first, last)
  return checkSessions(there, surroundingsIn(transcript, settings), switchedOff(transcript))
}

/**
 * Finds problems of a transcript until `isOver` says that it is time for something else: `checkTranscript` then takes
 * what was found.
 *
 * @returns whether there is nothing left to find
 */
export function checkAhead(transcript: Transcript, settings: RuleSettings, isOver: () => boolean): boolean {
  const asked = settingsKey(settings)
  if (checked.get(transcript)?.asked === asked) return true
  const { sessions } = transcript
  const around = surroundingsIn(transcript, settings)
  const before = checkBefore(transcript, asked)
  const { front, behind } = before
    ? sameSessions(before.transcript.sessions, sessions)
    : { front: 0, behind: 0 }
  for (let index = front; index < sessions.length - behind; index++) {
    const placed = sessions[index]
    if (!placed || isFound(placed, around)) continue
    if (isOver()) return false
    findAhead(placed, around)
  }
  return true
}
