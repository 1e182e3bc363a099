import { columnOfExchange } from '../../transcript/history.ts'
import { contradictsCommand } from '../../transcript/mixed.ts'
import { rememberedLast } from '../../transcript/remembered.ts'
import type { Exchange, Session } from '../../transcript/session.ts'

/** Commands and mail data of which each was sent before the reply to the one in front of it had come (RFC 2920). */
export type PipelinedGroup = readonly [Exchange, Exchange, ...Exchange[]]

/** Exim's reply to a client that did not wait. */
const outOfStep = /synchroni[sz]ation error/i

/** Whether the reply to `exchange` had not come when `next` was sent. */
function isAhead(exchange: Exchange, next: Exchange): boolean {
  const [reply] = exchange.replies
  return reply === undefined || reply.line > next.line
}

/** Whether a server says that the client did not wait. */
export function isOutOfStep({ replies }: Exchange): boolean {
  return replies.some(reply => reply.code === 554 && outOfStep.test(reply.texts[0] ?? ''))
}

/** Whether the replies show that it was sent together: each has its own, and none has one that is another's. */
function isProven(group: readonly Exchange[], { greeting }: Session): group is PipelinedGroup {
  const [first] = group
  if (!first || group.length < 2) return false
  // What the server complains of at once came before its greeting.
  if (isOutOfStep(first) && greeting === null && first.index === 0) return false
  if (group.some(isOutOfStep)) return true
  return group.every(one => one.replies.length > 0 && !contradictsCommand(one))
}

/** What neither joins a group nor follows it: answers to challenges, the handshake, and mail data that nobody waited for. */
function isBarrier(exchange: Exchange, before: Exchange | undefined): boolean {
  const { kind } = exchange.unit
  if (kind === 'auth-response' || kind === 'tls') return true
  return kind === 'message' && before !== undefined && isAhead(before, exchange)
}

function* findGroups({ exchanges, greeting }: Session): Generator<readonly Exchange[]> {
  let group: Exchange[] = []
  for (const exchange of exchanges) {
    // A chunk belongs to its BDAT, and what came before the greeting is early for another reason.
    if (exchange.unit.kind === 'chunk' || (greeting && exchange.line < greeting.line)) continue
    const before = group.at(-1)
    if (before && (!isAhead(before, exchange) || isBarrier(exchange, before))) {
      yield group
      group = []
    }
    if (!isBarrier(exchange, undefined)) group.push(exchange)
  }
  yield group
}

/**
 * The pipelined groups of a session, as far as its replies prove them. Where a command has no reply at all, the replies
 * behind it are counted off wrongly, and nothing is said of them.
 */
export const pipelinedGroups = rememberedLast((session: Session): readonly PipelinedGroup[] => {
  return [...findGroups(session)].filter(group => isProven(group, session))
})

/**
 * Whether the server announced PIPELINING when the client sent `member` of a group; null where the text does not tell,
 * as behind a hello whose reply had not come.
 */
export function mayPipeline(group: PipelinedGroup, member: Exchange): boolean | null {
  const { hello, keywords } = member.before
  const isBehindHello = group.some(one => one.index < member.index && columnOfExchange(one) === 'hello')
  if (hello === 'unknown' || hello === 'none' || keywords === null || isBehindHello) return null
  return keywords.includes('PIPELINING')
}
