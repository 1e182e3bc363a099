import * as l10n from '@vscode/l10n'
import { addressLiteralOf } from '../../protocol/domain.ts'
import { parsePath } from '../../protocol/mailbox.ts'
import { rfc } from '../../protocol/references.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { type PathFinding, type PathLine, pathFindings } from '../evidence/pathFindings.ts'
import { fixOf, replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Fix, Rule } from '../rule.ts'

function describe({ address }: PathLine, { fault }: PathFinding): string {
  if (!fault)
    return l10n.t`A name has no place in front of the address: only the path in angle brackets may stand here`
  return l10n.t`The address "${address?.text ?? ''}" is invalid: ${fault.reason}`
}

function fixesFor({ said, address, path }: PathLine, found: PathFinding): readonly Fix[] {
  if (!found.fault) {
    const { start, end } = found
    const behind = said.payload.slice(end)
    const space = behind.length - behind.trimStart().length
    return [fixOf(l10n.t`Remove the name`, replaceAt(said.spanOf(start, end + space), ''))]
  }
  if (!address || !path) return []
  const trimmed = address.text.trim()
  if (trimmed !== address.text && !parsePath(trimmed, { utf8: true }).fault) {
    return [safeFixOf(l10n.t`Remove the space`, replaceAt(said.spanOf(address.start, address.end), trimmed))]
  }
  const literal = found.fault.detail === 'ip-address' && path.domain && addressLiteralOf(path.domain.text)
  if (!literal || !path.domain) return []
  const { start, end } = path.domain
  const span = said.spanOf(address.start + start, address.start + end)
  return [safeFixOf(l10n.t`Put the IP address into brackets`, replaceAt(span, literal))]
}

/**
 * An address of MAIL or RCPT that the grammar does not know. Silent on missing brackets, on a missing domain, on what is
 * wrong inside an address literal and on other characters than ASCII, which have rules of their own; and on an address
 * that somebody has hidden.
 */
export const invalidMailbox: Rule = {
  id: 'syntax/invalid-mailbox',
  title: 'Invalid address in MAIL or RCPT',
  what: 'An address in MAIL or RCPT that is no mailbox: dots in the wrong place, characters that need quotes, two @, a domain that cannot be one.',
  why: 'A server that reads the grammar answers 501 or 553. One that does not may deliver elsewhere than the sender thinks.',
  remedy:
    'Correct the address; put a local-part with special characters into quotes, and an IP address into square brackets.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['odd-path'],
  standsAlone: true,
  references: [rfc(5321, '4.1.2'), rfc(6531, '3.3')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna..lee@example.net>
S: 501 5.1.7 Bad sender address syntax
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<"anna..lee"@example.net>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { line, found } of pathFindings(session, context, 'mailbox', 'name-before-path')) {
      yield {
        span: line.said.spanOf(found.start, found.end),
        ...unlessTaken(line.exchange, describe(line, found)),
        fixes: () => fixesFor(line, found),
      }
    }
  },
}
