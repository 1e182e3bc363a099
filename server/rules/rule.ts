import type { Fault } from '../protocol/causes/replyCause.ts'
import type { Reference } from '../protocol/references.ts'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import type { Session, Span } from '../transcript/session.ts'

/** How much a finding matters; the words of the Language Server Protocol. */
export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** A replacement in the text; lines from 0 at the session's first, columns in UTF-16 units. */
export interface FixEdit {
  readonly start: { readonly line: number; readonly character: number }
  readonly end: { readonly line: number; readonly character: number }
  readonly newText: string
  /** Where in `newText` the cursor should stand, in UTF-16 units; null where it should not move. */
  readonly cursor: number | null
}

/** A repair. Its edits do not overlap and are made to the text as it is, all at once. */
export interface Fix {
  readonly title: string
  readonly edits: readonly FixEdit[]
}

/** A place that explains a finding. */
export interface Related {
  readonly span: Span
  readonly message: string
}

/** What a rule found. */
export interface Problem {
  readonly rule: Rule
  readonly span: Span
  readonly message: string
  readonly related: readonly Related[]
  /** The best first; made when somebody asks. */
  readonly fixes: () => readonly Fix[]
}

/** What a rule may know beyond the session: how to write a line in the file's own dialect. */
export interface RuleContext {
  readonly dialect: Dialect
  /** No other session follows in the same file. */
  readonly isLastSession: boolean
  /** A mixture of sessions begins here that nothing tells apart. */
  readonly isMixed: boolean
  /** The session has its lines to itself, in a dialect that people write: its text can be repaired. */
  readonly isRepairable: boolean
}

/** What a check reports; the registry adds the rule. */
export type Report = Omit<Problem, 'rule'>

/** A rule: its documentation, who is at fault and how bad it is, the check, and with each report its fixes. */
export interface Rule {
  /** `family/name`; once released it keeps its meaning. */
  readonly id: string
  /** What it finds, as a title. */
  readonly title: string
  readonly fault: Fault
  /** `off`: only for those who ask for it. */
  readonly severity: Severity | 'off'
  /** The first is the one that a finding links to. */
  readonly references: readonly [Reference, ...Reference[]]
  /** Why it matters, for people. */
  readonly why: string
  /** A transcript in which it fires. */
  readonly example: string
  /** The same done right, in which it does not. */
  readonly instead: string
  /** It is the only rule that is asked where sessions are mixed, and asked nowhere else. */
  readonly isForMixtures?: true
  readonly check: (session: Session, context: RuleContext) => Iterable<Report>
}
