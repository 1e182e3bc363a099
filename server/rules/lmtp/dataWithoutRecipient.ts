import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange, isRefused, namedRecipients, standingAt } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { withCode } from '../repair/withCode.ts'
import type { Report, Rule, RuleContext } from '../rule.ts'

/** Whether a transaction is open in which no recipient was accepted, as the replies in front of this one say. */
function isForNobody(session: Session, exchange: Exchange): boolean {
  const standing = standingAt(session, exchange)
  if (!standing.transaction || standing.transaction.mail.reply === null) return false
  return namedRecipients(standing).every(isRefused)
}

function* liberties(session: Session, context: RuleContext): Generator<Report> {
  for (const exchange of session.exchanges) {
    const { reply, before } = exchange
    if (!reply || columnOfExchange(exchange) !== 'DATA' || before.hello !== 'LHLO') continue
    if (reply.code === 503 || reply.code === 421 || !isForNobody(session, exchange)) continue
    yield {
      span: reply.codeSpans[0],
      message: l10n.t`An LMTP server answers DATA with 503 when no recipient was accepted; ${reply.code} is a liberty of this one.`,
      severity: reply.code < 400 ? 'warning' : 'information',
      fixes: () => (reply.code >= 400 ? withCode(reply, 503, context) : []),
    }
  }
}

/**
 * A reply to DATA other than 503 where LMTP leaves no choice. SMTP allows 554 as well, so that servers that speak both
 * are used to it: a liberty. Silent on 421, which may come at any time.
 */
export const dataWithoutRecipient: Rule = {
  id: 'lmtp/data-without-recipient',
  title: 'LMTP: DATA for nobody not answered with 503',
  fault: 'server',
  severity: 'information',
  onlyWith: ['lmtp'],
  references: [rfc(2033, '4.2')],
  what: 'A reply other than 503 to DATA in LMTP when no recipient was accepted.',
  why: 'LMTP clients send DATA in one group with the recipients and have to know what became of it: 503 means that no mail data are wanted and that no reply for a recipient will come.',
  remedy: 'Answer 503 to DATA when no recipient of the transaction was accepted.',
  example: `
S: 220 store.example LMTP here
C: LHLO client.example
S: 250-store.example
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<anna@client.example>
C: RCPT TO:<bob@store.example>
C: DATA
S: 250 2.1.0 sender ok
S: 550 5.1.1 no mailbox here
S: 554 5.5.1 no valid recipients
C: QUIT
S: 221 2.0.0 closing`,
  instead: `
S: 220 store.example LMTP here
C: LHLO client.example
S: 250-store.example
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<anna@client.example>
C: RCPT TO:<bob@store.example>
C: DATA
S: 250 2.1.0 sender ok
S: 550 5.1.1 no mailbox here
S: 503 5.5.1 no valid recipients
C: QUIT
S: 221 2.0.0 closing`,
  check(session, context) {
    return session.protocol === 'LMTP' ? asHabit(liberties(session, context), l10n.t`The same here.`) : []
  },
}
