import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { chunkSize, parseCommandLine } from '../../transcript/commandLine.ts'
import { contentFacts } from '../../transcript/contentFacts.ts'
import { endOfExchange } from '../../transcript/exchangeLines.ts'
import { octetsOf } from '../../transcript/octets.ts'
import { looksLikeCommand } from '../../transcript/payload.ts'
import { commandSaid, contentSaid } from '../../transcript/saidText.ts'
import type { ContentUnit, Exchange, Session, Span } from '../../transcript/session.ts'
import { type Content, contentsIn } from '../evidence/contents.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, LineRange, Report, Rule } from '../rule.ts'

/** The lines of a chunk, those that the announced size leaves out and those that it takes in too much put right. */
interface Block {
  readonly lines: number
  /** With CRLF behind each line. */
  readonly octets: number
  /** Lines behind the chunk that were read as commands. */
  readonly surplus: readonly Exchange[]
  readonly surplusLines: LineRange | null
  /** The surplus is a dot, as it ends the data of DATA. */
  readonly hasDot: boolean
}

/** Lines between a chunk and its reply that are no commands: they belong to the chunk. */
function surplusBehind(session: Session, { index, replies }: Exchange, before: Exchange): Exchange[] {
  const replyLine = (replies[0] ?? before.replies[0])?.line ?? Number.POSITIVE_INFINITY
  const surplus: Exchange[] = []
  for (let at = index + 1; at < session.exchanges.length; at++) {
    const exchange = session.exchanges[at]
    if (!exchange || exchange.line > replyLine || exchange.unit.kind !== 'command') break
    const payload = commandSaid(session, exchange)?.payload ?? ''
    if (looksLikeCommand(payload)) break
    surplus.push(exchange)
  }
  return surplus
}

function payloadsOf(session: Session, exchanges: readonly Exchange[]): string[] {
  return exchanges.map(exchange => commandSaid(session, exchange)?.payload ?? '')
}

/** The lines of a chunk up to the commands that it took in. */
function ownLines(session: Session, unit: ContentUnit): { lines: number; octets: number } {
  let lines = 0
  let octets = 0
  let own = { lines, octets }
  for (const { payload } of contentSaid(session, unit)) {
    lines += 1
    octets += octetsOf(payload) + 2
    if (!looksLikeCommand(payload)) own = { lines, octets }
  }
  return own
}

function blockOf(session: Session, command: Exchange, chunk: Exchange, unit: ContentUnit): Block {
  const surplus = surplusBehind(session, chunk, command)
  const payloads = payloadsOf(session, surplus)
  const hasDot = payloads.length === 1 && payloads[0] === '.'
  const { octets } = contentFacts(session, unit)
  const added = hasDot ? 0 : payloads.reduce((sum, payload) => sum + octetsOf(payload) + 2, 0)
  const last = surplus.at(-1)
  return {
    lines: unit.lines + (hasDot ? 0 : surplus.length),
    octets: octets + added,
    surplus,
    surplusLines: last
      ? { first: surplus[0]?.line ?? last.line, last: Math.max(...surplus.map(endOfExchange)) }
      : null,
    hasDot,
  }
}

/** Whether a block of lines can have that many octets: with CRLF or LF behind each, and maybe nothing behind the last. */
function fits(size: number, { lines, octets }: { lines: number; octets: number }): boolean {
  return [octets, octets - 2, octets - lines, octets - lines - 1].includes(size)
}

/** What the size announces, and where it stands. */
interface Announced {
  readonly size: number
  readonly span: Span
}

function announcedBy(session: Session, command: Exchange): Announced | null {
  const said = commandSaid(session, command)
  if (!said) return null
  const size = chunkSize(parseCommandLine(said.payload, 0))
  const digits = /\d+/.exec(said.payload)
  if (size === 0 || !digits) return null
  return { size, span: said.spanOf(digits.index, digits.index + digits[0].length) }
}

function reportDot(block: Block, repair: Repair): Report | null {
  const [dot] = block.surplus
  if (dot?.unit.kind !== 'command' || !block.surplusLines) return null
  return {
    span: dot.unit.textSpan,
    message: l10n.t`A chunk ends by its size, not by a dot: this dot is read as a command.`,
    consequences: block.surplusLines,
    fixes: (): Fix[] => [repair.remove(l10n.t`Remove the dot`, [dot])],
  }
}

function report(session: Session, { exchange, unit, command }: Content, repair: Repair): Report | null {
  if (unit.kind !== 'chunk' || !command || command.replies.length === 0) return null
  const announced = announcedBy(session, command)
  // What was no UTF-8 has lost its octets.
  if (!announced || contentFacts(session, unit).isGarbled) return null
  const { size, span } = announced
  const block = blockOf(session, command, exchange, unit)
  if (fits(size, block)) return block.hasDot ? reportDot(block, repair) : null
  const octets = size > block.octets ? ownLines(session, unit).octets : block.octets
  return {
    span,
    message:
      size === 1
        ? l10n.t`BDAT announces 1 octet, but the chunk has ${octets}.`
        : l10n.t`BDAT announces ${size} octets, but the chunk has ${octets}.`,
    ...(block.surplusLines && { consequences: block.surplusLines }),
    fixes: () => [fixOf(l10n.t`Set the size to ${octets}`, replaceAt(span, String(octets)))],
  }
}

/**
 * A chunk with another number of octets than BDAT announces. Silent where the text does not show the whole chunk, and
 * for any size that its lines can have, however they end.
 */
export const bdatSizeMismatch: Rule = {
  id: 'data/bdat-size-mismatch',
  title: 'Size of a chunk',
  fault: 'client',
  severity: 'error',
  onlyWith: ['bdat'],
  references: [rfc(3030, '2')],
  what: 'A chunk that has more or fewer octets than its BDAT announces.',
  why: 'The server counts. Of what is too much it makes commands; for what is missing it waits, and takes the next commands for the rest of the chunk.',
  remedy:
    'Count the octets of the chunk as they are sent: two for each line end, more than one for a character that is not ASCII.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: BDAT 12 LAST
C: See you at noon
S: 250 ok
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: BDAT 17 LAST
C: See you at noon
S: 250 ok
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  *check(session, { dialect }) {
    if (dialect.dumpsContent) return
    const repair = new Repair(session, dialect)
    for (const content of contentsIn(session)) {
      const found = report(session, content, repair)
      if (found) yield found
    }
  },
}
