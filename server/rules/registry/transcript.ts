import type { Rule } from '../rule.ts'
import { mixedSessions } from '../transcript/mixedSessions.ts'

/** Rules about the file itself. */
export const transcriptRules: readonly Rule[] = [mixedSessions]
