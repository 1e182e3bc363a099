import { authRules } from './registry/auth.ts'
import { dataRules } from './registry/data.ts'
import { extensionRules } from './registry/extension.ts'
import { lmtpRules } from './registry/lmtp.ts'
import { pipeliningRules } from './registry/pipelining.ts'
import { policyRules } from './registry/policy.ts'
import { privacyRules } from './registry/privacy.ts'
import { replyRules } from './registry/reply.ts'
import { sequenceRules } from './registry/sequence.ts'
import { smugglingRules } from './registry/smuggling.ts'
import { syntaxRules } from './registry/syntax.ts'
import { tlsRules } from './registry/tls.ts'
import { transcriptRules } from './registry/transcript.ts'
import type { Rule } from './rule.ts'

/** Every rule, by family. */
export const rules: readonly Rule[] = [
  ...sequenceRules,
  ...replyRules,
  ...syntaxRules,
  ...extensionRules,
  ...dataRules,
  ...authRules,
  ...tlsRules,
  ...pipeliningRules,
  ...lmtpRules,
  ...policyRules,
  ...privacyRules,
  ...smugglingRules,
  ...transcriptRules,
]

const byId: ReadonlyMap<string, Rule> = new Map(rules.map(rule => [rule.id, rule]))

/** The rule with that id, or undefined. */
export function ruleNamed(id: string): Rule | undefined {
  return byId.get(id)
}
