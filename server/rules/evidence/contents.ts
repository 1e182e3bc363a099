import { columnOfExchange, standingAt, type Transaction } from '../../transcript/history.ts'
import { type PathParameter, parsePathCommand } from '../../transcript/pathCommand.ts'
import { commandSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { ContentUnit, Exchange, Session } from '../../transcript/session.ts'

/** Mail data or a chunk, with what it belongs to. */
export interface Content {
  readonly exchange: Exchange
  readonly unit: ContentUnit
  /** DATA or BDAT in front of it; null where the text does not have it. */
  readonly command: Exchange | null
  /** Null where the text does not have it. */
  readonly transaction: Transaction | null
}

const opensContent = /^(?:DATA|BDAT|BDAT LAST)$/

/** The mail data and chunks of a session, in order. */
export function* contentsIn(session: Session): Generator<Content> {
  for (const exchange of session.exchanges) {
    const { unit } = exchange
    if (unit.kind !== 'message' && unit.kind !== 'chunk') continue
    const before = session.exchanges[exchange.index - 1]
    const command = before && opensContent.test(columnOfExchange(before) ?? '') ? before : null
    const { transaction } = standingAt(session, command ?? exchange)
    yield { exchange, unit, command, transaction }
  }
}

/** The line of a MAIL or RCPT command with its parameters; null where the tool did not print it. */
export function pathParameters(
  session: Session,
  exchange: Exchange,
): { said: SaidLine; parameters: readonly PathParameter[] } | null {
  const said = commandSaid(session, exchange)
  return said && { said, parameters: parsePathCommand(said.payload).parameters }
}

/** The parameter of that keyword, which is given in upper case. */
export function parameterNamed(
  parameters: readonly PathParameter[],
  keyword: string,
): PathParameter | undefined {
  return parameters.find(one => one.keyword === keyword)
}
