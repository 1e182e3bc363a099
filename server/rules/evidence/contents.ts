import { opensContent, standingAt, type Transaction } from '../../transcript/history.ts'
import { rememberedLast } from '../../transcript/remembered.ts'
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

/** The mail data and chunks of a session, in order. */
export const contentsIn = rememberedLast((session: Session): readonly Content[] => {
  const contents: Content[] = []
  for (const exchange of session.exchanges) {
    const { unit } = exchange
    if (unit.kind !== 'message' && unit.kind !== 'chunk') continue
    const before = session.exchanges[exchange.index - 1]
    const command = before && opensContent(before) ? before : null
    const { transaction } = standingAt(session, command ?? exchange)
    contents.push({ exchange, unit, command, transaction })
  }
  return contents
})
