import * as l10n from '@vscode/l10n'
import { isTransactionOpen } from '../../protocol/phases.ts'
import { columnOfExchange, isConfirmed, opensContent } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { listed, nameOf, spokenName } from '../evidence/names.ts'
import type { Fix } from '../rule.ts'
import { clientName, replyUnderTls } from './plausibleReplies.ts'
import type { NewCommand, Repair } from './repair.ts'

/** A hello; under TLS it is answered as the one in clear was, but for STARTTLS. */
function helloFor(session: Session, { before, index }: Exchange): NewCommand {
  const verb = session.protocol === 'LMTP' ? 'LHLO' : 'EHLO'
  const text = `${verb} ${clientName(session)}`
  const inClear = session.exchanges
    .slice(0, index)
    .findLast(one => columnOfExchange(one) === 'hello' && isConfirmed(one) && one.reply !== null)
  const isRepeated = before.tls && inClear?.unit.kind === 'command' && inClear.unit.verb === verb
  const reply = isRepeated ? replyUnderTls(session, inClear) : []
  return reply.length > 0 ? { verb, text, reply } : { verb, text }
}

export const rset: NewCommand = { verb: 'RSET', text: 'RSET' }
export const quit: NewCommand = { verb: 'QUIT', text: 'QUIT' }

/** MAIL or RCPT with an empty path and the cursor in its brackets. */
const mailFrom: NewCommand = { verb: 'MAIL', text: 'MAIL FROM:<>', cursor: 'MAIL FROM:<'.length }
export const rcptTo: NewCommand = { verb: 'RCPT', text: 'RCPT TO:<>', cursor: 'RCPT TO:<'.length }

/** The commands that have to come before `exchange` and have not: a hello, MAIL, RCPT (RFC 5321 sections 3.2 and 3.3). */
function missingSteps(session: Session, exchange: Exchange): NewCommand[] {
  const { before } = exchange
  const column = columnOfExchange(exchange)
  const isForMail = column === 'RCPT' || opensContent(exchange)
  const steps: NewCommand[] = []
  if (before.hello === 'none') steps.push(helloFor(session, exchange))
  if (isForMail && !isTransactionOpen(before.phase)) steps.push(mailFrom)
  if (isForMail && column !== 'RCPT' && before.accepted === 0) steps.push(rcptTo)
  // One place for the cursor is enough: the first that has to be filled in.
  const first = steps.findIndex(step => step.cursor !== undefined)
  return steps.map(({ cursor, ...step }, index) => ({
    ...step,
    ...(index === first && cursor !== undefined && { cursor }),
  }))
}

/** The fix that inserts what is missing in front of `exchange`; null where nothing is. */
export function insertMissingSteps(
  session: Session,
  exchange: Exchange,
  repair: Repair,
  followers: readonly Exchange[],
): Fix | null {
  const steps = missingSteps(session, exchange)
  if (steps.length === 0 || exchange.unit.kind !== 'command') return null
  const names = listed(steps.map(step => spokenName(step.verb)))
  return repair.insertBefore(
    l10n.t`Insert ${names} before ${spokenName(exchange.unit.verb)}`,
    exchange,
    steps,
    followers,
  )
}

/** The fix that resets in front of `exchange`, which cannot stand in the transaction that is open. */
export function insertRset(exchange: Exchange, repair: Repair, followers: readonly Exchange[] = []): Fix {
  return repair.insertBefore(l10n.t`Insert RSET before ${nameOf(exchange)}`, exchange, [rset], followers)
}

/** The fix that takes out a command that was refused for its place, and what failed with it; null where it was taken. */
export function removeRefused(
  exchange: Exchange,
  repair: Repair,
  followers: readonly Exchange[],
): Fix | null {
  if (exchange.unit.kind !== 'command' || isConfirmed(exchange)) return null
  return repair.remove(l10n.t`Remove ${spokenName(exchange.unit.verb)}, which cannot work here`, [
    exchange,
    ...followers,
  ])
}
