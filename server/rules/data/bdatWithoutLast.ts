import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange, historyOf, type Transaction } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { relatedTo } from '../evidence/related.ts'
import { fixOf, insertBehind } from '../repair/edits.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, Rule } from '../rule.ts'

/** What gave the message up: QUIT or a new MAIL, or the next session; null where it may still go on or was aborted. */
function endOf(
  session: Session,
  { data, end, refusal }: Transaction,
  isLast: boolean,
): Exchange | 'session' | null {
  if (refusal || !data) return null
  const last = end?.index ?? session.exchanges.length - 1
  for (let index = data.index + 1; index <= last; index++) {
    const exchange = session.exchanges[index]
    const column = exchange && columnOfExchange(exchange)
    if (exchange && (column === 'QUIT' || column === 'MAIL')) return exchange
  }
  return end === null && session.ending === 'open' && !isLast ? 'session' : null
}

function fixesOf(repair: Repair, data: Exchange, end: Exchange | 'session'): Fix[] {
  const { unit } = data
  if (unit.kind !== 'command') return []
  const last = fixOf(l10n.t`Add LAST to the last BDAT`, insertBehind(unit.textSpan, ' LAST'))
  const bdat = { verb: 'BDAT', text: 'BDAT 0 LAST' }
  return end === 'session' ? [last] : [last, repair.insertBefore(l10n.t`Insert BDAT 0 LAST`, end, [bdat])]
}

/** Chunks without a last one, and then QUIT, MAIL or the end. A message that RSET aborts, or that was refused, is none. */
export const bdatWithoutLast: Rule = {
  id: 'data/bdat-without-last',
  title: 'Chunks without LAST',
  fault: 'client',
  severity: 'error',
  onlyWith: ['bdat'],
  references: [rfc(3030, '2')],
  what: 'Chunks of which none was marked LAST, before QUIT, a new MAIL or the end of the session.',
  why: 'Only the chunk with LAST completes the message. Without it the server throws away what it has, and says so to nobody.',
  remedy: 'Mark the last chunk with LAST, or send an empty one: `BDAT 0 LAST`.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: BDAT 17
C: See you at noon
S: 250 ok
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: BDAT 17
C: See you at noon
S: 250 ok
C: BDAT 0 LAST
S: 250 ok
C: QUIT
S: 221 bye`,
  *check(session, { dialect, isLastSession }) {
    for (const transaction of historyOf(session).transactions) {
      const { data, message, mail } = transaction
      if (!data || message || columnOfExchange(data) !== 'BDAT' || data.unit.kind !== 'command') continue
      if (data.unit.verb !== 'BDAT') continue
      const end = endOf(session, transaction, isLastSession)
      if (!end) continue
      yield {
        span: data.unit.textSpan,
        message: l10n.t`No chunk is marked LAST: the message is never finished, and the server drops it.`,
        related: [
          relatedTo(mail, l10n.t`The transaction began here.`),
          end === 'session' ? null : relatedTo(end, l10n.t`Here it is given up.`),
        ],
        ...(end !== 'session' && { consequences: { first: end.line, last: end.line } }),
        fixes: () => fixesOf(new Repair(session, dialect), data, end),
      }
    }
  },
}
