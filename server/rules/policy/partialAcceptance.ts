import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { endsMessage, historyOf, type Transaction } from '../../transcript/history.ts'
import { recipientFates } from '../../transcript/recipientFates.ts'
import type { Reply, Session } from '../../transcript/session.ts'
import { relatedToReply } from '../evidence/related.ts'
import type { Rule } from '../rule.ts'

const shown = 10

/** The last word on each recipient; null where the text does not tell of all. */
function lastReplies(transaction: Transaction): readonly Reply[] | null {
  const replies = recipientFates(transaction).flatMap(({ reply }) => reply ?? [])
  return replies.length === transaction.recipients.length ? replies : null
}

function isTaken({ code }: Reply): boolean {
  return code < 400
}

function messageOf(total: number, refused: readonly Reply[]): string {
  const taken = total - refused.length
  const later = refused.filter(({ code }) => code < 500).length
  const never = refused.length - later
  if (never === 0) {
    return l10n.t`The message goes to ${taken} of ${total} recipients; ${later} to be tried again later.`
  }
  return later === 0
    ? l10n.t`The message goes to ${taken} of ${total} recipients; ${never} refused for good.`
    : l10n.t`The message goes to ${taken} of ${total} recipients; ${later} to be tried again later, ${never} refused for good.`
}

function* findPartial(session: Session): Generator<{ taken: Reply; all: readonly Reply[] }> {
  for (const transaction of historyOf(session).transactions) {
    const { message } = transaction
    if (!message || !endsMessage(message)) continue
    const all = lastReplies(transaction)
    const taken = all?.find(isTaken)
    if (all && taken && !all.every(isTaken)) yield { taken, all }
  }
}

/** A message that was accepted, but not for all of its recipients. Silent where a reply to one of them is not in the text. */
export const partialAcceptance: Rule = {
  id: 'policy/partial-acceptance',
  title: 'Accepted for some recipients only',
  fault: 'client',
  severity: 'information',
  onlyWith: ['refusal'],
  mayFollowFix: true,
  references: [rfc(5321, '4.2.5'), rfc(5321, '3.3')],
  what: 'A message that the server takes for some of its recipients and not for others.',
  why: 'The 250 behind the message speaks only for recipients that were accepted. The others get nothing unless the client sees to it.',
  remedy:
    'Send the message again later to recipients with 4yz, and only to them; report those with 5yz to the sender as undeliverable.',
  example: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 250 recipient ok
C: RCPT TO:<carol@mx.example>
S: 450 4.2.1 carol's mailbox is being moved
C: DATA
S: 354 send it
C: From: anna@client.example
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
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 250 recipient ok
C: RCPT TO:<carol@mx.example>
S: 251 not here, will forward
C: DATA
S: 354 send it
C: From: anna@client.example
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: hello
C: .
S: 250 queued
C: QUIT
S: 221 mx.example bye`,
  *check(session) {
    for (const { taken, all } of findPartial(session)) {
      const refused = all.filter(one => !isTaken(one))
      yield {
        span: taken.codeSpans[0],
        message: messageOf(all.length, refused),
        related: refused
          .slice(0, shown)
          .map(reply =>
            relatedToReply(
              reply,
              reply.code < 500
                ? l10n.t`Not now: send to this one again later.`
                : l10n.t`Not at all: report this one to the sender.`,
            ),
          ),
      }
    }
  },
}
