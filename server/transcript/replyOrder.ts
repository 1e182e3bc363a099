import { countWhile } from './countWhile.ts'
import { endOfReply } from './exchangeLines.ts'
import { rememberedLast } from './remembered.ts'
import type { Exchange, Reply, Session } from './session.ts'

/** A reply and what it answers; null for the greeting and for what nobody asked for. */
export interface PlacedReply {
  readonly reply: Reply
  readonly exchange: Exchange | null
  /** The last line of the reply. */
  readonly end: number
}

/** All replies of a session in the order of the text. */
export const repliesInOrder = rememberedLast((session: Session): readonly PlacedReply[] => {
  const { greeting, exchanges, unasked } = session
  const all: PlacedReply[] = []
  const add = (reply: Reply, exchange: Exchange | null) =>
    all.push({ reply, exchange, end: endOfReply(reply) })
  if (greeting) add(greeting, null)
  for (const exchange of exchanges) for (const reply of exchange.replies) add(reply, exchange)
  for (const reply of unasked) add(reply, null)
  return all.sort((one, other) => one.reply.line - other.reply.line)
})

/** The place among them of the first reply that ends on a line or behind it. */
export function firstReplyFrom(replies: readonly PlacedReply[], line: number): number {
  return countWhile(replies.length, index => (replies[index]?.end ?? line) < line)
}

/** The last line of what was sent, without the replies to it. */
function endOfSent({ line, unit }: Exchange): number {
  return unit.kind === 'message' || unit.kind === 'chunk' ? Math.max(line, unit.lastLine) : line
}

/**
 * Whether a reply stands apart from what it answers: the client sent something else in between, or the server answered
 * something else.
 *
 * @param index its place among `repliesInOrder`
 */
export function standsApart({ exchanges }: Session, replies: readonly PlacedReply[], index: number): boolean {
  const placed = replies[index]
  if (!placed?.exchange) return false
  const { exchange, reply } = placed
  const sent = endOfSent(exchange)
  const next = exchanges[exchange.index + 1]
  const before = replies[index - 1]
  if (next !== undefined && next.line < reply.line && next.line > sent) return true
  return before !== undefined && before.exchange !== exchange && before.reply.line > sent
}
