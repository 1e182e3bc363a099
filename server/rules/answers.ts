import { endsMessage } from '../transcript/history.ts'
import type { Exchange, Reply, Session, Span } from '../transcript/session.ts'
import type { Related, Report } from './rule.ts'

/** A reply, and the command that it answers. */
export interface Answer {
  readonly exchange: Exchange
  readonly reply: Reply
  /** The verb in upper case; `AUTH` for a line of its exchange, `.` for mail data. */
  readonly verb: string
}

function verbOf({ unit }: Exchange): string {
  if (unit.kind === 'command') return unit.verb
  return unit.kind === 'auth-response' ? 'AUTH' : '.'
}

/** Every reply that answers something, in the order of what it answers. */
export function* answersIn(session: Session): Generator<Answer> {
  for (const exchange of session.exchanges) {
    for (const reply of exchange.replies) yield { exchange, reply, verb: verbOf(exchange) }
  }
}

/** Every reply of a session: the greeting, the answers, and what nobody asked for. */
export function* repliesIn(session: Session): Generator<Reply> {
  if (session.greeting) yield session.greeting
  for (const { reply } of answersIn(session)) yield reply
  yield* session.unasked
}

/** Whether the command could stand where it stood, so that a refusal says something of the server. */
export function couldStand({ verdict }: Exchange): boolean {
  return verdict.sequence === 'allowed'
}

/** Whether a reply may belong to a message before it: LMTP sends one for each recipient, and some clients read only one. */
export function mayBeLeftOver(session: Session, exchange: Exchange): boolean {
  const before = session.exchanges[exchange.index - 1]
  return session.protocol === 'LMTP' && before !== undefined && endsMessage(before)
}

/** The place of a reply's code, on its first line. */
export function codeSpan({ line, codeSpans }: Reply): Span {
  return codeSpans[0] ?? { line, start: 0, end: 3 }
}

/** A related place at a reply's code. */
export function relatedReply(reply: Reply, message: string): Related {
  return { span: codeSpan(reply), message }
}

/** What was answered, as a sentence names it. */
export function nameOf({ verb }: Answer): string {
  if (verb === '.') return 'the mail data'
  return verb === '' ? 'an empty line' : verb
}

/** How many other places of a habit are listed with the first. */
const placesShown = 4

/**
 * A habit of one side is one finding: the first report of each key, with the next few places as related.
 * `again` is what is said of those.
 */
export function asHabit(
  reports: Iterable<Report>,
  again: string,
  keyOf: (report: Report) => string = () => '',
): Report[] {
  const habits = new Map<string, { report: Report; others: Related[] }>()
  for (const report of reports) {
    const key = keyOf(report)
    const habit = habits.get(key)
    if (!habit) habits.set(key, { report, others: [] })
    else if (habit.others.length < placesShown) habit.others.push({ span: report.span, message: again })
  }
  return [...habits.values()].map(({ report, others }) => ({
    ...report,
    related: [...(report.related ?? []), ...others],
  }))
}
