import * as l10n from '@vscode/l10n'
import type { Fix, FixEdit, Related, Report } from '../rule.ts'

/** How many other places of a habit are listed with the first. */
const placesShown = 4

function byPlace(one: FixEdit, other: FixEdit): number {
  return one.start.line - other.start.line || one.start.character - other.start.character
}

/** The best fix of each place, as one: with one of them left the habit would still be found. */
function fixEverywhere(all: readonly Report[]): readonly Fix[] {
  const fixes = all.map(report => report.fixes?.().find(fix => fix !== null))
  const [first] = fixes
  if (!first || !fixes.every(fix => fix !== undefined)) return []
  const edits = fixes.flatMap(fix => fix.edits).sort(byPlace)
  const isSafe = fixes.every(fix => fix.isSafe)
  const title = l10n.t`${first.title}, and the same in ${fixes.length - 1} more places`
  return [{ title, edits, ...(isSafe && { isSafe }) }]
}

/**
 * A habit of one side is one finding: the first report of each key, with the next few places as related, and
 * a fix for all of them.
 * `again` is what is said of those.
 */
export function asHabit(
  reports: Iterable<Report>,
  again = l10n.t`The same here.`,
  keyOf: (report: Report) => string = () => '',
): Report[] {
  const habits = new Map<string, { report: Report; all: Report[]; others: Related[] }>()
  for (const report of reports) {
    const key = keyOf(report)
    const habit = habits.get(key)
    if (!habit) {
      habits.set(key, { report, all: [report], others: [] })
      continue
    }
    habit.all.push(report)
    if (habit.others.length < placesShown) habit.others.push({ span: report.span, message: again })
  }
  return [...habits.values()].map(({ report, all, others }) => ({
    ...report,
    ...(all.length > 1 && report.fixes && { fixes: () => fixEverywhere(all) }),
    related: [...(report.related ?? []), ...others],
  }))
}
