import * as l10n from '@vscode/l10n'
import { enhancedStatusCodeFacts, isForeseenEnhancedClass } from '../../protocol/enhancedStatusCodes.ts'
import { rfc } from '../../protocol/references.ts'
import { byCode, enhancedCodesIn } from '../evidence/enhancedCodes.ts'
import { asHabit } from '../evidence/habit.ts'
import { listed } from '../evidence/names.ts'
import type { Report, Rule } from '../rule.ts'

/** What replies of a class tell of. */
const kinds = {
  2: () => l10n.t`successes`,
  4: () => l10n.t`temporary failures`,
  5: () => l10n.t`permanent failures`,
} as const

/** A registered code with a class that its definition has no use for, once for each. Servers have their reasons: Postfix says 4.1.1 of an address that it has not verified yet. */
export const enhancedUnusualClass: Rule = {
  id: 'reply/enhanced-unusual-class',
  title: 'Enhanced status code of an unusual class',
  fault: 'server',
  severity: 'hint',
  profile: 'strict',
  onlyWith: ['enhanced'],
  references: [rfc(3463, '3'), rfc(5248, '2.1')],
  what: 'A registered enhanced status code with a class that its definition does not foresee.',
  why: 'The class says whether to try again, the rest says what happened: where they do not fit, somebody who reads the code alone is misled.',
  remedy: 'Check that the reply code is what was meant, and choose the code that belongs to it.',
  yieldsTo: ['reply/enhanced-class-mismatch'],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY bob
S: 450 4.1.1 nobody of that name
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY bob
S: 450 4.2.1 not just now
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    for (const places of byCode(enhancedCodesIn(session))) {
      const [first] = places
      if (!first || isForeseenEnhancedClass(first.code)) continue
      const { classes, name } = enhancedStatusCodeFacts(first.code)
      const foreseen = listed(classes.map(one => kinds[one]()))
      yield* asHabit(
        places.map(
          ({ code, span }): Report => ({
            span,
            message: l10n.t('{0} is unusual: “{1}” is defined for {2}.', code.text, l10n.t(name), foreseen),
          }),
        ),
      )
    }
  },
}
