import type { SequenceCause } from '../protocol/verdict.ts'
import { type Standing, standingAt } from '../transcript/history.ts'
import type { CommandUnit, Exchange, Session } from '../transcript/session.ts'
import { ruleIdOf } from './causes.ts'
import { Repair } from './repair.ts'
import type { Fix, Related, Rule } from './rule.ts'
import { findingsOf } from './sequenceFindings.ts'

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
export interface Finding {
  readonly message: string
  /** The line that set the state, and others that explain. */
  readonly related?: readonly (Related | null)[]
  readonly fixes?: () => readonly (Fix | null)[]
}

/** How many commands that fail with the first are listed with it. */
const followersShown = 10

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
    *check(session, context) {
      for (const { exchange, command, followers, follows } of findingsOf(session, cause)) {
        const repair = new Repair(session, context.dialect)
        const standing = standingAt(session, exchange)
        const span = command.verbSpan.end > command.verbSpan.start ? command.verbSpan : command.textSpan
        const finding = describe({ session, exchange, command, standing, followers, repair })
        const consequences = followers.slice(0, followersShown).map((follower, index) => {
          const more = followers.length - followersShown
          const isCut = index === followersShown - 1 && more > 0
          return relatedTo(
            follower,
            `A consequence: it cannot work either.${isCut ? ` The same goes for ${more} more.` : ''}`,
          )
        })
        if (follows) {
          const related = [relatedTo(follows.exchange, 'This is the cause.')].filter(one => one !== null)
          yield { span, message: `A consequence: ${finding.message}`, severity: 'hint', related }
          continue
        }
        yield {
          span,
          message: finding.message,
          related: [...(finding.related ?? []), ...consequences].filter(related => related !== null),
          fixes: () => (finding.fixes?.() ?? []).filter(fix => fix !== null),
        }
      }
    },
  }
}

/** A related place at a command, or null where there is none. */
export function relatedTo(exchange: Exchange | null, message: string): Related | null {
  if (exchange?.unit.kind !== 'command') return null
  return { span: exchange.unit.verbSpan, message }
}

/** A related place at a reply code, or null where there is none. */
export function relatedToReply(exchange: Exchange | null, message: string): Related | null {
  const span = exchange?.reply?.codeSpans[0]
  return span ? { span, message } : null
}
