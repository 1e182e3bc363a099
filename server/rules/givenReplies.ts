import { columnOfExchange } from '../transcript/history.ts'
import type { Exchange, Reply, Session, Span } from '../transcript/session.ts'

/** A reply, and what it answers: the greeting answers nothing, and neither does what nobody asked for. */
export interface GivenReply {
  readonly reply: Reply
  readonly exchange: Exchange | null
  readonly isGreeting: boolean
}

/** The greeting and the replies to what was sent, in this order; not what nobody asked for. */
export function* repliesIn({ greeting, exchanges }: Session): Generator<GivenReply> {
  if (greeting) yield { reply: greeting, exchange: null, isGreeting: true }
  for (const exchange of exchanges) {
    for (const reply of exchange.replies) yield { reply, exchange, isGreeting: false }
  }
}

/** Whether a reply only says that its command may not stand there: the command is the problem then. */
export function isToIllegalCommand({ exchange }: GivenReply): boolean {
  const sequence = exchange?.verdict.sequence
  return sequence === 'out-of-sequence' || sequence === 'consequence'
}

/** Whether a reply answers EHLO, HELO or LHLO. */
export function isToHello({ exchange }: GivenReply): boolean {
  return exchange !== null && columnOfExchange(exchange) === 'hello'
}

/** What a reply answers, in words: `EHLO`, `the message`. */
export function answeredBy({ exchange }: GivenReply): string {
  if (!exchange) return 'the connection'
  const { unit } = exchange
  if (unit.kind === 'command') return unit.verb
  return unit.kind === 'auth-response' ? 'AUTH' : 'the message'
}

/** The text that stands at a place. */
export function textAt({ texts }: Session, { line, start, end }: Span): string {
  return texts[line]?.slice(start, end) ?? ''
}

/** The place of the character behind a reply code: the space or the hyphen; empty where there is none. */
export function separatorOf({ texts }: Session, { line, end }: Span): Span {
  return { line, start: end, end: Math.min(end + 1, texts[line]?.length ?? end) }
}
