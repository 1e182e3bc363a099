import * as l10n from '@vscode/l10n'
import { elapsedBetween, type Moment } from '../transcript/lineTimes.ts'

/**
 * The time from one moment to a later one, in a few words: `0.4 s`, `12 s`, `3 min 5 s`. Where the times tell no parts
 * of a second, what is below one is not told. Null where the second moment is not the later one.
 */
export function durationText(before: Moment, behind: Moment): string | null {
  const elapsed = elapsedBetween(before, behind)
  if (elapsed === null) return null
  const isFine = before.isFine && behind.isFine
  if (isFine && elapsed < 1000) return l10n.t`${elapsed} ms`
  if (isFine && elapsed < 10_000) return l10n.t`${(elapsed / 1000).toFixed(1)} s`
  const seconds = Math.round(elapsed / 1000)
  if (seconds === 0) return l10n.t`less than 1 s`
  if (seconds < 60) return l10n.t`${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return l10n.t`${minutes} min ${seconds % 60} s`
  return l10n.t`${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
