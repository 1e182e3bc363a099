import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { authCommand, authDialogues } from '../../transcript/authDialogues.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import { commandSaid } from '../../transcript/saidText.ts'
import type { Session } from '../../transcript/session.ts'
import { authName } from '../evidence/names.ts'
import { fixOf, replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** Whether the hello ends in space, too: then it is the tool's, or the habit of who wrote it down. */
function endsLinesInSpace(session: Session): boolean {
  const hello = session.exchanges.find(one => columnOfExchange(one) === 'hello')
  return hello !== undefined && /\s$/.test(commandSaid(session, hello)?.payload ?? '')
}

/** A mechanism with a space behind it and nothing more. Silent where other lines end in space as well. */
export const emptyInitialResponse: Rule = {
  id: 'auth/empty-initial-response',
  title: 'Space for an initial response that is missing',
  fault: 'client',
  severity: 'hint',
  onlyWith: ['login'],
  references: [rfc(4954, '4')],
  what: 'AUTH with a mechanism and a space behind it, and no initial response.',
  why: 'An empty initial response is written `=`; without one no space belongs there. Servers differ in what they take the line for.',
  remedy: 'Write `=` for an empty initial response; to wait for the challenge leave the space out.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH EXTERNAL
C: AUTH EXTERNAL${' '}
S: 501 5.5.2 missing response
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH EXTERNAL
C: AUTH EXTERNAL =
S: 235 ok
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    for (const { auth, mechanism } of authDialogues(session)) {
      const command = auth && authCommand(session, auth)
      if (!command?.spaceSpan || command.initial || endsLinesInSpace(session)) continue
      const span = command.spaceSpan
      if (span.line === session.texts.length - 1) continue
      const remove = safeFixOf(l10n.t`Remove the space`, replaceAt(span, ''))
      const mayBeEmpty = saslMechanismFacts(mechanism)?.carriesSecret === false
      yield {
        span,
        message: l10n.t`Behind ${authName(mechanism)} stands a space and no initial response: an empty one is written \`=\`.`,
        fixes: () =>
          mayBeEmpty
            ? [fixOf(l10n.t`Write = for an empty response`, replaceAt(span, ' =')), remove]
            : [remove],
      }
    }
  },
}
