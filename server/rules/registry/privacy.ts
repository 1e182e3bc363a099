import type { Rule } from '../rule.ts'

/** Rules about secrets in transcripts. */
export const privacyRules: readonly Rule[] = []
