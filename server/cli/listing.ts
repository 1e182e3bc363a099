import * as l10n from '@vscode/l10n'
import { type FixData, fixData } from '../features/fixData.ts'
import { rangeOf } from '../features/ranges.ts'
import type { Problem } from '../rules/rule.ts'
import type { SessionProblems } from '../rules/sessionFindings.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import type { Span } from '../transcript/session.ts'

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
  /** The line end that the file uses. */
  readonly lineEnd: string
  readonly placed: PlacedSession
  readonly problem: Problem
  /** Whether its fixes can be worked out without a wait. */
  readonly isAffordable: boolean
}

/** How many problems a listing does not tell all of. */
export interface ListingCounts {
  /** Those that the limit has left out. */
  readonly leftOut: number
  /** Those that are listed and have fixes that were not worked out. */
  readonly withoutFixes: number
}

/** Lists the problems of a run as they come, and counts what it leaves out. */
export interface Listing {
  /** The problems of the next session that are printed. */
  readonly list: (
    found: SessionProblems,
    place: Pick<ListedProblem, 'file' | 'lineEnd'>,
  ) => readonly ListedProblem[]
  readonly counts: () => ListingCounts
}

/** Trying a fix costs a look at its whole session; where that would take minutes, there are no fixes, and a note says so. */
const trialLimit = 2_000_000

/** A listing of at most as many problems as the limit, in the order in which they come. */
export function listingUpTo(limit: number): Listing {
  let left = limit
  let leftOut = 0
  let withoutFixes = 0
  return {
    list: ({ placed, problems }, { file, lineEnd }) => {
      const isAffordable = Math.min(problems.length, limit) * placed.lineCount <= trialLimit
      const listed = problems.slice(0, left)
      left -= listed.length
      leftOut += problems.length - listed.length
      if (!isAffordable) withoutFixes += listed.length
      return listed.map(problem => ({ file, lineEnd, placed, problem, isAffordable }))
    },
    counts: () => ({ leftOut, withoutFixes }),
  }
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
export function fixesOf({ problem, placed, lineEnd, isAffordable }: ListedProblem): readonly FixData[] {
  if (!isAffordable) return []
  return problem.fixes().map(fix => fixData(fix, placed, lineEnd))
}

/** One sentence on the problems whose fixes were not worked out; null where there are none. */
export function noteOnFixes(count: number): string | null {
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
