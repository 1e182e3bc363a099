import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { authCommand, authDialogues } from '../../transcript/authDialogues.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** The server speaks first, and a first word of the client is usual all the same: a user name; a login that is renewed (RFC 2831 section 2.2). */
const tolerated = new Set(['LOGIN', 'DIGEST-MD5'])

/** An initial response for a mechanism that begins with a challenge. Silent on `AUTH LOGIN user`, which most servers take. */
export const initialResponseNotAllowed: Rule = {
  id: 'auth/initial-response-not-allowed',
  title: 'Initial response where the server speaks first',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['login'],
  references: [rfc(4954, '4'), rfc(4422, '5')],
  what: 'AUTH with an initial response for a mechanism in which the server speaks first, such as CRAM-MD5.',
  why: 'The client has nothing to say yet: it answers a challenge that has not come. The server refuses AUTH with 501.',
  remedy: 'Send AUTH with the mechanism alone, and answer the challenge in 334.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5 ********
S: 501 5.7.0 unexpected initial response
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5
S: 334 PDE3OTU0QHN1Ym1pdC5leGFtcGxlPg==
C: ********
S: 235 ok
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    for (const { auth, mechanism } of authDialogues(session)) {
      if (!auth || auth.verdict.sequence === 'out-of-sequence') continue
      if (!saslMechanismFacts(mechanism)?.serverFirst || tolerated.has(mechanism)) continue
      const command = authCommand(session, auth)
      if (!command?.initial || (auth.reply === null && auth.line === session.texts.length - 1)) continue
      const { span } = command.initial
      const space = command.spaceSpan ?? span
      yield {
        span,
        message: l10n.t`${mechanism} begins with a challenge of the server: AUTH takes no initial response.`,
        fixes: () => [
          fixOf(l10n.t`Remove the initial response`, replaceAt({ ...span, start: space.start }, '')),
        ],
      }
    }
  },
}
