import type { Reference } from '../references.ts'

/** The first number of an enhanced status code (RFC 3463 2): success, failure for now, failure for good. */
export type EnhancedClass = 2 | 4 | 5

/** A row of the IANA registry "SMTP Enhanced Status Codes"; its key is `subject.detail`. */
export interface EnhancedStatusCodeRow {
  /** The registry's own label. */
  readonly name: string
  readonly meaning: string
  /** What servers say with it besides, by class. */
  readonly practice?: Readonly<Partial<Record<EnhancedClass, string>>>
  /** What to do after a failure; by class where that differs. A success needs nothing, unless class 2 is named. */
  readonly action: string | Readonly<Partial<Record<EnhancedClass, string>>>
  /**
   * The classes that the defining text calls useful, and those that servers use all the same (4.7.1, 5.4.6): a hint, not a
   * rule.
   */
  readonly classes: readonly EnhancedClass[]
  /** The registry's "associated basic status codes"; incomplete by its own statement (RFC 5248 2.1). */
  readonly replyCodes: readonly number[]
  readonly references: readonly Reference[]
}
