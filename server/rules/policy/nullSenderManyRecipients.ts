import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { historyOf, isAccepted } from '../../transcript/history.ts'
import { placeOf } from '../evidence/places.ts'
import { relatedTo } from '../evidence/related.ts'
import { comparedAddress } from '../evidence/saidPath.ts'
import type { Rule } from '../rule.ts'

/** A second recipient of mail from the null sender. Silent on LMTP, where a message may be for many by then. */
export const nullSenderManyRecipients: Rule = {
  id: 'policy/null-sender-many-recipients',
  title: 'Null sender with several recipients',
  fault: 'client',
  severity: 'hint',
  onlyWith: ['odd-path'],
  references: [rfc(5321, '4.5.5')],
  what: 'More than one RCPT in a transaction with `MAIL FROM:<>`.',
  why: 'The null sender is for reports about a message, which go to the one who sent it. Servers take several recipients for a sign of spam, and some refuse all but the first.',
  remedy:
    'Send a report to each recipient in a transaction of its own, or name a sender where this is no report.',
  example: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 250 recipient ok
C: RCPT TO:<carol@mx.example>
S: 250 recipient ok
C: DATA
S: 354 send it
C: From: postmaster@client.example
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: hello
C: .
S: 250 queued
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 250 recipient ok
C: DATA
S: 354 send it
C: From: postmaster@client.example
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: hello
C: .
S: 250 queued
C: QUIT
S: 221 mx.example bye`,
  *check(session) {
    if (session.protocol === 'LMTP') return
    for (const { mail, recipients } of historyOf(session).transactions) {
      const isNull = mail.unit.kind === 'command' && /^FROM\s*:\s*<>/i.test(mail.unit.argument)
      const [first, ...others] = recipients
      const second = others.find(one => first && comparedAddress(one) !== comparedAddress(first))
      if (!isNull || !second || !isAccepted(mail)) continue
      yield {
        span: placeOf(second),
        message: l10n.t`The null sender is for reports to one recipient; this message has ${recipients.length}.`,
        related: [relatedTo(mail, l10n.t`The null sender stands here.`)],
      }
    }
  },
}
