import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange, isRefused } from '../../transcript/history.ts'
import type { Rule } from '../rule.ts'

const localEnding = /\.(?:local|localdomain|localhost|lan|home|internal|intranet|corp|invalid|arpa)$/i
const wellFormed = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.?$/i

/** What keeps a name from being one that others could look up; null where nothing does, or where it is no name. */
function whyNotPublic(name: string): string | null {
  if (name.length > 255 || !wellFormed.test(name) || /^[\d.]+$/.test(name)) return null
  if (/^localhost\.?$/i.test(name)) return l10n.t`every host calls itself so`
  if (!name.includes('.')) return l10n.t`it has no domain`
  return localEnding.test(name.replace(/\.$/, '')) ? l10n.t`its domain exists only in a local network` : null
}

/**
 * A hello with a name that means something only on the client's own network. Submission programs do that all the time,
 * so only the strict ask for it; where the hello was refused it is a warning. Silent on LMTP, which is local.
 */
export const helloNotFqdn: Rule = {
  id: 'policy/hello-not-fqdn',
  title: 'Hello with a name that is not public',
  fault: 'client',
  severity: 'hint',
  profile: 'strict',
  references: [rfc(5321, '2.3.5'), rfc(5321, '4.1.4')],
  what: 'A name in EHLO or HELO that is a single word, `localhost`, or in a domain for local use.',
  why: 'Other hosts cannot look it up. Many servers refuse it, or count it against the message as a sign of spam.',
  remedy:
    'Set the host name of the client to its fully-qualified name in DNS; where it has none, use the address literal.',
  example: `
S: 220 mx.example
C: EHLO localhost
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example
C: EHLO mail.client.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  *check({ exchanges }) {
    const named = new Set<string>()
    for (const exchange of exchanges) {
      const { unit } = exchange
      if (unit.kind !== 'command' || unit.verb === 'LHLO' || columnOfExchange(exchange) !== 'hello') continue
      const name = unit.argument
      const why = named.has(name) ? null : whyNotPublic(name)
      if (why === null) continue
      named.add(name)
      const { line, end } = unit.textSpan
      yield {
        span: { line, start: Math.max(unit.verbSpan.end, end - name.length), end },
        message: l10n.t`"${name}" is not a public host name: ${why}.`,
        severity: isRefused(exchange) ? 'warning' : 'hint',
      }
    }
  },
}
