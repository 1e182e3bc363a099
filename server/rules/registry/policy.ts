import type { Rule } from '../rule.ts'

/** Rules about delivery and what servers want beyond the protocol. */
export const policyRules: readonly Rule[] = []
