import { commandFacts } from '../protocol/commands.ts'
import { looksLikeCommand } from '../transcript/payload.ts'
import type { Exchange, Session } from '../transcript/session.ts'
import type { LineRange } from './rule.ts'

/** Mail data that were read as commands, because the server did not wait for them. */
export interface StrayContent {
  readonly exchanges: readonly Exchange[]
  /** The final dot; null where it does not come. */
  readonly dot: Exchange | null
}

function isDot({ unit }: Exchange): boolean {
  return unit.kind === 'command' && unit.text === '.'
}

function couldBeContent({ unit }: Exchange): boolean {
  if (unit.kind === 'auth-response') return !unit.elided
  return unit.kind === 'command' && !looksLikeCommand(unit.text)
}

/** A header field, as mail data begin with (RFC 5322 section 2.2). */
const headerField = /^[!-9;-~]{1,76}:(?:\s|$)/

/** Whether these lines can be nothing else. */
function isCertain({ exchanges, dot }: StrayContent, isBegun: boolean): boolean {
  const unit = exchanges[0]?.unit
  if (!unit) return false
  if (dot) return true
  if (unit.kind !== 'command' || commandFacts(unit.verb)) return false
  return isBegun || headerField.test(unit.text)
}

/**
 * The lines of mail data behind an exchange that should have been part of it, or should not have been sent.
 * `isBegun` where mail data stand in front of them, so that a line that is no command goes on with these.
 * @returns null where there are none, or where it is not certain
 */
export function strayContentBehind(session: Session, { index }: Exchange, isBegun: boolean) {
  const exchanges: Exchange[] = []
  let dot: Exchange | null = null
  for (let at = index + 1; at < session.exchanges.length && !dot; at++) {
    const exchange = session.exchanges[at]
    if (!exchange || !couldBeContent(exchange)) break
    exchanges.push(exchange)
    if (isDot(exchange)) dot = exchange
  }
  const content: StrayContent = { exchanges, dot }
  return isCertain(content, isBegun) ? content : null
}

/**
 * The lines on which everything only follows from mail data that the server took for commands: to their end where each
 * line got its answer at once, else to the end of the session, as the replies are out of step from there on.
 */
export function linesOfStrayContent(session: Session, first: number, { exchanges }: StrayContent): LineRange {
  const isInStep = exchanges.every(({ reply, index }) => {
    const next = session.exchanges[index + 1]
    return reply !== null && (next === undefined || reply.line < next.line)
  })
  const last = exchanges.at(-1)
  const end = isInStep && last ? (last.replies.at(-1)?.codeSpans.at(-1)?.line ?? last.line) : Infinity
  return { first, last: Math.min(end, session.texts.length - 1) }
}
