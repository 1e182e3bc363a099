import * as l10n from '@vscode/l10n'
import { type AddressLiteralFaultKind, addressLiteralOf, checkAddressLiteral } from '../../protocol/domain.ts'
import { rfc } from '../../protocol/references.ts'
import type { Exchange, Session, Span } from '../../transcript/session.ts'
import { helloNames } from '../evidence/helloNames.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { pathFindings } from '../evidence/pathFindings.ts'
import { replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Related, Rule, RuleContext } from '../rule.ts'

/** A literal that is wrong: where it stands, and where in it the fault is. */
interface WrongLiteral {
  readonly exchange: Exchange
  readonly literal: string
  readonly kind: AddressLiteralFaultKind
  readonly reason: string
  /** Every place of the whole literal, this one first. */
  readonly places: readonly Span[]
  readonly wrong: Span
  readonly related: readonly Related[]
}

function* inHellos(session: Session, context: RuleContext): Generator<WrongLiteral> {
  for (const { exchange, name, spanOf, all, related } of helloNames(session, context)) {
    const fault = name.startsWith('[') ? checkAddressLiteral(name) : null
    // A bracket that is never closed is no literal: the hello's argument is told to be wrong.
    if (!fault || fault.kind === 'unbalanced') continue
    const places = all.map(one => one.spanOf(0, name.length))
    const { kind, reason } = fault
    yield { exchange, literal: name, kind, reason, places, wrong: spanOf(fault.start, fault.end), related }
  }
}

function* inPaths(session: Session, context: RuleContext): Generator<WrongLiteral> {
  for (const { line, found } of pathFindings(session, context, 'address-literal')) {
    const { exchange, said, address, path } = line
    if (!address || !path?.domain || !found.fault) continue
    const { start, end, text: literal } = path.domain
    const places = [said.spanOf(address.start + start, address.start + end)]
    // The one that is wrong may be in the source route.
    const kind = checkAddressLiteral(literal)?.kind ?? 'no-address'
    const wrong = said.spanOf(found.start, found.end)
    yield { exchange, literal, kind, reason: found.fault.reason, places, wrong, related: [] }
  }
}

/** What the literal is without the tag that is missing or too many; null where that is not what is wrong. */
function corrected({ kind, literal }: WrongLiteral): string | null {
  const content = literal.slice(1, -1)
  if (kind === 'ipv6-without-tag') return addressLiteralOf(content)
  return kind === 'ipv4-with-tag' ? addressLiteralOf(content.replace(/^IPv4:/i, '')) : null
}

/** An address in square brackets, behind a hello or an @, that is no address. */
export const addressLiteral: Rule = {
  id: 'syntax/address-literal',
  title: 'Invalid address literal',
  what: 'An IP address in square brackets that is none: a number above 255, too few or too many parts, IPv6 without the tag `IPv6:`.',
  why: 'Servers compare a literal with the address of the client or with their own. What they cannot read they refuse with 501.',
  remedy: 'Write `[192.0.2.7]` or `[IPv6:2001:db8::7]`.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['odd-path', 'odd-hello'],
  standsAlone: true,
  references: [rfc(5321, '4.1.3')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO [2001:db8::7]
S: 501 5.5.4 Invalid address literal
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO [IPv6:2001:db8::7]
S: 250 mx.example.org
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const found of [...inHellos(session, context), ...inPaths(session, context)]) {
      const { exchange, literal, reason, places, wrong, related } = found
      const right = corrected(found)
      yield {
        span: wrong,
        ...unlessTaken(exchange, l10n.t`The address literal ${literal} is invalid: ${reason}`),
        related,
        fixes: () =>
          right ? [safeFixOf(l10n.t`Write ${right}`, ...places.map(place => replaceAt(place, right)))] : [],
      }
    }
  },
}
