import type { Rule } from '../rule.ts'

/** Rules about LMTP. */
export const lmtpRules: readonly Rule[] = []
