import type { Reference } from '../references.ts'

/**
 * - `maximum`: nobody should send more
 * - `minimum`: what everybody has to take, wait or allow at least
 * - `recommended`: should be kept, and need not be
 * - `increase`: is added to the limit of a command line when the extension is announced
 * - `exact`: neither more nor less; also an assigned number
 */
export type LimitKind = 'maximum' | 'minimum' | 'recommended' | 'increase' | 'exact'

/** What a limit counts. */
export type LimitUnit =
  | 'octets'
  | 'characters'
  | 'digits'
  | 'commands'
  | 'fields'
  | 'attempts'
  | 'seconds'
  | 'days'
  | 'steps'
  | 'TCP port'

/** One limit, time-out or number of the protocol. */
export interface LimitRow {
  /** What is limited, without a full stop. */
  readonly what: string
  /** A range as its least and its most; null where the grammar sets no limit. */
  readonly value: number | readonly [least: number, most: number] | null
  readonly unit: LimitUnit
  readonly kind: LimitKind
  /** What happens then, as a rule the reply; null where nothing is said. */
  readonly whenExceeded: string | null
  readonly references: readonly Reference[]
}
