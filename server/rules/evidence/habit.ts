import * as l10n from '@vscode/l10n'
import type { Related, Report } from '../rule.ts'

/** How many other places of a habit are listed with the first. */
const placesShown = 4

/**
 * A habit of one side is one finding: the first report of each key, with the next few places as related.
 * `again` is what is said of those.
 */
export function asHabit(
  reports: Iterable<Report>,
  again = l10n.t`The same here.`,
  keyOf: (report: Report) => string = () => '',
): Report[] {
  const habits = new Map<string, { report: Report; others: Related[] }>()
  for (const report of reports) {
    const key = keyOf(report)
    const habit = habits.get(key)
    if (!habit) habits.set(key, { report, others: [] })
    else if (habit.others.length < placesShown) habit.others.push({ span: report.span, message: again })
  }
  return [...habits.values()].map(({ report, others }) => ({
    ...report,
    related: [...(report.related ?? []), ...others],
  }))
}
