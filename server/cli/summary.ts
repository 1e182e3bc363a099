import type { Problem, Severity } from '../rules/rule.ts'

/** How much was checked and found. */
export interface Summary {
  readonly files: number
  readonly sessions: number
  readonly errors: number
  readonly warnings: number
  readonly information: number
  readonly hints: number
}

/** Counts files, sessions and problems as they come. */
export interface Tally {
  readonly addFile: () => void
  readonly addSession: (problems: readonly Problem[]) => void
  readonly problems: () => number
  readonly summary: () => Summary
}

/** A tally of nothing. */
export function tally(): Tally {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 }
  let files = 0
  let sessions = 0
  return {
    addFile: () => {
      files += 1
    },
    addSession: problems => {
      sessions += 1
      for (const { severity } of problems) counts[severity] += 1
    },
    problems: () => counts.error + counts.warning + counts.information + counts.hint,
    summary: () => ({
      files,
      sessions,
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
    }),
  }
}
