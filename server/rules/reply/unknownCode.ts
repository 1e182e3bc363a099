import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { isKnownReplyCode, replyClass } from '../../protocol/replyCodes.ts'
import type { Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { answersIn } from '../evidence/replies.ts'
import type { Report, Rule } from '../rule.ts'

function isInRange(code: number): boolean {
  return replyClass(code) !== undefined && Math.trunc(code / 10) % 10 <= 5
}

/** What a client can make of a code that it does not know. */
function describe(code: number): string {
  switch (replyClass(code)) {
    case 'positive completion':
      return l10n.t`No RFC defines ${code}: by its first digit it is success; the text has to say the rest.`
    case 'positive intermediate':
      return l10n.t`No RFC defines ${code}: by its first digit it is a request for more; the text has to say the rest.`
    case 'transient negative completion':
      return l10n.t`No RFC defines ${code}: by its first digit it is a refusal for now; the text has to say the rest.`
    default:
      return l10n.t`No RFC defines ${code}: by its first digit it is a refusal for good; the text has to say the rest.`
  }
}

function* reports(session: Session): Generator<Report> {
  for (const { reply } of answersIn(session)) {
    const { code } = reply
    if (isKnownReplyCode(code) || !isInRange(code)) continue
    yield { span: reply.codeSpans[0], message: describe(code) }
  }
}

/** A code in range that nobody has registered. It says something of the server wherever it stands. */
export const unknownCode: Rule = {
  id: 'reply/unknown-code',
  title: 'Reply code that nobody has defined',
  fault: 'server',
  severity: 'information',
  onlyWith: ['odd-code'],
  references: [rfc(5321, '4.2'), rfc(5321, '4.3.2')],
  what: 'A reply code that follows the grammar but is defined in no RFC or registry.',
  why: 'A client can only go by the first digit; whoever reads the log finds the code explained nowhere.',
  remedy:
    'Use a registered code that begins with the same digit, with an enhanced status code for the details.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 559 not today
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 sender ok
C: RCPT TO:<bob@example.org>
S: 550 not today
C: QUIT
S: 221 mx.example.org closing`,
  check(session) {
    return asHabit(reports(session), l10n.t`The same code.`, report => report.message)
  },
}
