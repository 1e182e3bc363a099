import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { pathParameters } from '../evidence/pathParameters.ts'
import { removeParameter } from '../repair/parameterFixes.ts'
import type { Rule } from '../rule.ts'

/** The same parameter twice in one command, or HOLDFOR together with HOLDUNTIL. */
export const parameterDuplicate: Rule = {
  id: 'syntax/parameter-duplicate',
  title: 'Parameter given twice',
  what: 'The same parameter twice in one MAIL or RCPT, also HOLDFOR and HOLDUNTIL together.',
  why: 'Which of the two counts nobody knows; servers answer 501, or take the first or the last.',
  remedy: 'Give each parameter once.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['parameters', 'odd-path'],
  standsAlone: true,
  references: [rfc(3461, '4.5'), rfc(1870, '6'), rfc(6152, '3'), rfc(4865, '4.1'), rfc(6710, '4.1')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 SIZE 100000
C: MAIL FROM:<anna@example.net> SIZE=1000 SIZE=2000
S: 501 5.5.4 SIZE given twice
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-SIZE 100000
S: 250 8BITMIME
C: MAIL FROM:<anna@example.net> SIZE=1000 BODY=8BITMIME
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const judged of pathParameters(session, context)) {
      if (judged.fault !== 'duplicate') continue
      const { line, parameter } = judged
      const { keyword, start, end } = parameter
      const isHold = keyword === 'HOLDFOR' || keyword === 'HOLDUNTIL'
      const message = isHold
        ? l10n.t`HOLDFOR and HOLDUNTIL exclude each other`
        : l10n.t`${keyword} may be given only once`
      yield {
        span: line.said.spanOf(start, end),
        ...unlessTaken(line.exchange, message),
        fixes: () => [removeParameter(judged)],
      }
    }
  },
}
