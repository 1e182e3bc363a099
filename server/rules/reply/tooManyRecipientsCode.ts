import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { textOf } from '../../transcript/answered.ts'
import { couldStand } from '../../transcript/history.ts'
import type { Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { answersIn } from '../evidence/replies.ts'
import { withCode } from '../repair/withCode.ts'
import type { Report, Rule, RuleContext } from '../rule.ts'

const saysTooMany =
  /\btoo many (?:recipients|rcpts?\b|envelope recipients)|\brecipients? (?:limit|count) (?:reached|exceeded)|\bmax(?:imum)? (?:number of )?recipients\b/i

/** A limit in time, or one that is not for this transaction: what the client has to do is something else then. */
const isOtherLimit =
  /\b(?:hour(?:ly)?|da(?:y|ily)|minutes?|week|rate|quota|invalid|unknown|bad|for this (?:sender|account|user|domain)|spam)\b/i

function* reports(session: Session, context: RuleContext): Generator<Report> {
  for (const { verb, exchange, reply } of answersIn(session)) {
    const { code } = reply
    if (verb !== 'RCPT' || code < 400 || code === 452 || code === 421 || !couldStand(exchange)) continue
    const text = textOf(reply)
    if (!saysTooMany.test(text) || isOtherLimit.test(text)) continue
    yield {
      span: reply.codeSpans[0],
      message:
        code < 500
          ? l10n.t`The limit of recipients is reported with 452, which tells the client to send to the others in a second transaction; ${code} says only "later".`
          : l10n.t`The limit of recipients is reported with 452: ${code} makes the client give this recipient up instead of sending to it in a second transaction.`,
      fixes: () => withCode(reply, 452, context),
    }
  }
}

/** The recipient limit of a transaction with another code than 452. Silent on limits per hour, per sender and the like. */
export const tooManyRecipientsCode: Rule = {
  id: 'reply/too-many-recipients-code',
  title: 'Recipient limit not reported with 452',
  fault: 'server',
  severity: 'information',
  onlyWith: ['refusal'],
  references: [rfc(5321, '4.5.3.1.10')],
  what: 'RCPT refused with a text about too many recipients and with another code than 452.',
  why: 'With 452 a client knows that the rest only needs another transaction. With 5yz it sends a bounce for every recipient over the limit, though each of them would have been accepted.',
  remedy:
    'Answer 452 4.5.3 to each recipient over the limit. A client should read 552 in the same way, as old servers meant it so.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 250 recipient ok
C: RCPT TO:<carol@example.org>
S: 550 too many recipients
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 250 recipient ok
C: RCPT TO:<carol@example.org>
S: 452 4.5.3 too many recipients
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing`,
  check(session, context) {
    return asHabit(reports(session, context), l10n.t`Over the limit, too.`)
  },
}
