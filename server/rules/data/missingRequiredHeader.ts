import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { type ContentFacts, contentFacts } from '../../transcript/contentFacts.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { type Content, contentsIn } from '../evidence/contents.ts'
import { listed } from '../evidence/names.ts'
import { saidPath } from '../evidence/saidPath.ts'
import { Repair } from '../repair/repair.ts'
import type { Report, Rule } from '../rule.ts'

const required = ['From', 'Date'] as const

function reversePath(session: Session, mail: Exchange | undefined): string {
  const found = mail && saidPath(session, mail)
  return found?.parts.address?.text ?? ''
}

/** What people write in the place of a message. */
const leftOut = /^\W{0,3}(?:\.{3}|\u2026)\W{0,3}$/

/** Whether the text shows the whole message: mail data up to the dot, or a single chunk. */
function isWhole({ unit, exchange, command }: Content, { first }: ContentFacts): boolean {
  if (unit.elided || !unit.terminated || unit.lines === 0) return false
  if (unit.lines === 1 && first && leftOut.test(first.payload)) return false
  if (unit.kind === 'message') return true
  const isOnly = exchange.before.phase !== 'bdat' && command?.before.phase !== 'bdat'
  return isOnly && command !== null && columnOfExchange(command) === 'BDAT LAST'
}

function describe({ header, first }: ContentFacts, missing: readonly string[]): string {
  const names = listed(missing)
  if (header.stray && header.stray.line === first?.line) {
    return missing.length === 1
      ? l10n.t`The message begins without a header section: ${names} is missing.`
      : l10n.t`The message begins without a header section: ${names} are missing.`
  }
  if (missing.length === 0)
    return l10n.t`This line is no header field: an empty line in front of it is missing.`
  return l10n.t`The header section lacks ${names}.`
}

/** A header section without From or Date, or with a line that is no field. Silent where the text does not show all of it. */
export const missingRequiredHeader: Rule = {
  id: 'data/missing-required-header',
  title: 'From or Date missing in the header section',
  fault: 'client',
  severity: 'information',
  profile: 'strict',
  onlyWith: ['message'],
  references: [rfc(5322, '3.6'), rfc(6409, '8.2')],
  what: 'A message of which the header section lacks From or Date, or has a line that is no header field.',
  why: 'Both fields are required. Submission servers add them, others must not refuse the message for it, but filters count it against the sender.',
  remedy: 'Begin every message with From and Date, and put an empty line in front of its text.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 go ahead
C: Subject: lunch
C:
C: At noon?
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 go ahead
C: From: anna@example.net
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C: Subject: lunch
C:
C: At noon?
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  *check(session, { dialect }): Generator<Report> {
    if (dialect.dumpsContent) return
    for (const content of contentsIn(session)) {
      const { unit, exchange, transaction } = content
      const facts = contentFacts(session, unit)
      if (!isWhole(content, facts)) continue
      const { header, first } = facts
      const missing = required.filter(name => !header.names.has(name.toLowerCase()))
      const at = header.stray ?? first
      if (!at || (missing.length === 0 && !header.stray)) continue
      const end = header.stray ? at.payload.trimEnd().length : at.payload.search(/[:\s]|$/)
      const from = ['client', `From: ${reversePath(session, transaction?.mail)}`] as const
      const fields = missing.map(name => (name === 'From' ? from : (['client', 'Date: '] as const)))
      const isSimple = header.stray === null && unit.kind === 'message'
      yield {
        span: at.spanOf(0, Math.max(1, end)),
        message: describe(facts, missing),
        fixes: () =>
          isSimple
            ? [
                new Repair(session, dialect).insertSaid(
                  l10n.t`Insert ${listed(missing)}`,
                  unit.firstLine,
                  fields,
                  exchange,
                ),
              ]
            : [],
      }
    }
  },
}
