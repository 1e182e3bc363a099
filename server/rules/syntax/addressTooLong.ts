import * as l10n from '@vscode/l10n'
import { limits } from '../../protocol/limits.ts'
import { rfc } from '../../protocol/references.ts'
import { octetsOf } from '../../transcript/octets.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { type PathLine, pathLines } from '../evidence/pathFindings.ts'
import type { Rule } from '../rule.ts'

/** A part of an address that is too long; offsets in the payload. */
interface TooLong {
  readonly part: 'local-part' | 'label' | 'domain' | 'path'
  readonly octets: number
  readonly limit: number
  readonly start: number
  readonly end: number
}

function measure(part: TooLong['part'], text: string, start: number, limit: number): TooLong | null {
  const octets = octetsOf(text)
  return octets > limit ? { part, octets, limit, start, end: start + text.length } : null
}

function longLabel(domain: string, start: number): TooLong | null {
  let from = start
  for (const label of domain.split('.')) {
    // What a label in other characters measures depends on how it is encoded (RFC 5890 2.3.2.1).
    const found = /^[!-~]+$/.test(label) && measure('label', label, from, limits.domainLabel.value)
    if (found) return found
    from += label.length + 1
  }
  return null
}

/** The first part that is too long; the whole path only where its parts are not. */
function tooLong({ address, path, parts }: PathLine): TooLong | null {
  if (!address || !path || !parts.path) return null
  const { localPart, domain } = path
  const isName = domain !== null && !domain.text.startsWith('[')
  const domainStart = address.start + (domain?.start ?? 0)
  return (
    measure('local-part', localPart.text, address.start + localPart.start, limits.localPart.value) ??
    (isName
      ? (longLabel(domain.text, domainStart) ??
        measure('domain', domain.text, domainStart, limits.domain.value))
      : null) ??
    measure('path', parts.path.text, parts.path.start, limits.path.value)
  )
}

function describe({ part, octets, limit }: TooLong): string {
  switch (part) {
    case 'local-part':
      return l10n.t`The local-part has ${octets} octets, and ${limit} are the limit`
    case 'label':
      return l10n.t`The label has ${octets} octets, and ${limit} are the limit`
    case 'domain':
      return l10n.t`The domain has ${octets} octets, and ${limit} are the limit`
    case 'path':
      return l10n.t`The path has ${octets} octets, and ${limit} are the limit`
  }
}

/** An address of MAIL or RCPT, or a part of it, that is longer than every server has to take. */
export const addressTooLong: Rule = {
  id: 'syntax/address-too-long',
  title: 'Address that is too long',
  what: 'An address in MAIL or RCPT with a local-part above 64 octets, a domain above 255, a label above 63, or above 256 in all with its brackets.',
  why: 'No server has to take more. Some do; the next one on the way then refuses the message or cuts the address.',
  remedy: 'Use a shorter address; where it is made up, as for bounces, keep what is coded into it short.',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['odd-path'],
  standsAlone: true,
  references: [rfc(5321, '4.5.3.1.1'), rfc(5321, '4.5.3.1.2'), rfc(5321, '4.5.3.1.3'), rfc(1035, '2.3.4')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<bounce-4711-0815-${'0123456789'.repeat(5)}@example.net>
S: 501 5.1.7 Bad sender address syntax
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<bounce-47-11-${'0123456789'.repeat(5)}@example.net>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const line of pathLines(session, context)) {
      const found = tooLong(line)
      if (!found) continue
      yield {
        span: line.said.spanOf(found.start, found.end),
        ...unlessTaken(line.exchange, describe(found)),
      }
    }
  },
}
