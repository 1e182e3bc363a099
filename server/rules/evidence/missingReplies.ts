import { extensionsAt } from '../../transcript/announcements.ts'
import { endOfReplies } from '../../transcript/exchangeLines.ts'
import { isRefused } from '../../transcript/history.ts'
import { rememberedLast } from '../../transcript/remembered.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import type { LineRange } from '../rule.ts'

/** Commands of which at least one never got its reply, as the counts tell. */
export interface MissingReply {
  /** The one that lacks its reply, or where that cannot be told, the first that may. */
  readonly exchange: Exchange
  /** How many of the commands from there on lack theirs. */
  readonly count: number
  /** The text ends while the reply is awaited; otherwise the dialogue goes on without it. */
  readonly isAtEnd: boolean
  /** The last that was said is a refusal: a client that has read it need not wait for the rest of its group. */
  readonly isGivenUp: boolean
  /** The lines on which replies may be counted to the wrong commands. */
  readonly doubtful: LineRange
}

function isAwaited({ unit }: Exchange): boolean {
  // Whether an empty line was sent at all is not sure.
  return (
    (unit.kind === 'command' && unit.verb !== '') || unit.kind === 'message' || unit.kind === 'auth-response'
  )
}

/** The last line of the replies; without any the line of the command. */
function endOf(exchange: Exchange): number {
  return endOfReplies(exchange) ?? exchange.line
}

/** The session in groups. A group ends where all that was sent has its replies. */
function groupsOf(session: Session): Exchange[][] {
  const groups: Exchange[][] = []
  let last: Exchange | null = null
  for (const exchange of session.exchanges) {
    if (!isAwaited(exchange)) continue
    // Replies come in the order of the commands: when the last is there, all are.
    const isSettled = last === null || (last.isAnswered && endOf(last) < exchange.line)
    if (isSettled) groups.push([exchange])
    else groups.at(-1)?.push(exchange)
    last = exchange
  }
  return groups
}

function mayPipeline(session: Session, exchange: Exchange): boolean {
  const extensions = extensionsAt(session, exchange)
  return extensions === null || extensions.find('PIPELINING') !== undefined
}

function missingIn(session: Session, group: readonly Exchange[]): MissingReply | null {
  const missing = group.filter(one => !one.isAnswered)
  const [first] = group
  const [counted] = missing
  if (!first || !counted) return null
  const isAtEnd = group.at(-1)?.isAnswered === false
  // Where the client has to wait for each reply, the first that it did not wait for is the one that did not come.
  const exchange = mayPipeline(session, first) ? counted : first
  const last = isAtEnd ? session.texts.length - 1 : endOf(group.at(-1) ?? first)
  const answered = group.findLast(one => one.replies.length > 0)
  const isGivenUp =
    answered !== undefined && isRefused(answered) && endOf(answered) > (group.at(-1)?.line ?? 0)
  return { exchange, count: missing.length, isAtEnd, isGivenUp, doubtful: { first: exchange.line, last } }
}

/** Where replies are missing, as far as the numbers of commands and replies tell: one for each time that they part. */
export const missingReplies = rememberedLast((session: Session): readonly MissingReply[] => {
  if (!session.clientSpoke || !session.serverSpoke) return []
  return groupsOf(session).flatMap(group => missingIn(session, group) ?? [])
})
