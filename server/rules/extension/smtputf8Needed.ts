import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { extensionsAt } from '../../transcript/announcements.ts'
import { contentFacts } from '../../transcript/contentFacts.ts'
import { historyOf, type Transaction } from '../../transcript/history.ts'
import type { SaidLine } from '../../transcript/saidText.ts'
import type { ContentUnit, Exchange, Session, Span } from '../../transcript/session.ts'
import { contentsIn } from '../evidence/contents.ts'
import { parameterNamed, saidPath } from '../evidence/saidPath.ts'
import { addParameter } from '../repair/parameterFixes.ts'
import type { Fix, Report, Rule } from '../rule.ts'

/** Letters that are not ASCII, and what stands for octets that were no UTF-8; dots and stars hide an address. */
const letters = /[^\0-\x7f]*(?:[\p{L}\p{M}\ufffd](?<=[^\0-\x7f]))[^\0-\x7f]*/u

function runIn({ payload, spanOf }: SaidLine, from: number, to: number): Span | null {
  const run = letters.exec(payload.slice(from, to))
  return run ? spanOf(from + run.index, from + run.index + run[0].length) : null
}

function spanInAddress(session: Session, exchange: Exchange): Span | null {
  const found = saidPath(session, exchange)
  const address = found?.parts.address
  return address ? runIn(found.said, address.start, address.end) : null
}

function lacksParameter(session: Session, mail: Exchange): boolean {
  const found = saidPath(session, mail)
  return found !== null && parameterNamed(found, 'SMTPUTF8') === undefined
}

/** Whether the server offers it; null where that is not known. */
function offer(session: Session, mail: Exchange): boolean | null {
  const extensions = extensionsAt(session, mail)
  return extensions && extensions.find('SMTPUTF8') !== undefined
}

function fixesOf(session: Session, mail: Exchange): Fix[] {
  const found = saidPath(session, mail)
  if (!found || offer(session, mail) !== true) return []
  return [addParameter(l10n.t`Add SMTPUTF8 to MAIL`, found.said, 'SMTPUTF8')]
}

function describe(what: 'address' | 'header', isOffered: boolean): string {
  if (what === 'address') {
    return isOffered
      ? l10n.t`This address is not plain ASCII, but MAIL does not say SMTPUTF8.`
      : l10n.t`This address is not plain ASCII, and the server does not offer SMTPUTF8.`
  }
  return isOffered
    ? l10n.t`The header section is not plain ASCII, but MAIL does not say SMTPUTF8.`
    : l10n.t`The header section is not plain ASCII, and the server does not offer SMTPUTF8.`
}

function report(
  session: Session,
  mail: Exchange,
  spans: readonly Span[],
  what: 'address' | 'header',
): Report[] {
  const [span, ...others] = spans
  if (!span) return []
  return [
    {
      span,
      severity: what === 'address' ? 'error' : 'warning',
      message: describe(what, offer(session, mail) !== false),
      related: others
        .slice(0, 10)
        .map(one => ({ span: one, message: l10n.t`This address is not plain ASCII either.` })),
      fixes: () => fixesOf(session, mail),
    },
  ]
}

/** The mail data of each transaction, by its MAIL. */
function unitsByMail(session: Session): Map<Exchange, ContentUnit> {
  const units = new Map<Exchange, ContentUnit>()
  for (const { unit, transaction } of contentsIn(session)) {
    if (transaction && !units.has(transaction.mail)) units.set(transaction.mail, unit)
  }
  return units
}

function reportsOf(
  session: Session,
  { mail, recipients }: Transaction,
  unit: ContentUnit | undefined,
): Report[] {
  const inAddresses = [mail, ...recipients].flatMap(one => spanInAddress(session, one) ?? [])
  if (inAddresses.length > 0) return report(session, mail, inAddresses, 'address')
  const line = unit && contentFacts(session, unit).header.eightBit
  const inHeader = line && runIn(line, 0, line.payload.length)
  return inHeader ? report(session, mail, [inHeader], 'header') : []
}

/**
 * Letters outside of ASCII in an address, or in the header section, of a transaction without SMTPUTF8. Silent where
 * the text does not have its MAIL, and on the characters that hide an address.
 */
export const smtputf8Needed: Rule = {
  id: 'extension/smtputf8-needed',
  title: 'SMTPUTF8 missing',
  fault: 'client',
  severity: 'error',
  onlyWith: ['non-ascii'],
  references: [rfc(6531, '3.4'), rfc(6531, '3.2')],
  what: 'An address or a header field with characters outside of ASCII in a transaction of which MAIL does not say SMTPUTF8.',
  why: 'A server that was not told refuses such an address, and may break such a header field or hand it to a server that cannot take it.',
  remedy:
    'Add SMTPUTF8 to MAIL where the server offers it. Else write the domain with its A-labels (`xn--…`) and encode the header fields; a local part cannot be encoded.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-8BITMIME
S: 250 SMTPUTF8
C: MAIL FROM:<zoë@example.net>
S: 553 5.6.7 say SMTPUTF8
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-8BITMIME
S: 250 SMTPUTF8
C: MAIL FROM:<zoë@example.net> SMTPUTF8
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 bye`,
  *check(session) {
    const units = unitsByMail(session)
    for (const transaction of historyOf(session).transactions) {
      const { mail } = transaction
      if (lacksParameter(session, mail)) yield* reportsOf(session, transaction, units.get(mail))
    }
  },
}
