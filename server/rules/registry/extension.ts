import { heloHidesExtensions } from '../extension/heloHidesExtensions.ts'
import type { Rule } from '../rule.ts'

/** Rules about EHLO keywords and parameters. */
export const extensionRules: readonly Rule[] = [heloHidesExtensions]
