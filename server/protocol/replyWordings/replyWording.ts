import type { Fault } from '../causes/replyCause.ts'
import type { Reference } from '../references.ts'

/**
 * What a well-known server or provider says in a reply, and what it means by it. The text of a reply tells more than its
 * enhanced status code, and that more than its reply code.
 */
export interface ReplyWording {
  /** Unique: `who/what`, in kebab-case, e.g. `gmail/unauthenticated`. */
  readonly id: string
  /** Who says it, as people know it (`Gmail`, `Postfix`); null for words that servers of many kinds use. */
  readonly by: string | null
  /**
   * The words, each alternative by itself: fixed pieces of the text, in their order, with `*` for anything between them,
   * e.g. `client host * blocked using *spamhaus.org`. Compared without regard to case, with every run of white space as
   * one space, and without the codes at the start of the lines; every piece has at least three characters.
   */
  readonly says: readonly [string, ...string[]]
  /**
   * Codes of which the reply must have one, where the words alone could mean something else: a reply code (`550`), its
   * class (`4`), an enhanced status code (`5.7.26`), or one of any detail (`5.7.*`).
   */
  readonly codes?: readonly string[]
  /** What happened, in a sentence or two, in the present tense, about this reply. */
  readonly cause: string
  /** What to do now, and by whom. */
  readonly next: string
  /** Who has to change something. */
  readonly fault: Fault
  /** The provider's own page first, where there is one. */
  readonly references: readonly Reference[]
  /** A whole reply as such a server sends it, its lines with codes; it is the first test of the row. */
  readonly example: string
}
