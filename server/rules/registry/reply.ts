import type { Rule } from '../rule.ts'

/** Rules about the replies of the server. */
export const replyRules: readonly Rule[] = []
