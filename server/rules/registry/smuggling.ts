import type { Rule } from '../rule.ts'
import { bareCr } from '../smuggling/bareCr.ts'
import { bareLf } from '../smuggling/bareLf.ts'
import { commandsInContent } from '../smuggling/commandsInContent.ts'
import { nonstandardEndAccepted } from '../smuggling/nonstandardEndAccepted.ts'
import { nonstandardEndOfData } from '../smuggling/nonstandardEndOfData.ts'

/** Rules about line ends and what looks like the end of the mail data. */
export const smugglingRules: readonly Rule[] = [
  bareLf,
  bareCr,
  nonstandardEndOfData,
  nonstandardEndAccepted,
  commandsInContent,
]
