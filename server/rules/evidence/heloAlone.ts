import { standingAt } from '../../transcript/history.ts'
import { rememberedLast } from '../../transcript/remembered.ts'
import type { Exchange, Session } from '../../transcript/session.ts'

/** The index of the first EHLO or LHLO of a session. */
const firstExtendedHello = rememberedLast(({ exchanges }: Session): number => {
  const found = exchanges.find(({ unit }) => unit.kind === 'command' && /^[EL]HLO$/.test(unit.verb))
  return found?.index ?? Number.POSITIVE_INFINITY
})

/** Whether HELO is in force at `exchange` and the client has not tried EHLO before: nobody asked what the server offers. */
export function isHeloAlone(session: Session, exchange: Exchange): boolean {
  return exchange.before.hello === 'HELO' && exchange.index < firstExtendedHello(session)
}

/** The HELO that `isHeloAlone` speaks of. */
export function heloBefore(session: Session, exchange: Exchange): Exchange | null {
  return isHeloAlone(session, exchange) ? standingAt(session, exchange).hello : null
}
