import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { textOf } from '../../transcript/answered.ts'
import { couldStand } from '../../transcript/history.ts'
import type { Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { answersIn } from '../evidence/replies.ts'
import { withCode } from '../repair/withCode.ts'
import type { Report, Rule, RuleContext } from '../rule.ts'

const saysDisabled =
  /\b(?:disabled|disallowed|prohibited|forbidden|turned off|not (?:allowed|permitted|supported for security|available))\b/i

function* reports(session: Session, context: RuleContext): Generator<Report> {
  for (const { verb, exchange, reply } of answersIn(session)) {
    if ((verb !== 'VRFY' && verb !== 'EXPN') || !couldStand(exchange)) continue
    const { code } = reply
    if (!/^5(?:00|02|5[0-4])$/.test(String(code)) || !saysDisabled.test(textOf(reply))) continue
    // 500 and 502 only say that there is no such command; 55z sounds like a word on the address.
    const isMisleading = code >= 550
    yield {
      span: reply.codeSpans[0],
      message: isMisleading
        ? l10n.t`${verb} is disabled, but ${code} reads as if the address did not exist; 252 leaves that open.`
        : l10n.t`${verb} is disabled: 252 says that, and leaves open whether the address exists; ${code} says that the server does not know the command.`,
      ...(isMisleading ? {} : { severity: 'hint' }),
      fixes: () => withCode(reply, 252, context),
    }
  }
}

/**
 * VRFY or EXPN that is switched off, as the text says, and answered with another code than 252. Milder for 502, which
 * Postfix sends where disable_vrfy_command is set.
 */
export const vrfyDisabledCode: Rule = {
  id: 'reply/vrfy-disabled-code',
  title: 'Disabled VRFY or EXPN not answered with 252',
  fault: 'server',
  severity: 'information',
  onlyWith: ['inquiry'],
  references: [rfc(5321, '7.3'), rfc(5321, '3.5.3')],
  what: 'VRFY or EXPN answered with 500, 502 or 55z, and a text that says that the command is switched off.',
  why: 'A server that tells nobody which addresses exist must not seem to tell it: 550 to VRFY means that there is no such user, and a program that probes addresses will take it for that.',
  remedy:
    'Answer 252, the code for "cannot verify, but will take mail and try". Postfix sends 502 where disable_vrfy_command is set; few clients mind.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY anna
S: 550 5.7.1 VRFY is disabled here
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY anna
S: 550 5.1.1 no user of that name
C: QUIT
S: 221 mx.example.org closing`,
  check(session, context) {
    return asHabit(reports(session, context), l10n.t`Here again.`)
  },
}
