import * as l10n from '@vscode/l10n'
import type { Fault } from '../../protocol/causes/replyCause.ts'
import type { Problem } from '../../rules/rule.ts'
import type { Exchange } from '../../transcript/session.ts'
import { explainReply } from '../explainReply.ts'
import type { Explanation } from '../explanation.ts'
import { placeOfReply, type ReplyPlace } from '../replyPlace.ts'
import { findingsOn } from './findings.ts'
import type { HoverPlace } from './hoverPlace.ts'

/** Why something failed: what explains its reply, and what the rules found beyond that. */
export interface Account {
  readonly explained: Explanation | null
  readonly found: readonly Problem[]
  /** What to do; null where nothing failed. */
  readonly next: string | null
  readonly fault: Fault | null
}

/** What the rules found is no guess, and goes before one; an explanation of a 450 or 503 that is none says the same as they do. */
function account(explained: Explanation | null, findings: readonly Problem[], code: number | null): Account {
  const isSure = explained?.isGuess === false
  const found = isSure && (code === 450 || code === 503) ? [] : findings
  // How a reply is written does not tell why it refuses.
  const judged = isSure ? undefined : found.find(({ rule }) => !explained || !rule.id.startsWith('reply/'))
  return {
    explained,
    found,
    next: explained && (judged ? l10n.t(judged.rule.remedy) : explained.next),
    fault: judged?.fault ?? explained?.fault ?? null,
  }
}

/** Why a reply stands where it stands. */
export function accountOfReply(hover: HoverPlace, place: ReplyPlace): Account {
  const { exchange, reply } = place
  const explained = explainReply(hover.transcript.sessions, place, hover.lineNameIn)
  return account(explained, findingsOn(hover, exchange, exchange ? null : reply), reply.code)
}

/** What became of what the client sent. */
export function accountOfExchange(hover: HoverPlace, exchange: Exchange): Account {
  const { reply } = exchange
  if (!reply) return account(null, findingsOn(hover, exchange, null), null)
  return accountOfReply(hover, placeOfReply(hover.placed, exchange, reply))
}
