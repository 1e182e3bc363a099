import * as l10n from '@vscode/l10n'
import { findReply450Cause } from '../../protocol/causes/reply450.ts'
import { whenToRetry } from '../../protocol/causes/waitingTime.ts'
import { rfc } from '../../protocol/references.ts'
import { answeredBy, textOf } from '../../transcript/answered.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import { relatedToReply } from '../evidence/related.ts'
import type { Rule } from '../rule.ts'

const shown = 10

/** Wordings that ask for another try and say nothing of a fault. */
const asksForRetry = /\b(?:try|retry|come back|resend)\b.{0,40}\b(?:later|again|seconds|minutes)\b/i
const namesFault =
  /unavailable|error|fail|problem|busy|full|quota|limit|rate|too (?:many|much)|reject|denied|block/i

/** Whether wording, or a code and a wording that are usual for it, say that the first contact is put off. */
function isGreylisting(exchange: Exchange, reply: Reply): boolean {
  if (reply.code < 400 || reply.code >= 500 || reply.code === 421) return false
  const { enhancedCode } = reply
  const text = textOf(reply)
  const cause = findReply450Cause({ answered: answeredBy({ exchange, reply }), text, enhancedCode }).id
  if (/gr[ae]y[- ]?list/i.test(text)) return cause === 'greylisting'
  if (cause === 'greylisting') return !namesFault.test(text)
  const isUsual =
    (reply.code === 450 || reply.code === 451) && (enhancedCode === '4.7.1' || enhancedCode === '4.2.0')
  const isUnexplained = cause === 'policy-by-code' || cause === 'mailbox-busy'
  return isUsual && isUnexplained && asksForRetry.test(text) && !namesFault.test(text)
}

function greylistings({ exchanges }: Session): Reply[] {
  return exchanges.flatMap(exchange => exchange.replies.filter(reply => isGreylisting(exchange, reply)))
}

/** A reply that puts the first contact off, by its wording. Told once in a session. Silent on 4yz with another reason. */
export const greylisted: Rule = {
  id: 'policy/greylisted',
  title: 'Greylisted',
  fault: 'policy',
  severity: 'information',
  onlyWith: ['refusal'],
  mayFollowFix: true,
  references: [rfc(6647, '2'), rfc(6647, '5'), rfc(5321, '4.5.4.1')],
  what: 'A 4yz reply by which a server puts off what comes from a client that it does not know yet.',
  why: 'Nothing is wrong with the message. Servers do that because programs that send spam seldom come back; what is sent again in the same way passes, and later mail as well.',
  remedy:
    'Keep the message in the queue and send it again after the time that the reply names, or else 5 to 30 minutes, from the same address and with the same envelope.',
  example: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 451 4.7.1 Greylisting in action, please come back in 5 minutes
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 452 4.2.2 The mailbox is full
C: QUIT
S: 221 mx.example bye`,
  *check(session) {
    const [first, ...others] = greylistings(session)
    if (!first) return
    yield {
      span: first.codeSpans[0],
      message: l10n.t`Greylisted: the server wants the same message again ${whenToRetry(textOf(first))}, from the same client and with the same addresses.`,
      related: others.slice(0, shown).map(reply => relatedToReply(reply, l10n.t`This was put off as well.`)),
    }
  },
}
