import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { pathParameters } from '../evidence/pathParameters.ts'
import { replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/**
 * The parameters that ask for delivery reports, RET, ENVID, NOTIFY and ORCPT, and others whose value is in xtext: AUTH
 * of MAIL.
 */
export const dsnParameter: Rule = {
  id: 'syntax/dsn-parameter',
  title: 'Invalid value of a parameter for delivery reports',
  what: 'NOTIFY with NEVER beside other words or with a word that it does not know, RET with another value than FULL or HDRS, ORCPT without the type of its address, ENVID, ORCPT or AUTH with characters that have to be encoded.',
  why: 'The server answers 501, or sends its reports otherwise than the sender asked.',
  remedy: 'Correct the value; in xtext a plus sign is +2B and an equals sign +3D, in upper case.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['parameters', 'odd-path'],
  standsAlone: true,
  references: [
    rfc(3461, '4'),
    rfc(3461, '4.1'),
    rfc(3461, '4.2'),
    rfc(3461, '4.3'),
    rfc(3461, '4.4'),
    rfc(4954, '5'),
  ],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 DSN
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org> ORCPT=bob@example.org
S: 501 5.5.4 Bad ORCPT parameter syntax
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 DSN
C: MAIL FROM:<anna@example.net> RET=HDRS ENVID=QQ+2B314159
S: 250 ok
C: RCPT TO:<bob@example.org> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;bob@example.org
S: 550 no such user
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { line, parameter, valueFault } of pathParameters(session, context)) {
      const { value, keyword } = parameter
      if (valueFault?.kind !== 'report' || !value) continue
      const { start, end, reason, corrected } = valueFault
      const { said, exchange } = line
      const whole = said.spanOf(value.start, value.end)
      yield {
        span: said.spanOf(value.start + start, value.start + end),
        ...unlessTaken(exchange, l10n.t`The value of ${keyword} is invalid: ${reason}`),
        fixes: () =>
          corrected === null
            ? []
            : [safeFixOf(l10n.t`Write ${keyword}=${corrected}`, replaceAt(whole, corrected))],
      }
    }
  },
}
