import * as l10n from '@vscode/l10n'
import { isTransactionOpen } from '../../protocol/phases.ts'
import { extensionsAt } from '../../transcript/announcements.ts'
import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { endOfReplies } from '../../transcript/exchangeLines.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import type { Fix } from '../rule.ts'
import { replyUnderTls } from './plausibleReplies.ts'
import type { NewCommand, Repair } from './repair.ts'

/** Whether other commands are under way around it, so that nothing that waits for its reply can come in between. */
function isPipelined(session: Session, exchange: Exchange): boolean {
  const before = session.exchanges[exchange.index - 1]
  const next = session.exchanges[exchange.index + 1]
  const end = (one: Exchange) => endOfReplies(one) ?? Number.POSITIVE_INFINITY
  return (
    (before !== undefined && end(before) > exchange.line) || (next !== undefined && end(exchange) > next.line)
  )
}

/**
 * The fix that starts TLS in front of `exchange` and greets again; null where the server does not offer it, where a
 * transaction or a pipelined group is under way, and in a dialect whose marks would still deny that TLS is active.
 */
export function insertStartTls(
  session: Session,
  exchange: Exchange,
  repair: Repair,
  { write }: Dialect,
): Fix | null {
  const extensions = extensionsAt(session, exchange)
  const hello = extensions?.hello
  if (hello?.unit.kind !== 'command' || !extensions?.find('STARTTLS')) return null
  if (exchange.unit.kind !== 'command' || isTransactionOpen(exchange.before.phase)) return null
  const marksTls = write !== null && write('client', 'NOOP', true) !== write('client', 'NOOP', false)
  if (marksTls || isPipelined(session, exchange)) return null
  const { verb, text } = hello.unit
  const steps: NewCommand[] = [
    { verb: 'STARTTLS', text: 'STARTTLS' },
    { verb, text, reply: replyUnderTls(session, hello) },
  ]
  const title = l10n.t`Insert STARTTLS and ${verb} before ${exchange.unit.verb}`
  return repair.insertBefore(title, exchange, steps)
}
