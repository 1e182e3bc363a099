import type { Repair } from '../features/fixing.ts'
import type { RuleSettings } from '../rules/settings.ts'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import type { ListedProblem, ListingCounts } from './listing.ts'
import type { Summary } from './summary.ts'

/** What is known of a run of `check` before it begins. */
export interface CheckRun {
  readonly print: (text: string) => void
  /** Of this program. */
  readonly version: string
  readonly settings: RuleSettings
  /** List no more problems than this. */
  readonly limit: number
}

/** A session that was checked. */
export interface CheckedSession {
  readonly file: string
  readonly dialect: Dialect
  readonly placed: PlacedSession
  /** Counts from 1 in its file. */
  readonly number: number
  /** Those of its problems that the limit lets be listed. */
  readonly listed: readonly ListedProblem[]
}

/** What is known of a run of `check` in the end. */
export interface CheckTotals extends ListingCounts {
  readonly summary: Summary
}

/**
 * Tells of a run of `check` in some format, as it comes: for each file its sessions in their order and then its end, or
 * that it cannot be read, which may turn out in the middle; and the totals when all is done.
 */
export interface CheckReport {
  /** What was fixed in a file, before its sessions are told. */
  readonly fixed: (file: string, repairs: readonly Repair[]) => void
  readonly session: (checked: CheckedSession) => void
  readonly fileEnd: (file: string, sessions: number) => void
  readonly unread: (file: string, error: string) => void
  readonly end: (totals: CheckTotals) => void
}
