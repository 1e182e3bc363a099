import { columnOfExchange, isRefused, opensContent } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'

const boundary = /^(?:hello|MAIL|RSET|STARTTLS|XCLIENT|QUIT)$/

/** Whether the client goes on to DATA or BDAT behind a command, before it begins anything new. */
export function isFollowedByData(session: Session, exchange: Exchange): boolean {
  for (const later of session.exchanges.slice(exchange.index + 1)) {
    const column = columnOfExchange(later)
    if (column === null) continue
    if (opensContent(later)) return true
    if (boundary.test(column)) return false
  }
  return false
}

/** The next command that belongs to a transaction, or begins something new, and may stand there. */
function nextStep(session: Session, exchange: Exchange): Exchange | null {
  for (const later of session.exchanges.slice(exchange.index + 1)) {
    const column = columnOfExchange(later)
    if (column === null || later.verdict.sequence === 'out-of-sequence') continue
    if (column === 'RCPT' || opensContent(later) || boundary.test(column)) return later
  }
  return null
}

/** Whether mail data follows a refused MAIL without new recipients: it is for the transaction that was open before. */
export function dependsOnOpenTransaction(session: Session, mail: Exchange): boolean {
  const next = isRefused(mail) ? nextStep(session, mail) : null
  return next !== null && opensContent(next)
}

/** Whether the open transaction goes on behind a command that has no business in it. */
export function transactionGoesOn(session: Session, exchange: Exchange): boolean {
  const next = nextStep(session, exchange)
  return next !== null && (columnOfExchange(next) === 'RCPT' || opensContent(next))
}
