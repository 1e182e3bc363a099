import * as l10n from '@vscode/l10n'
import { whenToRetry } from '../../protocol/causes/waitingTime.ts'
import { rfc } from '../../protocol/references.ts'
import { textOf } from '../../transcript/answered.ts'
import { placeOf } from '../evidence/places.ts'
import { relatedToReply } from '../evidence/related.ts'
import { repetitionsOf } from '../evidence/repetitions.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** The same command again right behind a 4yz, with the same result. Silent where the retry was accepted. */
export const immediateRetry: Rule = {
  id: 'policy/immediate-retry',
  title: 'Retry without waiting',
  fault: 'client',
  severity: 'information',
  onlyWith: ['refusal'],
  references: [rfc(5321, '4.5.4.1')],
  what: 'A command that got 4yz and is sent again on the same connection, with nothing in between that could change the answer.',
  why: 'A temporary refusal is one for minutes, not for milliseconds. Some servers take the hurry for an attack, or begin to count the waiting time anew.',
  remedy:
    'Keep the message in the queue and try again on a new connection, after half an hour or the time that the reply names.',
  example: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 451 4.3.0 The directory does not answer
C: RCPT TO:<bob@mx.example>
S: 451 4.3.0 The directory does not answer
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 451 4.3.0 The directory does not answer
C: RCPT TO:<carol@mx.example>
S: 451 4.3.0 The directory does not answer
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    const isDeferral = ({ code }: { readonly code: number }) => code >= 400 && code < 500 && code !== 421
    for (const { command, refusal, again } of repetitionsOf(session, isDeferral)) {
      yield {
        span: placeOf(again[0]),
        message: l10n.t`The same ${command.verb} got ${refusal.code} a moment ago: try again ${whenToRetry(textOf(refusal))}, not at once.`,
        related: [relatedToReply(refusal, l10n.t`The server put it off here.`)],
        fixes: () => [
          new Repair(session, dialect).remove(l10n.t`Remove the repeated ${command.verb}`, again),
        ],
      }
    }
  },
}
