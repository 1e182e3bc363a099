import { eightBitWithout8bitmime } from '../extension/eightBitWithout8bitmime.ts'
import { heloHidesExtensions } from '../extension/heloHidesExtensions.ts'
import { sizeMismatch } from '../extension/sizeMismatch.ts'
import { smtputf8Needed } from '../extension/smtputf8Needed.ts'
import { smtputf8Unneeded } from '../extension/smtputf8Unneeded.ts'
import type { Rule } from '../rule.ts'

/** Rules about EHLO keywords and parameters. */
export const extensionRules: readonly Rule[] = [
  heloHidesExtensions,
  smtputf8Needed,
  smtputf8Unneeded,
  eightBitWithout8bitmime,
  sizeMismatch,
]
