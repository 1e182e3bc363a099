import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { contentFacts } from '../../transcript/contentFacts.ts'
import { commandSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { Session } from '../../transcript/session.ts'
import { type Content, contentsIn } from '../evidence/contents.ts'
import { parameterNamed, saidPath } from '../evidence/saidPath.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { FixEdit, Rule } from '../rule.ts'

const ascii = /^[\0-\x7f]*$/

/** Whether MAIL, the recipients and the header section are in the text, and all of them in ASCII. */
function isAscii(session: Session, { unit, transaction }: Content): boolean {
  if (!transaction || unit.kind !== 'message' || unit.elided || !unit.terminated) return false
  const commands = [transaction.mail, ...transaction.recipients].map(one => commandSaid(session, one))
  if (transaction.recipients.length === 0) return false
  if (!commands.every(said => said !== null && ascii.test(said.payload))) return false
  return unit.lines > 0 && contentFacts(session, unit).header.eightBit === null
}

/** The edit that takes a parameter out, with the space in front of it. */
function withoutParameter({ payload, spanOf }: SaidLine, from: number, to: number): FixEdit {
  const start = payload.slice(0, from).trimEnd().length
  return replaceAt(spanOf(start, to), '')
}

/** SMTPUTF8 for a message of which the envelope and the header section are ASCII. The headers of its parts are not looked at. */
export const smtputf8Unneeded: Rule = {
  id: 'extension/smtputf8-unneeded',
  title: 'SMTPUTF8 without need',
  fault: 'client',
  severity: 'hint',
  tag: 'unnecessary',
  profile: 'strict',
  onlyWith: ['message'],
  references: [rfc(6531, '3.4')],
  what: 'MAIL says SMTPUTF8, but the addresses and the header section are plain ASCII.',
  why: 'A server may hand such a message only to servers that offer SMTPUTF8 as well, and has to return it where the next one does not.',
  remedy: 'Ask for SMTPUTF8 only where an address or a header field is not plain ASCII.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-8BITMIME
S: 250 SMTPUTF8
C: MAIL FROM:<anna@example.net> SMTPUTF8
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: See you at noon
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-8BITMIME
S: 250 SMTPUTF8
C: MAIL FROM:<anna@example.net> SMTPUTF8
S: 250 ok
C: RCPT TO:<zoë@example.org>
S: 250 ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: See you at noon
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  *check(session, { dialect }) {
    if (dialect.dumpsContent) return
    for (const content of contentsIn(session)) {
      const mail = content.transaction?.mail
      const found = mail && saidPath(session, mail)
      const parameter = found && parameterNamed(found, 'SMTPUTF8')
      if (!found || !parameter || !isAscii(session, content)) continue
      const { said } = found
      const { start, end } = parameter
      yield {
        span: said.spanOf(start, end),
        message: l10n.t`SMTPUTF8 is not needed here, and the message may be returned where a server does not offer it.`,
        fixes: () => [fixOf(l10n.t`Remove SMTPUTF8`, withoutParameter(said, start, end))],
      }
    }
  },
}
