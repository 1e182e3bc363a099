import * as l10n from '@vscode/l10n'
import { columnOfExchange, endsMessage, isMisplaced } from '../../transcript/history.ts'
import { rememberedLast } from '../../transcript/remembered.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'

/** A reply, and what it answers: the greeting answers nothing. */
export interface GivenReply {
  readonly reply: Reply
  /** Null for the greeting. */
  readonly exchange: Exchange | null
}

/** A reply, and what of the client's it answers. */
export interface Answer extends GivenReply {
  readonly exchange: Exchange
  /** The verb in upper case; `AUTH` for a line of its exchange, `.` for mail data. */
  readonly verb: string
}

function verbOf({ unit }: Exchange): string {
  if (unit.kind === 'command') return unit.verb
  return unit.kind === 'auth-response' ? 'AUTH' : '.'
}

/** Every reply that answers something, in the order of what it answers. */
export const answersIn = rememberedLast(({ exchanges }: Session): readonly Answer[] => {
  const answers: Answer[] = []
  for (const exchange of exchanges) {
    for (const reply of exchange.replies) answers.push({ exchange, reply, verb: verbOf(exchange) })
  }
  return answers
})

/** The greeting and the answers, in this order; not what nobody asked for. */
export const givenReplies = rememberedLast((session: Session): readonly GivenReply[] => {
  const { greeting } = session
  const answers = answersIn(session)
  return greeting ? [{ reply: greeting, exchange: null }, ...answers] : answers
})

/** Every reply of a session: the greeting, the answers, and what nobody asked for. */
export function* repliesIn(session: Session): Generator<Reply> {
  if (session.greeting) yield session.greeting
  for (const { replies } of session.exchanges) yield* replies
  yield* session.unasked
}

/** Whether a reply is the greeting. */
export function isGreeting({ exchange }: GivenReply): boolean {
  return exchange === null
}

/** Whether a reply answers EHLO, HELO or LHLO. */
export function isToHello({ exchange }: GivenReply): boolean {
  return exchange !== null && columnOfExchange(exchange) === 'hello'
}

/** Whether a reply only says that its command may not stand there: the command is the problem then. */
export function isToMisplaced({ exchange }: GivenReply): boolean {
  return exchange !== null && isMisplaced(exchange)
}

/** Whether a reply may belong to a message before it: LMTP sends one for each recipient, and some clients read only one. */
export function mayBeLeftOver(session: Session, exchange: Exchange): boolean {
  const before = session.exchanges[exchange.index - 1]
  return session.protocol === 'LMTP' && before !== undefined && endsMessage(before)
}

/** What a reply answers, as a message names it. */
export function answeredBy({ exchange }: GivenReply): string {
  if (!exchange) return l10n.t`the connection`
  const verb = verbOf(exchange)
  if (verb === '.') return l10n.t`the message`
  return verb === '' ? l10n.t`an empty line` : verb
}
