import type { Dialect } from '../transcript/dialects/dialect.ts'
import { type MixturePart, mixedSessions, sameSessions, signsOf } from '../transcript/mixed.ts'
import { note } from '../transcript/notes.ts'
import { lastLineOf, lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import { forgetLast, remembered, rememberedLast } from '../transcript/remembered.ts'
import { passingSession, type SessionBody, sessionOf } from '../transcript/sessionBody.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { checkSession } from './checkSession.ts'
import { type IsSwitchedOff, switchedOff } from './directives.ts'
import { type LineRange, type Problem, severities } from './rule.ts'
import { defaultSettings, type RuleSettings, settingsKey } from './settings.ts'
import { holdTogether, type Repaired } from './soundFixes.ts'

/** The problems of one session, in the order of the text. */
export interface SessionProblems {
  readonly placed: PlacedSession
  readonly problems: readonly Problem[]
  /** Which severities are among them: bit 0 for an error, and so on in the order of `severities`. */
  readonly kinds: number
}

/** What the findings of a session depend on besides its text. */
interface Surroundings {
  readonly dialect: Dialect
  readonly isLastSession: boolean
  readonly isMixed: boolean
  readonly isRepairable: boolean
  readonly settings: RuleSettings
}

/** A session in its surroundings. */
interface Case {
  readonly body: SessionBody
  readonly around: Surroundings
}

interface Known {
  readonly around: Surroundings
  readonly problems: readonly Problem[]
  readonly kinds: number
}

const known = note<SessionBody, Known>()

/** The problems of a case with their fixes, of a session that stays as long as somebody works with them. */
const problemsWithFixes = rememberedLast(({ body, around }: Case) =>
  checkSession(sessionOf(body), around, around.settings),
)

const none: readonly Problem[] = []
const nothing = { problems: none, kinds: 0 }

/** Finds the problems of a session. Their fixes are worked out when somebody asks: nothing of the session is kept for them. */
function find(body: SessionBody, around: Surroundings): readonly Problem[] {
  const found = checkSession(passingSession(body), around, around.settings)
  if (found.length === 0) return none
  const asked: Case = { body, around }
  return found.map(({ rule, severity, fault, tag, span, message, related }, index) => ({
    rule,
    severity,
    fault,
    tag,
    span,
    message,
    related,
    fixes: () => problemsWithFixes(asked)[index]?.fixes() ?? [],
    proposals: () => problemsWithFixes(asked)[index]?.proposals() ?? [],
  }))
}

/** Whether fixes of findings of one session, which has been checked, can be made together: see `holdTogether`. */
export function canFixTogether({ body }: PlacedSession, repaired: readonly Repaired[]): boolean {
  const now = known.get(body)
  return (
    now !== undefined &&
    holdTogether(sessionOf(body), now.problems, repaired, now.around, now.around.settings)
  )
}

/** The problems of a session are not worked out again as long as it has not changed, nor what they depend on. */
function problemsOf(body: SessionBody, around: Surroundings): Known {
  const before = known.get(body)
  if (before?.around === around) return before
  const problems = find(body, around)
  const now = { around, problems, kinds: kindsOf(problems) }
  known.set(body, now)
  forgetLast()
  return now
}

function kindsOf(problems: readonly Problem[]): number {
  return problems.reduce((bits, { severity }) => bits | (1 << severities.indexOf(severity)), 0)
}

/** What sessions in a dialect depend on, as one object where it is the same, so that comparing them is one `===`. */
const surroundingsOf = remembered((_: Dialect) => new Map<string, Map<number, Surroundings>>())

type SurroundingsOf = (placed: PlacedSession, isMixed: boolean) => Surroundings

/** What the sessions of a transcript depend on. */
function surroundingsIn(transcript: Transcript, settings: RuleSettings): SurroundingsOf {
  const { dialect } = transcript.reading
  const last = transcript.sessions.at(-1)
  const asked = settingsKey(settings)
  const all = surroundingsOf(dialect).get(asked) ?? new Map<number, Surroundings>()
  surroundingsOf(dialect).set(asked, all)
  return (placed, isMixed) => {
    const isLastSession = placed === last
    const isRepairable = dialect.write !== null && placed.lines === null
    const key = (isLastSession ? 1 : 0) + (isMixed ? 2 : 0) + (isRepairable ? 4 : 0)
    const before = all.get(key)
    if (before) return before
    const around = { dialect, isLastSession, isMixed, isRepairable, settings }
    all.set(key, around)
    return around
  }
}

/** Checks some sessions that stand one behind the other, of which none is mixed with others. */
function checkSessions(
  sessions: readonly PlacedSession[],
  around: SurroundingsOf,
  isOff: IsSwitchedOff | null,
): SessionProblems[] {
  // A session that nobody has looked at is made once, for its signs and its problems.
  for (const placed of sessions) {
    if (known.get(placed.body)) continue
    signsOf(placed.body)
    problemsOf(placed.body, around(placed, false))
  }
  const mixed = mixedSessions(sessions)
  return sessions.map(placed => {
    const mixture = mixed.get(placed)
    if (mixture === 'rest') return { placed, ...nothing }
    const { problems, kinds } = problemsOf(placed.body, around(placed, mixture === 'beginning'))
    return withoutSwitchedOff({ placed, problems, kinds }, isOff)
  })
}

function withoutSwitchedOff(found: SessionProblems, isOff: IsSwitchedOff | null): SessionProblems {
  const { placed, problems } = found
  if (!isOff || problems.length === 0) return found
  const on = problems.filter(({ rule, span }) => !isOff(rule.id, lineInText(placed, span.line)))
  return { placed, problems: on, kinds: kindsOf(on) }
}

/** How a session stands among the others of its text. */
export interface Position {
  readonly dialect: Dialect
  readonly isLastSession: boolean
  /** Which part of a mixture it is; undefined where it is none. */
  readonly mixture: MixturePart | undefined
  /** What comments switch off. */
  readonly isOff: IsSwitchedOff | null
}

/** Checks one session in passing, but for what comments switch off: what is found is not known afterwards. */
export function checkPassing(
  placed: PlacedSession,
  { dialect, isLastSession, mixture, isOff }: Position,
  settings: RuleSettings,
): SessionProblems {
  if (mixture === 'rest') return { placed, ...nothing }
  const isRepairable = dialect.write !== null && placed.lines === null
  const context = { dialect, isLastSession, isMixed: mixture === 'beginning', isRepairable }
  const problems = checkSession(placed.session, context, settings)
  forgetLast()
  return withoutSwitchedOff({ placed, problems, kinds: kindsOf(problems) }, isOff)
}

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
  const there = transcript.sessions.filter(placed => placed.startLine <= last && lastLineOf(placed) >= first)
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
    const then = placed && known.get(placed.body)?.around
    if (!placed || then === around(placed, false) || then === around(placed, true)) continue
    if (isOver()) return false
    signsOf(placed.body)
    problemsOf(placed.body, around(placed, false))
  }
  return true
}
