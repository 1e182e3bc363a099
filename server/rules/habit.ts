import type { Span } from '../transcript/session.ts'
import type { Report } from './rule.ts'

/** How many other places are shown with the first. */
const othersShown = 3

/**
 * What a server does again and again is reported once in a session: at its first place, with a few of the others as
 * related. Nothing where there is no place.
 */
export function* reportHabit<Place extends { readonly span: Span }>(
  places: readonly Place[],
  describe: (first: Place) => Report,
): Generator<Report> {
  const [first, ...others] = places
  if (!first) return
  const report = describe(first)
  const shown = others.slice(0, othersShown).map(({ span }) => ({ span, message: 'The same here.' }))
  yield { ...report, related: [...(report.related ?? []), ...shown] }
}
