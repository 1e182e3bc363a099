import { rememberedLast } from '../../transcript/remembered.ts'
import { commandSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { CommandUnit, Exchange, Session } from '../../transcript/session.ts'
import type { RuleContext } from '../rule.ts'

/** A command with its line as the client sent it. */
export interface SaidCommand {
  readonly exchange: Exchange
  readonly command: CommandUnit
  readonly said: SaidLine
}

/** The line of a command; null where it does not show the whole command as it was sent. */
function wholeCommand(session: Session, exchange: Exchange): SaidCommand | null {
  const { unit } = exchange
  if (unit.kind !== 'command' || unit.verb === '') return null
  const said = commandSaid(session, exchange)
  if (!said) return null
  // Of AUTH and BURL the model keeps less than was said; of a command that the tool broke into lines, more.
  const isKeptWhole = !unit.verb.includes('AUTH') && unit.verb !== 'BURL'
  return isKeptWhole && said.payload.trim() !== unit.text ? null : { exchange, command: unit, said }
}

interface Commands {
  readonly all: readonly SaidCommand[]
  /** Without the last, which somebody may be typing. */
  readonly finished: readonly SaidCommand[]
}

const commandsOf = rememberedLast((session: Session): Commands => {
  const all = session.exchanges.flatMap(one => wholeCommand(session, one) ?? [])
  return { all, finished: all.slice(0, -1) }
})

/** Whether it is the last line of a text that somebody writes, and so perhaps not finished. */
function isBeingTyped(
  session: Session,
  exchange: Exchange,
  { dialect, isLastSession }: RuleContext,
): boolean {
  if (!dialect.isTyped || !isLastSession || exchange.reply) return false
  return exchange.index === session.exchanges.length - 1
}

const none: readonly SaidCommand[] = []

/**
 * The commands of a session whose form can be judged: word for word as they were sent. None where the tool only tells
 * of them, and not the one that is being typed.
 */
export function saidCommands(session: Session, context: RuleContext): readonly SaidCommand[] {
  if (context.dialect.isSummary) return none
  const { all, finished } = commandsOf(session)
  const last = all.at(-1)
  return last && isBeingTyped(session, last.exchange, context) ? finished : all
}
