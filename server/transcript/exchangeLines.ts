import { countWhile } from './countWhile.ts'
import type { Exchange, Reply, Session } from './session.ts'

/** The lines of a reply, in order. */
export function replyLines({ codeSpans }: Reply): number[] {
  return codeSpans.map(({ line }) => line)
}

/** The last line of a reply. */
export function endOfReply({ codeSpans, line }: Reply): number {
  return codeSpans.at(-1)?.line ?? line
}

/** The last line of the last reply to an exchange; null without any. */
export function endOfReplies({ replies }: Exchange): number | null {
  const last = replies.at(-1)
  return last ? endOfReply(last) : null
}

/** The last line of an exchange with its replies. */
export function endOfExchange(exchange: Exchange): number {
  const { line, unit } = exchange
  const isContent = unit.kind === 'message' || unit.kind === 'chunk'
  return Math.max(line, isContent ? unit.lastLine : line, endOfReplies(exchange) ?? line)
}

/** Every line of an exchange that stands in the text, what the client sent and then the replies. */
export function linesOfExchange({ line, unit, replies }: Exchange): number[] {
  const own: number[] = []
  if (unit.kind !== 'message' && unit.kind !== 'chunk') own.push(line)
  else if (!unit.elided) for (let at = unit.firstLine; at <= unit.lastLine; at++) own.push(at)
  return [...own, ...replies.flatMap(replyLines)]
}

/** The exchanges that begin on a line of their session, in order. */
export function exchangesOn({ exchanges }: Pick<Session, 'exchanges'>, line: number): Exchange[] {
  const found: Exchange[] = []
  let index = countWhile(exchanges.length, at => (exchanges[at]?.line ?? line) < line)
  for (let exchange = exchanges[index]; exchange?.line === line; exchange = exchanges[index]) {
    found.push(exchange)
    index += 1
  }
  return found
}
