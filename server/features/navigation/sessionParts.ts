import { endOfExchange } from '../../transcript/exchangeLines.ts'
import { columnOfExchange, historyOf } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'

/** A part of a session: a transaction with its number from 0, or a single exchange outside of any. */
export interface SessionPart {
  /** In the order of the text; at least one. */
  readonly exchanges: readonly Exchange[]
  readonly transaction: number | null
}

interface Draft extends SessionPart {
  readonly exchanges: Exchange[]
}

/** Whether a command that ends a transaction has a meaning of its own beside that. */
function standsOutside(exchange: Exchange): boolean {
  const column = columnOfExchange(exchange)
  return column === 'QUIT' || column === 'hello' || column === 'STARTTLS'
}

/** The exchanges of a session in order, those of a transaction together under its MAIL. */
export function partsOf(session: Session): SessionPart[] {
  const { transactions } = historyOf(session)
  const numbers = new Map(transactions.map(({ mail }, index) => [mail, index]))
  const parts: Draft[] = []
  let open: Draft | null = null
  for (const exchange of session.exchanges) {
    const number = numbers.get(exchange)
    const end: Exchange | null = open ? (transactions[open.transaction ?? 0]?.end ?? null) : null
    if (open && number === undefined && !(end === exchange && standsOutside(exchange))) {
      open.exchanges.push(exchange)
    } else {
      const part: Draft = { exchanges: [exchange], transaction: number ?? null }
      parts.push(part)
      open = number === undefined ? null : part
    }
    if (open && transactions[open.transaction ?? 0]?.end === exchange) open = null
  }
  return parts
}

/** The last line of the exchanges of a part, in the lines of its session. */
export function endOfPart({ exchanges }: SessionPart): number {
  return exchanges.reduce((last, one) => Math.max(last, endOfExchange(one)), 0)
}
