import type { Fault } from '../protocol/causes/replyCause.ts'
import type { Reference } from '../protocol/references.ts'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import type { Session, Span } from '../transcript/session.ts'
import type { Trait } from './traits.ts'

/**
 * How strict to be: `lenient` asks only for what breaks a delivery, `standard` for what matters, `strict` for the RFCs to
 * the letter.
 */
export const profiles = ['lenient', 'standard', 'strict'] as const
export type Profile = (typeof profiles)[number]

/** How much a finding matters; the words of the Language Server Protocol. */
export const severities = ['error', 'warning', 'information', 'hint'] as const
export type Severity = (typeof severities)[number]

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
  /**
   * It changes only how something is written, or what is certain: an editor may make it unasked. It never invents what
   * somebody said, nor takes anything out that means something.
   */
  readonly isSafe?: true
}

/** A place that explains a finding. */
export interface Related {
  readonly span: Span
  readonly message: string
}

/** Lines of a session from 0, the last included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** What an editor may show of it beside the underline: words without effect, which it fades, and obsolete ones, which it strikes. */
export type ProblemTag = 'unnecessary' | 'deprecated'

/** What a check reports. */
export interface Report {
  readonly span: Span
  /** One plain sentence. It never repeats a secret. */
  readonly message: string
  /** Places that explain it; null for one that the text does not have. */
  readonly related?: readonly (Related | null)[]
  /** The best first, null for one that does not work here; made when somebody asks. */
  readonly fixes?: () => readonly (Fix | null)[]
  /** Where it is milder or worse than the rule's own. */
  readonly severity?: Severity
  /** Where another than the rule's own has to change something. */
  readonly fault?: Fault
  /** Where it is to be shown otherwise than the rule's own. */
  readonly tag?: ProblemTag
  /** What is found on these lines, which may begin in front of this, only follows from it, unless its rule stands alone. */
  readonly consequences?: LineRange
}

/** What a rule found. */
export interface Problem {
  readonly rule: Rule
  readonly severity: Severity
  readonly fault: Fault
  readonly tag: ProblemTag | null
  readonly span: Span
  readonly message: string
  readonly related: readonly Related[]
  /** The repairs that do what they promise, the best first: each is tried, which takes its time. */
  readonly fixes: () => readonly Fix[]
  /** What may become repairs: the same and others, none of them tried. */
  readonly proposals: () => readonly Fix[]
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

/** A rule: its documentation, who is at fault and how bad it is, the check, and with each report its fixes. */
export interface Rule {
  /** `family/name`; once released it keeps its meaning. */
  readonly id: string
  /** What it finds, as a title. */
  readonly title: string
  /** What it finds, in a sentence or two. */
  readonly what: string
  /** Why it matters. */
  readonly why: string
  /** What whoever is at fault should do. */
  readonly remedy: string
  readonly fault: Fault
  readonly severity: Severity
  /** What it finds has no effect, or is obsolete. */
  readonly tag?: ProblemTag
  /** The most tolerant profile that asks for it; by default as its severity says, see `profileOf`. */
  readonly profile?: Profile
  /** The first is the one that the finding is judged by. */
  readonly references: readonly [Reference, ...Reference[]]
  /** A transcript in which it fires, and in which nothing else does. */
  readonly example: string
  /** The same done right, in which it does not. */
  readonly instead: string
  /** Its example makes sense only with the prefixes `C:` and `S:`. */
  readonly isOfOwnDialect?: true
  /** Rules that say it better: it is silent on a line on which one of them has found something. */
  readonly yieldsTo?: readonly string[]
  /** What it finds is true whatever went wrong before. */
  readonly standsAlone?: true
  /**
   * A fix of something else may bring it up: it tells how the session came out, of a gap for somebody to fill in, or of a
   * reply that was right for what stood there before.
   */
  readonly mayFollowFix?: true
  /** It can find something only in a session with one of these traits, and is not asked of others. */
  readonly onlyWith?: readonly [Trait, ...Trait[]]
  /** It is the only rule that is asked where sessions are mixed, and asked nowhere else. */
  readonly isForMixtures?: true
  readonly check: (session: Session, context: RuleContext) => Iterable<Report>
}
