import type { Fault } from './causes/replyCause.ts'
import { parseEnhancedStatusCode } from './enhancedStatusCodes.ts'

/** Who can do something about a failure by the subject of its enhanced status code (RFC 3463 3); null where both might. */
const bySubject: Readonly<Record<number, Fault | null>> = {
  1: 'client',
  2: 'policy',
  3: 'server',
  4: 'server',
  5: 'client',
  6: 'client',
  7: 'policy',
}

/** Codes about how the client talks or proves who it is, whatever their subject (RFC 5321 4.2.3, RFC 4954 6, RFC 3207 4). */
const aboutTheClient: ReadonlySet<number> = new Set([500, 501, 502, 503, 504, 530, 535, 538, 555])

/**
 * Who has to change something, as far as the codes of a refusal tell.
 *
 * @param code a reply code of 400 to 599
 * @param enhancedCode as in `5.7.1`; null without one
 */
export function faultByCodes(code: number, enhancedCode: string | null): Fault {
  if (aboutTheClient.has(code)) return 'client'
  // The password is right, and policy wants another way to log in (RFC 4954 6).
  if (code === 534) return 'policy'
  const subject = enhancedCode === null ? undefined : parseEnhancedStatusCode(enhancedCode)?.subject
  const known = subject === undefined ? null : bySubject[subject]
  return known ?? (code < 500 ? 'server' : 'policy')
}
