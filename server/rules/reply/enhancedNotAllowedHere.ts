import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { replySaid } from '../../transcript/saidText.ts'
import type { Session, Span } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { answeredBy, type GivenReply, givenReplies, isGreeting, isToHello } from '../evidence/replies.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Report, Rule } from '../rule.ts'

/** Whether RFC 2034 keeps enhanced status codes out of a reply. A refusal with one is common there, and harmless. */
function hasNone(given: GivenReply): boolean {
  const { code } = given.reply
  return (code >= 300 && code < 400) || (code < 300 && (isGreeting(given) || isToHello(given)))
}

/** What looks like an enhanced status code at the start of a line, with the space behind it; also of class 3, which none has. */
function codeIn(session: Session, { reply }: GivenReply): { span: Span; code: string; removal: Span } | null {
  const found = reply.enhancedCode !== null || /^[235]\.\d{1,3}\.\d{1,3}(?:\s|$)/.test(reply.texts[0] ?? '')
  if (!found) return null
  for (const { payload, spanOf } of replySaid(session, reply)) {
    const [all = '', code = ''] = /^(\d\.\d{1,3}\.\d{1,3})(?:\s|$)/.exec(payload.slice(4)) ?? []
    if (code !== '') {
      return { code, span: spanOf(4, 4 + code.length), removal: spanOf(4, 4 + all.length) }
    }
  }
  return null
}

/** An enhanced status code where none belongs. */
export const enhancedNotAllowedHere: Rule = {
  id: 'reply/enhanced-not-allowed-here',
  title: 'Enhanced status code where none belongs',
  fault: 'server',
  severity: 'information',
  profile: 'strict',
  references: [rfc(2034, '3'), rfc(2034, '4')],
  what: 'An enhanced status code in a 3yz reply, in a greeting, or in a reply that accepts EHLO, HELO or LHLO.',
  why: 'There the text has another meaning: a greeting and a reply to a hello begin with the name of the server, and 3yz only asks for more. A client may take the code for the name.',
  remedy: 'Leave the code out of these replies.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 2.0.0 go ahead
C: From: anna@example.net
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C:
C: hello
C: .
S: 250 ok
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C:
C: hello
C: .
S: 250 ok
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    const places = [...givenReplies(session)].flatMap(given => {
      const found = hasNone(given) ? codeIn(session, given) : null
      return found ? [{ ...found, given }] : []
    })
    yield* asHabit(
      places.map(
        ({ span, code, removal, given }): Report => ({
          span,
          message: isGreeting(given)
            ? l10n.t`${code} does not belong into a greeting.`
            : l10n.t`${code} does not belong into the ${given.reply.code} to ${answeredBy(given)}.`,
          fixes: () => [fixOf(l10n.t`Remove ${code}`, replaceAt(removal, ''))],
        }),
      ),
    )
  },
}
