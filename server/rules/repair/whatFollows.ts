import { columnOfExchange, isRefused } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'

const boundary = /^(?:hello|MAIL|RSET|STARTTLS|XCLIENT|QUIT)$/
const data = /^(?:DATA|BDAT|BDAT LAST)$/

/** Whether the client goes on to DATA or BDAT behind a command, before it begins anything new. */
export function isFollowedByData(session: Session, exchange: Exchange): boolean {
  for (const later of session.exchanges.slice(exchange.index + 1)) {
    const column = columnOfExchange(later)
    if (column === null) continue
    if (data.test(column)) return true
    if (boundary.test(column)) return false
  }
  return false
}

/** Whether the next command that belongs to a transaction, and may stand there, is one of `columns`. */
function continuesWith(session: Session, exchange: Exchange, columns: RegExp): boolean {
  for (const later of session.exchanges.slice(exchange.index + 1)) {
    const column = columnOfExchange(later)
    if (column === null || later.verdict.sequence === 'out-of-sequence') continue
    if (columns.test(column)) return true
    if (column === 'RCPT' || data.test(column) || boundary.test(column)) return false
  }
  return false
}

/** Whether mail data follows a refused MAIL without new recipients: it is for the transaction that was open before. */
export function dependsOnOpenTransaction(session: Session, mail: Exchange): boolean {
  return isRefused(mail) && continuesWith(session, mail, data)
}

/** Whether the open transaction goes on behind a command that has no business in it. */
export function transactionGoesOn(session: Session, exchange: Exchange): boolean {
  return continuesWith(session, exchange, /^(?:RCPT|DATA|BDAT|BDAT LAST)$/)
}
