import type { Rule } from '../rule.ts'
import { announcedInsideTls } from '../tls/announcedInsideTls.ts'
import { dataBeforeHandshake } from '../tls/dataBeforeHandshake.ts'
import { greetingAfterStarttls } from '../tls/greetingAfterStarttls.ts'
import { helloMissingAfterStarttls } from '../tls/helloMissingAfterStarttls.ts'
import { offeredButUnused } from '../tls/offeredButUnused.ts'
import { required } from '../tls/required.ts'
import { starttlsInsideTransaction } from '../tls/starttlsInsideTransaction.ts'
import { starttlsTwice } from '../tls/starttlsTwice.ts'

/** Rules about STARTTLS. */
export const tlsRules: readonly Rule[] = [
  starttlsInsideTransaction,
  dataBeforeHandshake,
  greetingAfterStarttls,
  helloMissingAfterStarttls,
  announcedInsideTls,
  starttlsTwice,
  required,
  offeredButUnused,
]
