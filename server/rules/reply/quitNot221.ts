import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { answersIn, mayBeLeftOver } from '../evidence/replies.ts'
import { withCode } from '../repair/withCode.ts'
import type { Rule } from '../rule.ts'

/** QUIT that succeeds with another code than 221. Silent on what an LMTP server still had to say of a message. */
export const quitNot221: Rule = {
  id: 'reply/quit-not-221',
  title: 'QUIT not answered with 221',
  fault: 'server',
  severity: 'information',
  references: [rfc(5321, '4.1.1.10'), rfc(5321, '4.3.2')],
  what: 'QUIT answered with a 2yz code other than 221.',
  why: 'Clients go by the first digit and close the connection anyway, but in a log 221 is what tells a farewell from any other success.',
  remedy: 'Answer QUIT with 221 and close the connection.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: QUIT
S: 250 see you`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: QUIT
S: 221 mx.example.org closing`,
  *check(session, context) {
    for (const { verb, exchange, reply } of answersIn(session)) {
      const { code } = reply
      if (verb !== 'QUIT' || code < 200 || code > 299 || code === 221) continue
      if (mayBeLeftOver(session, exchange)) continue
      yield {
        span: reply.codeSpans[0],
        message: l10n.t`QUIT is answered with 221, not ${code}.`,
        fixes: () => withCode(reply, 221, context),
      }
    }
  },
}
