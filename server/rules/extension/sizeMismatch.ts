import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { chunkSize, parseCommandLine } from '../../transcript/commandLine.ts'
import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { columnOfExchange, isRefused } from '../../transcript/history.ts'
import { lineEndFacts } from '../../transcript/lineEndFacts.ts'
import type { PathParameter } from '../../transcript/pathCommand.ts'
import { commandSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { ContentUnit, Exchange, Session } from '../../transcript/session.ts'
import { type Content, contentsIn } from '../evidence/contents.ts'
import { parameterNamed, saidPath } from '../evidence/saidPath.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Report, Rule } from '../rule.ts'

/** The line end behind the last line, which clients often add only when they send. */
const tolerance = 2

/** What an estimate may add, for header fields and the like, before it is worth a word. */
const generous = 4096

/** A message, or its last chunk, and how large it was as a whole. */
interface Sized {
  readonly octets: number
  readonly content: Content
}

/** The octets of mail data; null where the text does not show all of them. */
function dataSize(session: Session, dialect: Dialect, unit: ContentUnit): number | null {
  if (unit.elided || !unit.terminated || unit.lines === 0) return null
  return lineEndFacts(session, unit, dialect)?.octets ?? unit.octets
}

/** Whether MAIL may say how large its message is. */
function mayDeclare(session: Session, mail: Exchange): boolean {
  return commandSaid(session, mail)?.payload.toUpperCase().includes('SIZE=') === true
}

/** The octets of each message that the text shows or announces whole, by its MAIL; messages that are not whole are left out. */
function sizesByMail(session: Session, dialect: Dialect): Map<Exchange, Sized> {
  const sizes = new Map<Exchange, Sized>()
  let chunks = 0
  for (const content of contentsIn(session)) {
    const { unit, command, transaction } = content
    if (!transaction) continue
    if (unit.kind === 'message') {
      const octets = mayDeclare(session, transaction.mail) ? dataSize(session, dialect, unit) : null
      if (octets !== null) sizes.set(transaction.mail, { octets, content })
    } else if (command && !isRefused(command)) {
      const isFirst = command.before.phase !== 'bdat'
      const size = chunkSize(parseCommandLine(commandSaid(session, command)?.payload ?? '', 0))
      chunks = (isFirst ? 0 : chunks) + size
      if (columnOfExchange(command) === 'BDAT LAST') sizes.set(transaction.mail, { octets: chunks, content })
    }
  }
  return sizes
}

function describe(declared: number, octets: number, { unit }: Content): string {
  if (declared >= octets)
    return l10n.t`SIZE=${declared} is more than twice the ${octets} octets of the message.`
  const isLineEnds = unit.kind === 'message' && declared + unit.lines === octets
  return isLineEnds
    ? l10n.t`SIZE=${declared} is too small: the message has ${octets} octets. Each line end counts two octets.`
    : l10n.t`SIZE=${declared} is too small: the message has ${octets} octets.`
}

function report(
  said: SaidLine,
  value: NonNullable<PathParameter['value']>,
  content: Content,
  octets: number,
): Report {
  const declared = Number(value.text)
  const span = said.spanOf(value.start, value.end)
  return {
    span,
    severity: declared < octets ? 'information' : 'hint',
    message: describe(declared, octets, content),
    fixes: () => [fixOf(l10n.t`Set SIZE=${octets}`, replaceAt(span, `${octets}`))],
  }
}

/**
 * SIZE= smaller than the message, or far larger. Silent where the text does not show the whole message, and on the
 * small estimates that clients add.
 */
export const sizeMismatch: Rule = {
  id: 'extension/size-mismatch',
  title: 'SIZE= differs from the message',
  fault: 'client',
  severity: 'information',
  onlyWith: ['message'],
  references: [rfc(1870, '6'), rfc(1870, '6.3')],
  what: 'A message that is larger than the SIZE= of its MAIL, or less than half of it.',
  why: 'The server decides by SIZE= whether it has room. It may refuse a message that turns out larger, and one that would have fitted.',
  remedy:
    'Count the octets as they are sent, two for each line end, without the dots that are added and the final dot.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 SIZE 100000
C: MAIL FROM:<anna@example.net> SIZE=20
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
S: 250 SIZE 100000
C: MAIL FROM:<anna@example.net> SIZE=120
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
  isOfOwnDialect: true,
  *check(session, { dialect }) {
    if (dialect.dumpsContent) return
    for (const [mail, { octets, content }] of sizesByMail(session, dialect)) {
      const found = saidPath(session, mail)
      const value = found && parameterNamed(found, 'SIZE')?.value
      if (!found || !value || !/^\d{1,15}$/.test(value.text)) continue
      const declared = Number(value.text)
      const isTooSmall = declared + tolerance < octets
      const isTooLarge = declared > 2 * octets && declared - octets > generous
      if (isTooSmall || isTooLarge) yield report(found.said, value, content, octets)
    }
  },
}
