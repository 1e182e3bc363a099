import { credentialsExposed } from '../privacy/credentialsExposed.ts'
import { urlTokenExposed } from '../privacy/urlTokenExposed.ts'
import type { Rule } from '../rule.ts'

/** Rules about secrets in transcripts. */
export const privacyRules: readonly Rule[] = [credentialsExposed, urlTokenExposed]
