import * as l10n from '@vscode/l10n'
import { type FixData, fixData } from '../features/fixData.ts'
import { rangeOf } from '../features/ranges.ts'
import type { Problem } from '../rules/rule.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import { lineEndOf } from '../transcript/reading.ts'
import type { Span } from '../transcript/session.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { CheckRun } from './checkRun.ts'

/** A place in a text: lines and columns from 1, as editors show them; columns in UTF-16 units, `endColumn` exclusive. */
export interface TextPlace {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A problem that is printed, with what is needed to place it in its file. */
export interface ListedProblem {
  readonly file: string
  readonly transcript: Transcript
  readonly placed: PlacedSession
  readonly problem: Problem
  /** Whether its fixes can be worked out without a wait. */
  readonly isAffordable: boolean
}

/** The problems that are printed, and how many are not. */
export interface Listing {
  readonly listed: readonly ListedProblem[]
  readonly leftOut: number
}

/** Trying a fix costs a look at its whole session; where that would take minutes, there are no fixes, and a note says so. */
const trialLimit = 2_000_000

/** The problems of a run in the order of its files and their lines, at most as many as its limit. */
export function listProblems({ checked, limit }: CheckRun): Listing {
  const all = checked.flatMap(({ file, found, transcript }) =>
    found.flatMap(({ placed, problems }) => {
      const isAffordable = Math.min(problems.length, limit) * placed.lineCount <= trialLimit
      return problems.map(problem => ({ file, transcript, placed, problem, isAffordable }))
    }),
  )
  const listed = all.slice(0, limit)
  return { listed, leftOut: all.length - listed.length }
}

/** A range of an editor, which counts from 0, as a place. */
export function placeOfRange({ start, end }: ReturnType<typeof rangeOf>): TextPlace {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  }
}

/** A span of a session as a place in its text. */
export function placeOf(span: Span, placed: PlacedSession): TextPlace {
  return placeOfRange(rangeOf(span, placed))
}

/** The fixes of a problem in the lines of its file; none where working them out would take too long. */
export function fixesOf({ problem, placed, transcript, isAffordable }: ListedProblem): readonly FixData[] {
  if (!isAffordable) return []
  const lineEnd = lineEndOf(transcript.reading)
  return problem.fixes().map(fix => fixData(fix, placed, lineEnd))
}

/** One sentence on the problems whose fixes were not worked out; null where there are none. */
export function noteOnFixes({ listed }: Listing): string | null {
  const count = listed.filter(one => !one.isAffordable).length
  if (count === 0) return null
  return l10n.t`The fixes of ${count} problems were not worked out: there are too many in one session.`
}

/** How many problems the limit has left out, in a few words; null for none. */
export function noteOnLimit(leftOut: number, limit: number): string | null {
  if (leftOut <= 0) return null
  return leftOut === 1
    ? l10n.t`1 more problem is not shown (--max-problems ${limit})`
    : l10n.t`${leftOut} more problems are not shown (--max-problems ${limit})`
}
