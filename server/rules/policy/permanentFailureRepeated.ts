import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Reply } from '../../transcript/session.ts'
import { placeOf } from '../evidence/places.ts'
import { relatedToReply } from '../evidence/related.ts'
import { repetitionsOf } from '../evidence/repetitions.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** 503 is about the place of a command, and rules of the state machine tell what it lacks. */
function isPermanent({ code }: Reply): boolean {
  return code >= 500 && code !== 503
}

/**
 * The same command again behind a 5yz, with the same result. Silent on AUTH, where the password may be another, and
 * where the client logged in, secured the connection or greeted anew in between.
 */
export const permanentFailureRepeated: Rule = {
  id: 'policy/permanent-failure-repeated',
  title: 'Repeated in spite of a permanent refusal',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['refusal'],
  references: [rfc(5321, '4.2.1')],
  what: 'A command that got 5yz and is sent again, word for word, when nothing has changed.',
  why: 'A permanent refusal stands until somebody changes something. Clients that repeat it look like programs that guess addresses, and many servers close the connection on them.',
  remedy: 'Give the recipient or the message up and tell the sender, or change what the reply complains of.',
  example: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 550 5.1.1 no mailbox here
C: RCPT TO:<bob@mx.example>
S: 550 5.1.1 no mailbox here
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 550 5.1.1 no mailbox here
C: RCPT TO:<carol@mx.example>
S: 550 5.1.1 no mailbox here
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    for (const { command, refusal, again } of repetitionsOf(session, isPermanent)) {
      yield {
        span: placeOf(again[0]),
        message: l10n.t`The same ${command.verb} was refused for good (${refusal.code}); sent again, it gets the same answer.`,
        related: [relatedToReply(refusal, l10n.t`It was refused here.`)],
        fixes: () => [
          new Repair(session, dialect).remove(l10n.t`Remove the repeated ${command.verb}`, again),
        ],
      }
    }
  },
}
