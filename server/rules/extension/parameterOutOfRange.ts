import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { outOfRange } from '../evidence/parameterRange.ts'
import { pathParameters } from '../evidence/pathParameters.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** A number or time in a parameter of MAIL or RCPT beyond what the extension, or this server's announcement, allows. */
export const parameterOutOfRange: Rule = {
  id: 'extension/parameter-out-of-range',
  title: 'Parameter out of range',
  what: 'BY with R and a time that is not above zero or below what the server announced, HOLDFOR or HOLDUNTIL beyond the announced maximum, MT-PRIORITY outside -9 to 9, RRVS with fractions of a second.',
  why: 'The form is right and the value cannot be met: the server answers 501 or 555 to the whole command.',
  remedy: 'Choose a value within the range; the reply to EHLO tells it behind the keyword.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['parameters'],
  references: [rfc(2852, '4'), rfc(4865, '4.1'), rfc(6710, '3'), rfc(7293, '3.1')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 DELIVERBY 240
C: MAIL FROM:<anna@example.net> BY=120;R
S: 555 5.5.4 Too short
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 DELIVERBY 240
C: MAIL FROM:<anna@example.net> BY=-5;N
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const judged of pathParameters(session, context)) {
      const found = outOfRange(session, judged)
      const { line, parameter, valueFault } = judged
      const { keyword, value } = parameter
      if (!found || !value) continue
      const corrected = valueFault?.corrected ?? null
      const whole = line.said.spanOf(value.start, value.end)
      yield {
        span: line.said.spanOf(value.start + found.start, value.start + found.end),
        ...unlessTaken(line.exchange, l10n.t`The value of ${keyword} is out of range: ${found.reason}`),
        fixes: () =>
          corrected === null
            ? []
            : [fixOf(l10n.t`Write ${keyword}=${corrected}`, replaceAt(whole, corrected))],
      }
    }
  },
}
