import type { Answered } from '../protocol/causes/replyCause.ts'
import { commandFacts } from '../protocol/commands.ts'
import { columnOfExchange } from './history.ts'
import type { Exchange, Reply } from './session.ts'

/** The text of a reply: its lines without codes, joined by spaces. */
export function textOf(reply: Reply): string {
  return reply.texts.join(' ')
}

/** The command that `reply` answers, in the words of the tables of causes; `*` where it is not in the text. */
export function answeredBy({
  exchange,
  reply,
}: {
  readonly exchange: Exchange | null
  readonly reply: Reply
}): Answered {
  const unit = exchange?.unit
  switch (unit?.kind) {
    case 'message':
      return '.'
    case 'auth-response':
      return 'AUTH'
    case 'command':
      // 503 to the last chunk is about its place; any other reply is about the message.
      if (exchange && columnOfExchange(exchange) === 'BDAT LAST' && reply.code !== 503) return '.'
      return commandFacts(unit.verb) ? (unit.verb as Answered) : '?'
    default:
      return '*'
  }
}
