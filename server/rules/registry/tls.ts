import type { Rule } from '../rule.ts'
import { helloMissingAfterStarttls } from '../tls/helloMissingAfterStarttls.ts'

/** Rules about STARTTLS. */
export const tlsRules: readonly Rule[] = [helloMissingAfterStarttls]
