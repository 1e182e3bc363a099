import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Session } from '../../transcript/session.ts'
import { lastCodeOf, separatorOf, textAt } from '../evidence/places.ts'
import { answeredBy, type GivenReply, givenReplies, isGreeting } from '../evidence/replies.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** Whether the tool lost the line ends, so that the last line stands behind another. */
function isGlued({ reply: { code, texts } }: GivenReply): boolean {
  return texts.at(-1)?.includes(`${code} `) === true
}

/** Whether the server was only too slow: the greeting goes on where the reply to the first command belongs. */
function goesOn(given: GivenReply, session: Session): boolean {
  return isGreeting(given) && session.exchanges[0]?.reply?.code === 220
}

/** A reply that ends on a line that announces another. Silent where the text, or the connection, ends in mid-reply. */
export const multilineNotFinished: Rule = {
  id: 'reply/multiline-not-finished',
  title: 'Reply without a last line',
  fault: 'server',
  severity: 'error',
  references: [rfc(5321, '4.2.1')],
  what: 'A reply whose last line has a hyphen behind its code, which promises a line that never comes.',
  why: 'A client waits for the rest of the reply until it gives up, or takes the next reply for it.',
  remedy: 'Put a space behind the code of the last line, or send the line that is missing.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-8BITMIME
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 8BITMIME
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    const lastLine = session.exchanges.at(-1)?.line ?? -1
    for (const given of givenReplies(session)) {
      const code = lastCodeOf(given.reply)
      if (code.line >= lastLine) continue
      const span = separatorOf(session, code)
      if (textAt(session, span) !== '-' || goesOn(given, session) || isGlued(given)) continue
      yield {
        span,
        message: isGreeting(given)
          ? l10n.t`The greeting is not finished: the hyphen promises one more line, and the client went on without it.`
          : l10n.t`The reply to ${answeredBy(given)} is not finished: the hyphen promises one more line, and the client went on without it.`,
        fixes: () => [fixOf(l10n.t`Replace the hyphen by a space`, replaceAt(span, ' '))],
      }
    }
  },
}
