import { saslMechanismFacts } from '../protocol/saslMechanisms.ts'

/** AUTH with its mechanism, as a finding may name it: what is no known mechanism may be a secret in the wrong place. */
export function authName(mechanism: string): string {
  return saslMechanismFacts(mechanism) ? `AUTH ${mechanism}` : 'AUTH'
}
