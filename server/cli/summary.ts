import type { Severity } from '../rules/rule.ts'
import type { CheckedFile } from './checkRun.ts'

/** How much was checked and found. */
export interface Summary {
  readonly files: number
  readonly sessions: number
  readonly errors: number
  readonly warnings: number
  readonly information: number
  readonly hints: number
}

/** Counts files, sessions and problems. */
export function summaryOf(checked: readonly CheckedFile[]): Summary {
  const all = checked.flatMap(({ found }) => found.flatMap(({ problems }) => problems))
  const count = (severity: Severity) => all.filter(problem => problem.severity === severity).length
  return {
    files: checked.length,
    sessions: checked.reduce((sum, { transcript }) => sum + transcript.sessions.length, 0),
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
  }
}
