import type { Reference } from '../references.ts'

/** A parameter that an extension adds to MAIL or RCPT (RFC 5321 4.1.1.11). */
export interface MailParameter {
  /** In upper case, e.g. `SIZE`. */
  readonly keyword: string
  readonly commands: readonly ('MAIL' | 'RCPT')[]
  /** Whether `=value` stands behind the keyword. */
  readonly value: 'none' | 'required' | 'optional'
  /** What the value has to match, its length apart; null where any esmtp-value will do, or none stands there. */
  readonly pattern: RegExp | null
  /** The grammar in ABNF. */
  readonly syntax: string
  /** One sentence: what it asks of the server. */
  readonly summary: string
  /** What its words mean, or the ends of its range; the words in upper case, without what stands around them. */
  readonly values?: Readonly<Record<string, string>>
}

/** `obsolete`: replaced, or retired by RFC 5321 appendix F; `vendor`: a manufacturer's own. */
export type ExtensionStatus = 'standard' | 'experimental' | 'obsolete' | 'vendor'

/** What the tables tell of an extension; the EHLO keyword is its key. */
export interface ExtensionRow {
  readonly name: string
  /** One sentence: what it gives. */
  readonly summary: string
  /** One or two sentences: what a client does with it once it is announced, and what it may not do without it. */
  readonly useful: string
  /** What may stand behind the keyword in the reply to EHLO, in ABNF; null for nothing. */
  readonly keywordParameters: string | null
  /** The commands that it adds, or tells that they are there. */
  readonly verbs: readonly string[]
  readonly parameters: readonly MailParameter[]
  /** Octets by which the limit of a command line grows when the keyword is announced (RFC 5321 4.5.3.1.4). */
  readonly commandLineIncrease: { readonly MAIL?: number; readonly RCPT?: number }
  /** Other keywords that have to be announced with it. */
  readonly requires: readonly string[]
  readonly status: ExtensionStatus
  /** Empty where nobody published a specification. */
  readonly references: readonly Reference[]
}

/** xtext (RFC 3461 4): printable ASCII, where `+`, `=` and all else are written as `+` and two upper-case hex digits. */
export const xtext: RegExp = /^(?:[!-*,-<>-~]|\+[\dA-F]{2})+$/
