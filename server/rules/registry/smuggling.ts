import type { Rule } from '../rule.ts'

/** Rules about line ends and what looks like the end of the mail data. */
export const smugglingRules: readonly Rule[] = []
