import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { malformedSaid } from '../../transcript/saidText.ts'
import { lastCodeOf } from '../evidence/places.ts'
import { givenReplies } from '../evidence/replies.ts'
import type { Report, Rule } from '../rule.ts'

function describe(code: string): Pick<Report, 'message' | 'severity'> | null {
  if (!/^[2-5]/.test(code)) {
    return {
      message: l10n.t`SMTP has no reply codes that begin with ${code.charAt(0)}: no client knows what ${code} means.`,
    }
  }
  if (!/^.[6-9]/.test(code)) return null
  return {
    message: l10n.t`The second digit of ${code} is outside 0 to 5; clients that are not that strict go by the ${code.charAt(0)} alone.`,
    severity: 'information',
  }
}

/** A reply code that SMTP's grammar does not have. Mild where only the second digit is outside: clients live with it. */
export const codeOutOfRange: Rule = {
  id: 'reply/code-out-of-range',
  title: 'Reply code outside the range of SMTP',
  fault: 'server',
  severity: 'error',
  onlyWith: ['odd-code', 'malformed'],
  references: [rfc(5321, '4.2'), rfc(5321, '4.2.1')],
  what: 'A reply code of which the first digit is not 2 to 5, or the second not 0 to 5.',
  why: 'Clients decide by the first digit. One that they do not know is a broken server to them: they end the session, and the mail waits or bounces.',
  remedy: 'Answer with a code that is registered for the command.',
  isOfOwnDialect: true,
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 120 in a moment
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 259 nothing done
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    for (const { reply } of givenReplies(session)) {
      const described = describe(String(reply.code).padStart(3, '0'))
      if (described) yield { span: lastCodeOf(reply), ...described }
    }
    for (const { payload, spanOf } of malformedSaid(session)) {
      const described = /^\d{3}(?:[ -]|$)/.test(payload) && describe(payload.slice(0, 3))
      if (described) yield { span: spanOf(0, 3), ...described }
    }
  },
}
