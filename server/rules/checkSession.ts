import type { Session } from '../transcript/session.ts'
import { problemsIn } from './problemsIn.ts'
import type { Fix, Problem, RuleContext } from './rule.ts'
import type { RuleSettings } from './settings.ts'
import { type Findings, findingsOf, isSound, recheck } from './soundFixes.ts'

const none = (): readonly Fix[] => []

/**
 * Checks one session with every rule that is not off. A fix that would leave its finding or bring another is not
 * offered: it is tried on the session's text when somebody asks for the fixes.
 *
 * @returns the problems in the order of the text
 */
export function checkSession(session: Session, context: RuleContext, settings: RuleSettings): Problem[] {
  const problems = problemsIn(session, context, settings)
  let before: Findings | undefined
  return problems.map(problem => {
    let tried: readonly Fix[] | undefined
    const fixes = () => {
      const now: Findings = before ?? findingsOf(session, problems, context)
      before = now
      tried ??= problem.proposals().filter(fix => {
        return isSound([problem.rule], now, recheck(session, fix.edits, context, settings))
      })
      return tried
    }
    return context.isRepairable ? { ...problem, fixes } : { ...problem, fixes: none, proposals: none }
  })
}
