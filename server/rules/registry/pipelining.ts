import { contentBefore354 } from '../pipelining/contentBefore354.ts'
import type { Rule } from '../rule.ts'

/** Rules about pipelined groups. */
export const pipeliningRules: readonly Rule[] = [contentBefore354]
