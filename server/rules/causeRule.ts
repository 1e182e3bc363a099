import * as l10n from '@vscode/l10n'
import type { SequenceCause } from '../protocol/verdict.ts'
import { isConfirmed, type Standing, standingAt } from '../transcript/history.ts'
import type { CommandUnit, Exchange, Session } from '../transcript/session.ts'
import { ruleIdOf } from './causes.ts'
import { placeOf } from './evidence/places.ts'
import { relatedTo } from './evidence/related.ts'
import { findingsOf } from './evidence/sequenceFindings.ts'
import { Repair } from './repair/repair.ts'
import type { Related, Report, Rule } from './rule.ts'

/** What a rule of the state machine has at hand: a command out of sequence and what stood when it was sent. */
export interface OutOfSequence {
  readonly session: Session
  readonly exchange: Exchange
  readonly command: CommandUnit
  readonly standing: Standing
  /** Commands that are out of sequence only because this one is. */
  readonly followers: readonly Exchange[]
  /** Builds the fixes. */
  readonly repair: Repair
}

/** What such a rule says of it. */
export type Finding = Pick<Report, 'message' | 'related' | 'fixes'>

/** How many commands that fail with the first are listed with it. */
const followersShown = 10

/** The commands that fail with the first, as far as they are listed. */
function consequencesOf(followers: readonly Exchange[]): (Related | null)[] {
  const shown = followers.slice(0, followersShown)
  const more = followers.length - shown.length
  return shown.map((follower, index) => {
    const isLast = more > 0 && index === shown.length - 1
    return relatedTo(
      follower,
      isLast
        ? l10n.t`A consequence: it cannot work either. The same goes for ${more} more.`
        : l10n.t`A consequence: it cannot work either.`,
    )
  })
}

/** A rule for one cause of the state machine's verdict `out-of-sequence`. */
export function causeRule(
  definition: Omit<Rule, 'id' | 'check'> & {
    readonly cause: SequenceCause
    readonly describe: (found: OutOfSequence) => Finding
  },
): Rule {
  const { cause, describe, ...documentation } = definition
  return {
    ...documentation,
    id: ruleIdOf(cause),
    onlyWith: ['misplaced'],
    *check(session, { dialect }) {
      for (const { exchange, command, followers, follows } of findingsOf(session, cause)) {
        const repair = new Repair(session, dialect)
        const standing = standingAt(session, exchange)
        const span = placeOf(exchange)
        // A server that took it all the same has given it its effect.
        const tag = isConfirmed(exchange) ? {} : ({ tag: 'unnecessary' } as const)
        const finding = describe({ session, exchange, command, standing, followers, repair })
        if (follows) {
          const related = [relatedTo(follows.exchange, l10n.t`This is the cause.`)]
          yield {
            span,
            message: l10n.t`A consequence: ${finding.message}`,
            severity: 'hint',
            related,
            ...tag,
          }
        } else {
          const all = [...(finding.related ?? []), ...consequencesOf(followers)]
          yield { ...finding, span, related: all, ...tag }
        }
      }
    },
  }
}
