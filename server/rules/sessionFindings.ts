import type { Dialect } from '../transcript/dialects/dialect.ts'
import { type MixturePart, mixedSessions, signsOf } from '../transcript/mixed.ts'
import { note } from '../transcript/notes.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import { forgetLast, remembered, rememberedLast } from '../transcript/remembered.ts'
import { passingSession, type SessionBody, sessionOf } from '../transcript/sessionBody.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { checkSession } from './checkSession.ts'
import type { IsSwitchedOff } from './directives.ts'
import { type Problem, severities } from './rule.ts'
import { type RuleSettings, settingsKey } from './settings.ts'
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

/** What a session of a transcript depends on besides its text. */
export type SurroundingsOf = (placed: PlacedSession, isMixed: boolean) => Surroundings

/** What the sessions of a transcript depend on. */
export function surroundingsIn(transcript: Transcript, settings: RuleSettings): SurroundingsOf {
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
export function checkSessions(
  sessions: readonly PlacedSession[],
  around: SurroundingsOf,
  isOff: IsSwitchedOff | null,
): SessionProblems[] {
  // A session that nobody has looked at is made once, for its signs and its problems.
  for (const placed of sessions) {
    if (!known.get(placed.body)) findAhead(placed, around)
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

/** Whether it is known what is found in a session, mixed with others or not. */
export function isFound(placed: PlacedSession, around: SurroundingsOf): boolean {
  const then = known.get(placed.body)?.around
  return then !== undefined && (then === around(placed, false) || then === around(placed, true))
}

/** Finds the problems of a session as if it were not mixed with others, which is known afterwards. */
export function findAhead(placed: PlacedSession, around: SurroundingsOf): void {
  signsOf(placed.body)
  problemsOf(placed.body, around(placed, false))
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
