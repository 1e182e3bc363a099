import { commandFacts } from '../../protocol/commands.ts'
import { columnOfExchange, isAccepted, isMisplaced } from '../../transcript/history.ts'
import type { CommandUnit, Exchange, Reply, Session } from '../../transcript/session.ts'

/** A command that was refused, and the same command again although nothing had changed. */
export interface Repetition {
  readonly command: CommandUnit
  readonly refusal: Reply
  /** All of them, in order. */
  readonly again: readonly [Exchange, ...Exchange[]]
}

/** What answers differently although the line is the same: a password is not shown, and a hello begins anew. */
const notCompared = new Set(['AUTH', 'QUIT', 'RSET', 'NOOP', 'DATA', 'BDAT'])

/** Commands that change what the server answers to others, once they are accepted. */
const changes = new Set(['hello', 'STARTTLS', 'AUTH', 'XCLIENT'])

function isComparable(exchange: Exchange): boolean {
  const { unit } = exchange
  if (unit.kind !== 'command' || notCompared.has(unit.verb) || !commandFacts(unit.verb)) return false
  return !isMisplaced(exchange)
}

/** The command as it is compared: the verb in upper case, the rest as it stands. */
function keyOf({ verb, argument }: CommandUnit): string {
  return `${verb} ${argument.trim()}`
}

interface Draft {
  readonly refused: Exchange
  readonly refusal: Reply
  readonly again: Exchange[]
}

/** Whether what was refused before may be answered differently from here on. */
function isChange(exchange: Exchange): boolean {
  const isMessage = exchange.unit.kind === 'message'
  const column = columnOfExchange(exchange)
  const isOpening = column === 'MAIL' || column === 'BDAT LAST' || changes.has(column ?? '')
  return exchange.reply?.code === 235 || ((isMessage || isOpening) && isAccepted(exchange))
}

/** What has been refused so far, by the command. */
type Refused = Map<string, Draft>

/** Compares one command with what was refused before; the draft that it is the first repetition of. */
function compare(refused: Refused, exchange: Exchange, isRefusal: (reply: Reply) => boolean): Draft | null {
  const { unit, reply, line } = exchange
  if (unit.kind !== 'command' || !isComparable(exchange)) return null
  const key = keyOf(unit)
  if (!reply || !isRefusal(reply)) {
    refused.delete(key)
    return null
  }
  const before = refused.get(key)
  if (before === undefined || before.refusal.line > line) {
    refused.set(key, { refused: exchange, refusal: reply, again: [] })
    return null
  }
  return before.again.push(exchange) === 1 ? before : null
}

/**
 * Commands that were sent again, word for word, after a refusal that `isRefusal` accepts, and got another. A recipient
 * counts only within its transaction. Silent where the client could not know of the refusal yet, where it logged in or
 * greeted anew in between, and on what stands out of sequence.
 */
export function repetitionsOf(session: Session, isRefusal: (reply: Reply) => boolean): Repetition[] {
  const refused: Refused = new Map()
  const found: Draft[] = []
  for (const exchange of session.exchanges) {
    const draft = compare(refused, exchange, isRefusal)
    if (draft) found.push(draft)
    if (isChange(exchange)) refused.clear()
  }
  return found.flatMap(({ refused: { unit }, refusal, again: [first, ...rest] }) =>
    first && unit.kind === 'command' ? [{ command: unit, refusal, again: [first, ...rest] as const }] : [],
  )
}
