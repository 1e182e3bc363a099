import * as l10n from '@vscode/l10n'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import type { Exchange } from '../../transcript/session.ts'

/** What the client sent, as a message names it. */
export function nameOf({ unit }: Exchange): string {
  switch (unit.kind) {
    case 'command':
      return unit.verb
    case 'message':
    case 'chunk':
      return l10n.t`the message`
    case 'auth-response':
      return l10n.t`the answer to the challenge`
    case 'tls':
      return l10n.t`the TLS handshake`
  }
}

/** The name of a command as it is spoken of: with the keyword that belongs to it. */
export function spokenName(verb: string): string {
  return verb === 'MAIL' ? 'MAIL FROM' : verb === 'RCPT' ? 'RCPT TO' : verb
}

/** AUTH with its mechanism, as a finding may name it: what is no known mechanism may be a secret in the wrong place. */
export function authName(mechanism: string): string {
  return saslMechanismFacts(mechanism) ? `AUTH ${mechanism}` : 'AUTH'
}

/** Names one after the other: `MAIL FROM, RCPT TO and DATA`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1)
  if (last === undefined || names.length === 1) return last ?? ''
  return l10n.t`${names.slice(0, -1).join(', ')} and ${last}`
}

/** A number of things, of which one is called `one`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
