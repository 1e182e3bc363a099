import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { authDialogues, authTexts } from '../../transcript/authDialogues.ts'
import { lastCodeOf } from '../evidence/places.ts'
import { withCode } from '../repair/withCode.ts'
import type { Rule } from '../rule.ts'

/** `*` that is answered by something else than 501. Silent on 421, and where the challenge itself was the server's refusal, as in XOAUTH2. */
export const cancelReply: Rule = {
  id: 'auth/cancel-reply',
  title: 'Cancelled login without 501',
  fault: 'server',
  severity: 'information',
  onlyWith: ['challenge'],
  references: [rfc(4954, '4')],
  what: 'A login that the client gives up with `*`, and that the server does not answer with 501.',
  why: 'The client gave up by itself and was not found wrong. With 535 it looks as if a password had been refused, and may be counted as a break-in attempt.',
  remedy: 'Answer `*` with 501, for instance `501 5.7.0 Authentication cancelled`.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: *
S: 535 5.7.8 login failed
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: *
S: 501 5.7.0 cancelled
C: QUIT
S: 221 submit.example bye`,
  *check(session, context) {
    for (const dialogue of authDialogues(session)) {
      if (/^X?OAUTH/.test(dialogue.mechanism)) continue
      for (const { text, asked, exchange, span } of authTexts(session, dialogue)) {
        const { reply } = exchange
        if (text !== '*' || asked === null || !reply) continue
        if (reply.code === 501 || reply.code === 421) continue
        yield {
          span: lastCodeOf(reply),
          message: l10n.t`The client gave the login up with \`*\`: that is answered with 501, not ${reply.code}.`,
          related: [{ span, message: l10n.t`Given up here.` }],
          fixes: () => withCode(reply, 501, context),
        }
        return
      }
    }
  },
}
