import type { Rule } from '../rule.ts'

/** Rules about pipelined groups. */
export const pipeliningRules: readonly Rule[] = []
