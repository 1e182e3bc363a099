import * as l10n from '@vscode/l10n'
import type { Phase } from '../../protocol/phases.ts'
import { rfc } from '../../protocol/references.ts'
import { namedRecipients, standingAt } from '../../transcript/history.ts'
import { relatedToReply } from '../evidence/related.ts'
import { answersIn } from '../evidence/replies.ts'
import type { Rule } from '../rule.ts'

/** Where the text tells that nobody was accepted. */
const withoutRecipients: ReadonlySet<Phase> = new Set<Phase>(['greeted', 'ready', 'mail', 'tls-ready'])

/** How many refused recipients are pointed at. */
const recipientsShown = 4

/**
 * 354 although no recipient was accepted. Milder where the client had no business to send DATA, which has a finding of
 * its own.
 */
export const goAheadWithoutRecipients: Rule = {
  id: 'reply/go-ahead-without-recipients',
  title: '354 without an accepted recipient',
  fault: 'server',
  severity: 'warning',
  references: [rfc(2920, '3.2'), rfc(2920, '3.1')],
  what: 'DATA answered with 354 in a transaction of which no recipient was accepted.',
  why: 'The message would go to nobody. A client that had sent DATA along with its recipients now has to finish the data with a lone dot; one that sends the message and gets 250 believes that it was delivered.',
  remedy:
    'Answer DATA with 554 or 503 where no recipient was accepted. A client that gets 354 should send nothing but the final dot.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 PIPELINING
C: MAIL FROM:<anna@example.net>
C: RCPT TO:<bob@example.org>
C: DATA
S: 250 sender ok
S: 550 no bob here
S: 354 go ahead
C: .
S: 554 no valid recipients
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 PIPELINING
C: MAIL FROM:<anna@example.net>
C: RCPT TO:<bob@example.org>
C: DATA
S: 250 sender ok
S: 550 no bob here
S: 554 no valid recipients
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    for (const { verb, exchange, reply } of answersIn(session)) {
      const { phase, accepted } = reply.before
      if (verb !== 'DATA' || reply.code !== 354 || accepted > 0 || !withoutRecipients.has(phase)) continue
      const recipients = namedRecipients(standingAt(session, exchange)).slice(0, recipientsShown)
      yield {
        span: reply.codeSpans[0],
        message: l10n.t`The server asks for a message although it has accepted no recipient; the client should send only the final dot.`,
        related: recipients.map(one => relatedToReply(one.reply, l10n.t`This recipient was refused.`)),
        ...(exchange.verdict.sequence === 'out-of-sequence' ? { severity: 'information' } : {}),
      }
    }
  },
}
