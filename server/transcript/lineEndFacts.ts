import type { Dialect } from './dialects/dialect.ts'
import { type LineEndSource, type SentEnd, type SentLine, sentLines } from './lineEnds.ts'
import { octetsOf } from './octets.ts'
import type { ContentUnit, Session, Span } from './session.ts'

/** A dot alone on a line of mail data. */
export interface LoneDot {
  readonly dot: SentLine
  /** The line in front of it; null where the dot is the first. */
  readonly previous: SentLine | null
  /** What the line in front of it, and its own, ended in; null where the text does not tell. */
  readonly before: SentEnd | null
  readonly after: SentEnd | null
  /** MAIL of a transaction that follows it. */
  readonly dialogue: SentLine | null
}

/** What the line ends of a message show. */
export interface LineEndFacts {
  readonly source: LineEndSource
  /** How CRLF is spelled. */
  readonly crlf: string
  /** Lines that end in something else, while others end in CRLF; those around a lone dot are told with it. */
  readonly bare: readonly SentLine[]
  /** Lone dots with more mail data behind them. */
  readonly dots: readonly LoneDot[]
  /** The dot behind which nothing comes; null where there is none, or nothing is known of it. */
  readonly end: LoneDot | null
  /** Lines end in CRLF as a rule. */
  readonly isMarked: boolean
  /** With the line ends that were sent, and without the dots that were added (RFC 1870 section 5). */
  readonly octets: number
}

/** More than anybody would look at. */
const listed = 1000

type Draft = { -readonly [Key in keyof LoneDot]: LoneDot[Key] }

/** The transaction behind a dot, as far as it has come: nothing, MAIL, RCPT. */
interface Dialogue {
  readonly behind: Draft
  mail: SentLine | null
  hasRecipient: boolean
}

const beforeMail = /^(?:(?:EHLO|HELO|LHLO)\s|(?:RSET|NOOP)\s*$)/i
const mail = /^MAIL\s+FROM\s*:/i
const rcpt = /^RCPT\s+TO\s*:/i
const data = /^(?:DATA\s*$|BDAT\s+\d)/i

/** The dialogue with one more line; null where that line belongs to none, or completes it. */
function withLine(dialogue: Dialogue, line: SentLine): Dialogue | null {
  if (!dialogue.mail) {
    if (mail.test(line.text)) dialogue.mail = line
    return dialogue.mail || beforeMail.test(line.text) ? dialogue : null
  }
  if (rcpt.test(line.text)) {
    dialogue.hasRecipient = true
    return dialogue
  }
  if (dialogue.hasRecipient && data.test(line.text)) dialogue.behind.dialogue = dialogue.mail
  return null
}

/** Whether a line ended in what is no line end. */
export function isBare(end: SentEnd | null): end is 'LF' | 'CR' {
  return end === 'LF' || end === 'CR'
}

function* withPrevious(lines: Iterable<SentLine>): Generator<[SentLine | null, SentLine]> {
  let previous: SentLine | null = null
  for (const line of lines) {
    yield [previous, line]
    previous = line
  }
}

/** The octets of a line, and of its end: two where nothing is known of it. */
function octetsOfLine({ text, end }: SentLine): number {
  return octetsOf(text.startsWith('.') ? text.slice(1) : text) + (isBare(end) ? 1 : 2)
}

function findAll(session: Session, unit: ContentUnit, keepsLineEnds: boolean): LineEndFacts | null {
  const sent = sentLines(session, unit, keepsLineEnds)
  if (!sent) return null
  const bare: SentLine[] = []
  const dots: LoneDot[] = []
  let end: LoneDot | null = null
  let dialogue: Dialogue | null = null
  let hasCrlf = false
  let octets = 0
  for (const [previous, line] of withPrevious(sent.lines())) {
    hasCrlf ||= line.end === 'CRLF'
    if (end) octets += octetsOfLine(end.dot)
    if (end && dots.length < listed) dots.push(end)
    end = null
    if (line.text === '.') {
      const dot: Draft = {
        dot: line,
        previous,
        before: previous?.end ?? null,
        after: line.end,
        dialogue: null,
      }
      end = dot
      dialogue = { behind: dot, mail: null, hasRecipient: false }
      continue
    }
    octets += octetsOfLine(line)
    if (dialogue) dialogue = withLine(dialogue, line)
    if (previous && previous.text !== '.' && isBare(previous.end) && bare.length < listed) bare.push(previous)
  }
  const isMarked = sent.isMarked && hasCrlf
  return { source: sent.source, crlf: sent.crlf, bare: isMarked ? bare : [], dots, end, isMarked, octets }
}

const known = new WeakMap<ContentUnit, { readonly facts: LineEndFacts | null }>()

/**
 * What the line ends of a message show, worked out when somebody first asks; null where nothing tells how its lines
 * ended. Where the dialect keeps line ends, the bytes of the file count.
 */
export function lineEndFacts(
  session: Session,
  unit: ContentUnit,
  { keepsLineEnds }: Pick<Dialect, 'keepsLineEnds'>,
): LineEndFacts | null {
  const before = known.get(unit)
  if (before) return before.facts
  const facts = findAll(session, unit, keepsLineEnds === true)
  known.set(unit, { facts })
  return facts
}

/** Whether a dot ends mail data only for servers that take more than CRLF for a line end (RFC 5321 section 4.1.1.4). */
export function isNonstandard({ before, after }: LoneDot): boolean {
  return isBare(before) || isBare(after)
}

const names: Readonly<Record<SentEnd, string>> = { CRLF: '<CR><LF>', LF: '<LF>', CR: '<CR>' }

/** A dot with the line ends around it, as far as they are known: `<LF>.<CR><LF>`. */
export function spelledOut({ before, after }: LoneDot): string {
  return `${before ? names[before] : ''}.${after ? names[after] : ''}`
}

/** Where a dot stands, with the line ends around it that are spelled out beside it. */
export function spanOfDot({ dot, previous }: LoneDot): Span {
  const isBeside = previous && previous.mark.line === dot.span.line && previous.mark.end === dot.span.start
  return { line: dot.span.line, start: isBeside ? previous.mark.start : dot.span.start, end: dot.mark.end }
}
