import { alreadyAuthenticated } from '../auth/alreadyAuthenticated.ts'
import { insideTransaction } from '../auth/insideTransaction.ts'
import type { Rule } from '../rule.ts'

/** Rules about authentication. */
export const authRules: readonly Rule[] = [insideTransaction, alreadyAuthenticated]
