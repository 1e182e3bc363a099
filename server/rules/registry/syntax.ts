import type { Rule } from '../rule.ts'

/** Rules about the form of commands. */
export const syntaxRules: readonly Rule[] = []
