import * as l10n from '@vscode/l10n'
import {
  type EnhancedStatusCode,
  enhancedStatusCodeFacts,
  isRegisteredEnhancedCode,
} from '../../protocol/enhancedStatusCodes.ts'
import { rfc } from '../../protocol/references.ts'
import { byCode, enhancedCodesIn } from '../evidence/enhancedCodes.ts'
import { asHabit } from '../evidence/habit.ts'
import type { Report, Rule } from '../rule.ts'

/** What the provider means that uses the code, else what its subject says. */
function describe(code: EnhancedStatusCode): string {
  const { known, subject, providers } = enhancedStatusCodeFacts(code)
  const [provider] = providers
  if (provider)
    return l10n.t`${code.text} is not registered. ${provider.provider} means by it: ${l10n.t(provider.meaning)}.`
  return known === 'class'
    ? l10n.t`${code.text} is not registered. Its subject is unknown, too.`
    : l10n.t`${code.text} is not registered. In general it is about this: ${l10n.t(subject)}`
}

/** An enhanced status code that the registry does not have, once for each. */
export const enhancedUnregistered: Rule = {
  id: 'reply/enhanced-unregistered',
  title: 'Enhanced status code that nobody has registered',
  fault: 'server',
  severity: 'hint',
  profile: 'strict',
  onlyWith: ['enhanced'],
  references: [rfc(3463, '2'), rfc(5248, '2.1')],
  what: 'An enhanced status code whose subject and detail are not in the registry.',
  why: 'Only the server that sends it knows what the detail means; to everybody else it says no more than its class and subject.',
  remedy: 'Use a registered code, and tell the details in the text.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 550 5.7.777 not today
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 550 5.7.1 not today
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    const unregistered = enhancedCodesIn(session).filter(({ code }) => !isRegisteredEnhancedCode(code))
    for (const places of byCode(unregistered)) {
      yield* asHabit(places.map(({ code, span }): Report => ({ span, message: describe(code) })))
    }
  },
}
