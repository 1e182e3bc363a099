import type { Session } from '../transcript/session.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { rules } from './registry.ts'
import type { Problem, Rule, RuleContext, Severity } from './rule.ts'

/** Severities that differ from the rules' own; `off` switches a rule off. */
export type SeverityOverrides = ReadonlyMap<string, Severity | 'off'>

/** A problem with the severity that it has here. */
export interface RatedProblem extends Problem {
  readonly severity: Severity
}

/** The problems of one session, in the order of the text. */
export interface SessionProblems {
  readonly startLine: number
  readonly problems: readonly RatedProblem[]
}

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 }

function severityOf(rule: Rule, overrides: SeverityOverrides): Severity | 'off' {
  return overrides.get(rule.id) ?? rule.severity
}

/** Checks one session with every rule that is not off. */
export function checkSession(
  session: Session,
  context: RuleContext,
  overrides: SeverityOverrides,
): RatedProblem[] {
  const problems: RatedProblem[] = []
  for (const rule of rules) {
    const severity = severityOf(rule, overrides)
    if (severity === 'off') continue
    for (const report of rule.check(session, context)) problems.push({ ...report, rule, severity })
  }
  return problems.sort(
    (a, b) =>
      a.span.line - b.span.line || a.span.start - b.span.start || order[a.severity] - order[b.severity],
  )
}

interface Known {
  readonly key: string
  readonly problems: readonly RatedProblem[]
}

const known = new WeakMap<Session, Known>()

/** Checks a transcript. What was found in a session that has not changed since is not worked out again. */
export function checkTranscript(
  transcript: Transcript,
  overrides: SeverityOverrides = new Map(),
): SessionProblems[] {
  const { dialect } = transcript.reading
  const settings = [...overrides].map(pair => pair.join('=')).join(' ')
  return transcript.sessions.map(({ session, startLine }, index) => {
    const isLastSession = index === transcript.sessions.length - 1
    const key = `${dialect.name} ${isLastSession} ${settings}`
    const before = known.get(session)
    if (before?.key === key) return { startLine, problems: before.problems }
    const problems = checkSession(session, { dialect, isLastSession }, overrides)
    known.set(session, { key, problems })
    return { startLine, problems }
  })
}
