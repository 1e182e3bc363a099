import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { extensionsAt } from '../../transcript/announcements.ts'
import { contentFacts, eightBitRun } from '../../transcript/contentFacts.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { contentsIn } from '../evidence/contents.ts'
import { relatedTo } from '../evidence/related.ts'
import { parameterNamed, saidPath } from '../evidence/saidPath.ts'
import { addParameter } from '../repair/parameterFixes.ts'
import type { Fix, Rule } from '../rule.ts'

function isAnnounced8Bit(session: Session, mail: Exchange): boolean {
  const found = saidPath(session, mail)
  if (!found) return true
  const body = parameterNamed(found, 'BODY')?.value?.text.toUpperCase()
  if (body === '8BITMIME' || body === 'BINARYMIME') return true
  return parameterNamed(found, 'SMTPUTF8') !== undefined
}

function fixesOf(session: Session, mail: Exchange): Fix[] {
  const found = saidPath(session, mail)
  if (!found || parameterNamed(found, 'BODY')) return []
  return [addParameter(l10n.t`Add BODY=8BITMIME to MAIL`, found.said, 'BODY=8BITMIME')]
}

/** Characters outside of ASCII in a message that MAIL did not announce as such. Silent where the text does not have MAIL. */
export const eightBitWithout8bitmime: Rule = {
  id: 'extension/8bit-without-8bitmime',
  title: '8-bit message without BODY=8BITMIME',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['non-ascii'],
  references: [rfc(6152, '3'), rfc(5321, '2.4')],
  what: 'A message with octets above 127 that MAIL did not announce with BODY=8BITMIME, BODY=BINARYMIME or SMTPUTF8.',
  why: 'Unless it was told otherwise, a server may take a message for 7-bit: it may clear the highest bits, or hand the message to one that refuses it.',
  remedy:
    'Add BODY=8BITMIME to MAIL where the server offers it; else encode the message with quoted-printable or base64.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 8BITMIME
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: Viele Grüße aus Köln
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 8BITMIME
C: MAIL FROM:<anna@example.net> BODY=8BITMIME
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: Viele Grüße aus Köln
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  yieldsTo: ['extension/smtputf8-needed'],
  *check(session) {
    const seen = new Set<Exchange>()
    for (const { unit, transaction } of contentsIn(session)) {
      const { eightBit } = contentFacts(session, unit)
      const run = eightBit && eightBitRun(eightBit.payload)
      if (!run || !transaction || seen.has(transaction.mail)) continue
      const { mail } = transaction
      if (isAnnounced8Bit(session, mail)) continue
      seen.add(mail)
      const extensions = extensionsAt(session, mail)
      const isOffered = extensions === null || extensions.find('8BITMIME') !== undefined
      yield {
        span: eightBit.spanOf(run.from, run.to),
        severity: isOffered ? 'warning' : 'error',
        message: isOffered
          ? l10n.t`The message is not plain ASCII, but its MAIL does not say BODY=8BITMIME.`
          : l10n.t`The message is not plain ASCII, and the server does not offer 8BITMIME: encode it.`,
        related: [
          isOffered
            ? relatedTo(mail, l10n.t`Here BODY=8BITMIME is missing.`)
            : relatedTo(extensions.hello, l10n.t`The reply to this command does not offer 8BITMIME.`),
        ],
        fixes: () => (isOffered && extensions !== null ? fixesOf(session, mail) : []),
      }
    }
  },
}
