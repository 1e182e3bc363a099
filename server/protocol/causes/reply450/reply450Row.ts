import type { ReplyCause } from '../replyCause.ts'

/**
 * A reason for 450, proven by the wording of the reply, by its enhanced status code, or by the answered command.
 * The state of the session says little about a 450, so no row needs it.
 */
export interface Reply450Row extends ReplyCause {
  /** `4.2.1`, or `4.7.*` for every detail of a subject. */
  readonly enhancedCodes?: readonly string[]
  /** Wording and enhanced status code both have to fit; otherwise either does. */
  readonly needsBoth?: true
}
