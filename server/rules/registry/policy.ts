import { greylisted } from '../policy/greylisted.ts'
import { helloNotFqdn } from '../policy/helloNotFqdn.ts'
import { immediateRetry } from '../policy/immediateRetry.ts'
import { nullSenderManyRecipients } from '../policy/nullSenderManyRecipients.ts'
import { partialAcceptance } from '../policy/partialAcceptance.ts'
import { permanentFailureRepeated } from '../policy/permanentFailureRepeated.ts'
import type { Rule } from '../rule.ts'

/** Rules about delivery and what servers want beyond the protocol. */
export const policyRules: readonly Rule[] = [
  helloNotFqdn,
  nullSenderManyRecipients,
  greylisted,
  immediateRetry,
  permanentFailureRepeated,
  partialAcceptance,
]
