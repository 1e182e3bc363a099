import type { Dialect } from '../transcript/dialects/dialect.ts'
import { mixedSessions, signsOf } from '../transcript/mixed.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import { forgetLast, rememberedLast } from '../transcript/remembered.ts'
import { passingSession, type SessionBody, sessionOf } from '../transcript/sessionBody.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { checkSession } from './checkSession.ts'
import { switchedOff } from './directives.ts'
import type { Problem } from './rule.ts'
import { defaultSettings, type RuleSettings, settingsKey } from './settings.ts'

/** The problems of one session, in the order of the text. */
export interface SessionProblems {
  readonly placed: PlacedSession
  readonly problems: readonly Problem[]
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

interface Known extends Case {
  readonly problems: readonly Problem[]
}

const known = new WeakMap<SessionBody, Known>()

function stillHolds({ around: then }: Known, now: Surroundings): boolean {
  return (
    then === now ||
    (then.dialect === now.dialect &&
      then.isLastSession === now.isLastSession &&
      then.isMixed === now.isMixed &&
      then.isRepairable === now.isRepairable &&
      settingsKey(then.settings) === settingsKey(now.settings))
  )
}

/** The problems of a case with their fixes, of a session that stays as long as somebody works with them. */
const problemsWithFixes = rememberedLast(({ body, around }: Case) =>
  checkSession(sessionOf(body), around, around.settings),
)

const none: readonly Problem[] = []

/** Finds the problems of a session. Their fixes are worked out when somebody asks: nothing of the session is kept for them. */
function find(body: SessionBody, around: Surroundings): readonly Problem[] {
  const found = checkSession(passingSession(body), around, around.settings)
  if (found.length === 0) return none
  const asked: Case = { body, around }
  return found.map(({ rule, severity, fault, span, message, related }, index) => ({
    rule,
    severity,
    fault,
    span,
    message,
    related,
    fixes: () => problemsWithFixes(asked)[index]?.fixes() ?? [],
  }))
}

/** The problems of a session are not worked out again as long as it has not changed, nor what they depend on. */
function problemsOf(body: SessionBody, around: Surroundings): readonly Problem[] {
  const before = known.get(body)
  if (before && stillHolds(before, around)) return before.problems
  const problems = find(body, around)
  known.set(body, { body, around, problems })
  forgetLast()
  return problems
}

/** What the sessions of a transcript depend on: one object for all of which it is the same. */
function surroundingsIn(transcript: Transcript, settings: RuleSettings) {
  const { dialect } = transcript.reading
  const last = transcript.sessions.at(-1)
  const all = new Map<number, Surroundings>()
  return (placed: PlacedSession, isMixed: boolean): Surroundings => {
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

/** Checks a transcript, but for what its comments switch off. What was found in a session that has not changed still holds. */
export function checkTranscript(
  transcript: Transcript,
  settings: RuleSettings = defaultSettings,
): SessionProblems[] {
  const { sessions } = transcript
  const around = surroundingsIn(transcript, settings)
  // A session that nobody has looked at is made once, for its signs and its problems.
  for (const placed of sessions) {
    if (known.has(placed.body)) continue
    signsOf(placed.body)
    problemsOf(placed.body, around(placed, false))
  }
  const mixed = mixedSessions(sessions)
  const isOff = switchedOff(transcript)
  return sessions.map(placed => {
    const mixture = mixed.get(placed)
    if (mixture === 'rest') return { placed, problems: none }
    const problems = problemsOf(placed.body, around(placed, mixture === 'beginning'))
    if (!isOff) return { placed, problems }
    return {
      placed,
      problems: problems.filter(({ rule, span }) => !isOff(rule.id, lineInText(placed, span.line))),
    }
  })
}
