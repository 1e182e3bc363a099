import { standingAt } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'

const known = new WeakMap<Session, number>()

/** The index of the first EHLO or LHLO of a session. */
function firstExtendedHello(session: Session): number {
  const before = known.get(session)
  if (before !== undefined) return before
  const found = session.exchanges.findIndex(
    ({ unit }) => unit.kind === 'command' && (unit.verb === 'EHLO' || unit.verb === 'LHLO'),
  )
  const index = found < 0 ? Number.POSITIVE_INFINITY : found
  known.set(session, index)
  return index
}

/** Whether HELO is in force at `exchange` and the client has not tried EHLO before: nobody asked what the server offers. */
export function isHeloAlone(session: Session, exchange: Exchange): boolean {
  return exchange.before.hello === 'HELO' && exchange.index < firstExtendedHello(session)
}

/** The HELO that `isHeloAlone` speaks of. */
export function heloBefore(session: Session, exchange: Exchange): Exchange | null {
  return isHeloAlone(session, exchange) ? standingAt(session, exchange).hello : null
}
