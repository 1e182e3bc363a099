import { lengths } from './limits/lengths.ts'
import type { LimitRow } from './limits/limitRow.ts'
import { parameterLimits } from './limits/parameters.ts'
import { ports, times } from './limits/times.ts'

/** One limit with its name. */
export interface LimitFacts extends LimitRow {
  /** The key in `limits`, e.g. `commandLine`. */
  readonly id: string
}

/** Sizes, lengths, counts, time-outs and ports by name: `limits.commandLine.value` is 512. */
export const limits = {
  ...lengths,
  ...parameterLimits,
  ...times,
  ...ports,
} as const satisfies Record<string, LimitRow>

/** All limits in the order of the tables. */
export const allLimits: readonly LimitFacts[] = Object.entries<LimitRow>(limits).map(([id, row]) => ({
  id,
  ...row,
}))
