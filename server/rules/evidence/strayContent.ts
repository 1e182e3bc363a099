import { commandFacts } from '../../protocol/commands.ts'
import { endOfExchange } from '../../transcript/exchangeLines.ts'
import { looksLikeCommand } from '../../transcript/payload.ts'
import { commandSaid } from '../../transcript/saidText.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import type { LineRange } from '../rule.ts'

/** Lines of a message that were read as commands. */
export interface StrayContent {
  readonly exchanges: readonly [Exchange, ...Exchange[]]
  /** From the first of them to the last reply to one. */
  readonly lines: LineRange
}

/** A line that is no well-formed command, and how much it looks like a part of a message. */
type Likeness = 'dot' | 'header' | 'empty' | 'words' | 'word'

/** The name of a header field. What somebody has typed for a command is none. */
const header = /^([A-Za-z][A-Za-z0-9-]*):(?:\s|$)/

function likenessOf(payload: string, verb: string): Likeness {
  if (payload === '.') return 'dot'
  if (payload.trim() === '') return 'empty'
  const name = header.exec(payload)?.[1]
  if (name !== undefined && commandFacts(name) === undefined) return 'header'
  return commandFacts(verb) === undefined && /\S\s+\S/.test(payload) ? 'words' : 'word'
}

/** Whether one of the lines, or what they are together, can only be a message: a mistyped command is none. */
function isMessage(likenesses: ReadonlySet<Likeness>, isBegun: boolean): boolean {
  if (likenesses.has('dot') || likenesses.has('header')) return true
  return isBegun && likenesses.has('words')
}

/**
 * The lines behind exchange `index` that were read as commands although they are part of a message: no well-formed
 * commands, of which one at least cannot be a slip, and which no server has taken. Null where there are none. Behind the
 * beginning of a message (`isBegun`) less is enough to tell.
 */
export function strayContentBehind(session: Session, index: number, isBegun = false): StrayContent | null {
  const exchanges: Exchange[] = []
  const likenesses = new Set<Likeness>()
  let last = 0
  for (let at = index + 1; at < session.exchanges.length; at++) {
    const exchange = session.exchanges[at]
    if (exchange?.unit.kind !== 'command' && exchange?.unit.kind !== 'auth-response') break
    const payload = commandSaid(session, exchange)?.payload
    if (payload === undefined || looksLikeCommand(payload)) break
    const likeness = likenessOf(payload, exchange.unit.kind === 'command' ? exchange.unit.verb : '')
    // Behind the dot the message is over.
    if (likenesses.has('dot') && likeness !== 'dot' && likeness !== 'empty') break
    // Postfix answers a header field or a dot with 221, and closes the connection.
    if (!isBegun && exchange.replies.some(({ code }) => code < 400 && code !== 221)) break
    exchanges.push(exchange)
    likenesses.add(likeness)
    last = Math.max(last, endOfExchange(exchange))
  }
  const [first, ...rest] = exchanges
  if (!first || !isMessage(likenesses, isBegun || exchanges.length > 1)) return null
  return { exchanges: [first, ...rest], lines: { first: first.line, last } }
}

/** All lines from one on, for what puts everything behind it out of step. */
export function toEndOf({ texts }: Session, first: number): LineRange {
  return { first, last: texts.length - 1 }
}

/**
 * The lines on which everything only follows from lines of a message that the server took for commands: to their end
 * where each got its answer at once, else to the end of the session, as the replies are out of step from there on.
 */
export function linesOfStrayContent(session: Session, first: number, stray: StrayContent): LineRange {
  const isInStep = stray.exchanges.every(({ reply, index }) => {
    const next = session.exchanges[index + 1]
    return reply !== null && (next === undefined || reply.line < next.line)
  })
  return isInStep ? { first, last: stray.lines.last } : toEndOf(session, first)
}
