import type { LineEnd } from './lines.ts'
import { contentSaid, type SaidLine } from './saidText.ts'
import type { ContentUnit, Session, Span } from './session.ts'

/** How a line of mail data ended when it was sent. Only CRLF is a line end (RFC 5321 section 2.3.8). */
export type SentEnd = 'CRLF' | 'LF' | 'CR'

/** A line of mail data with its end. Several may stand on one line of the text, where their ends are spelled out. */
export interface SentLine {
  readonly text: string
  /** Null where the text does not tell. */
  readonly end: SentEnd | null
  /** Where the line begins and where its end is spelled out, on the same line of the text; `mark` is empty where it is not. */
  readonly span: Span
  readonly mark: Span
  /** The end as it is spelled. */
  readonly spelled: string
}

/** What tells how the lines of a message ended: spelled out in the text, or the bytes of the file. */
export type LineEndSource = 'written' | 'bytes'

/** The lines of a message with their ends. */
export interface SentLines {
  readonly source: LineEndSource
  /** Lines end in CRLF as a rule, so that another end is an exception. */
  readonly isMarked: boolean
  /** How CRLF is spelled, for what is to be spelled like it. */
  readonly crlf: string
  readonly lines: () => Generator<SentLine>
}

/** A way to spell line ends. */
interface Notation {
  readonly pattern: RegExp
  readonly atEnd: RegExp
  /** A dot alone between two marks: what could only be meant as a line end. */
  readonly aroundDot: RegExp
  readonly crlf: string
  /** What a line without a mark ends in: `^M` shows the CR alone. */
  readonly unmarked: SentEnd | null
}

const notations: readonly Notation[] = [
  {
    pattern: /\\r\\n|\\n|\\r/g,
    atEnd: /\\[rn]$/,
    aroundDot: /\\[rn]\.\\[rn]/,
    crlf: '\\r\\n',
    unmarked: null,
  },
  {
    pattern: /<CR><LF>|<CRLF>|<LF>|<CR>/g,
    atEnd: /<(?:CR|LF|CRLF)>$/,
    aroundDot: /<(?:CR|LF|CRLF)>\.<(?:CR|LF|CRLF)>/,
    crlf: '<CRLF>',
    unmarked: null,
  },
  { pattern: /\^M\$?/g, atEnd: /\^M\$?$/, aroundDot: /\^M\.\^M/, crlf: '^M', unmarked: 'LF' },
]

const spellings: Readonly<Record<string, SentEnd>> = {
  '\\r\\n': 'CRLF',
  '<CR><LF>': 'CRLF',
  '<CRLF>': 'CRLF',
  '\\n': 'LF',
  '<LF>': 'LF',
  '\\r': 'CR',
  '<CR>': 'CR',
}

const bytes: Readonly<Record<LineEnd, SentEnd | null>> = { '': null, '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' }

/** What a mark means; `^M` at the end of a line stands in front of the LF that ended it. */
function meaningOf(mark: string, isLast: boolean): SentEnd {
  return spellings[mark] ?? (isLast ? 'CRLF' : 'CR')
}

/** The lines that are spelled out on one line of the text. */
function* splitAtMarks(
  { payload, spanOf }: SaidLine,
  { pattern, unmarked }: Pick<Notation, 'pattern' | 'unmarked'>,
): Generator<SentLine> {
  const sentLine = (from: number, to: number, markEnd: number, end: SentEnd | null): SentLine => ({
    text: payload.slice(from, to),
    end,
    span: spanOf(from, to),
    mark: spanOf(to, markEnd),
    spelled: payload.slice(to, markEnd),
  })
  let from = 0
  for (const match of payload.matchAll(pattern)) {
    const behind = match.index + match[0].length
    yield sentLine(from, match.index, behind, meaningOf(match[0], behind === payload.length))
    from = behind
  }
  if (from < payload.length || from === 0) yield sentLine(from, payload.length, payload.length, unmarked)
}

/** The dot that ended the mail data, which is none of their lines. */
function dotSaid(session: Session, { terminated, lastLine, kind }: ContentUnit): SaidLine | null {
  if (!terminated || kind !== 'message') return null
  const text = session.texts[lastLine] ?? ''
  const record = session.records[lastLine]?.findLast(one => one.kind === 'end-of-data')
  if (record?.encoding !== 'plain') return null
  const payload = text.slice(record.start, text.length - record.tail)
  const spanOf = (from: number, to: number) => ({
    line: lastLine,
    start: record.start + from,
    end: record.start + to,
  })
  return { line: lastLine, payload, spanOf }
}

function* withDot(session: Session, unit: ContentUnit): Generator<SaidLine> {
  yield* contentSaid(session, unit)
  const dot = dotSaid(session, unit)
  if (dot) yield dot
}

/** How often lines end in the marks of one notation. */
interface Tally {
  readonly notation: Notation
  marked: number
  crlf: number
  isAroundDot: boolean
}

function count(tally: Tally, payload: string): void {
  const { pattern, atEnd, aroundDot } = tally.notation
  if (!atEnd.test(payload)) return
  tally.marked += 1
  if (meaningOf(payload.match(pattern)?.at(-1) ?? '', true) === 'CRLF') tally.crlf += 1
  tally.isAroundDot ||= aroundDot.test(payload)
}

/** What marks end in; few lines do. */
const lastOfMarks = new Set([...'nr>M$'].map(character => character.charCodeAt(0)))

/** Whether the marks are line ends and not what the message talks about: half of its lines end in one, or the dot. */
function notationOf(session: Session, unit: ContentUnit): { notation: Notation; isMarked: boolean } | null {
  const tallies = notations.map((notation): Tally => ({ notation, marked: 0, crlf: 0, isAroundDot: false }))
  let lines = 0
  for (const { payload } of contentSaid(session, unit)) {
    lines += 1
    if (!lastOfMarks.has(payload.charCodeAt(payload.length - 1))) continue
    for (const tally of tallies) count(tally, payload)
  }
  const dot = dotSaid(session, unit)?.payload ?? ''
  for (const { notation, marked, crlf } of tallies) {
    const isWithDot = notation.unmarked === null && notation.atEnd.test(dot)
    if (isWithDot || (marked * 2 >= lines && crlf > 0)) return { notation, isMarked: true }
  }
  const hinted = tallies.find(({ isAroundDot }) => isAroundDot)
  return hinted ? { notation: hinted.notation, isMarked: false } : null
}

function isLiteral(session: Session, { firstLine, kind }: ContentUnit): boolean {
  return session.records[firstLine]?.some(one => one.kind === kind && one.encoding === 'string') === true
}

/** The lines of string literals, which spell out their ends behind each. */
function* linesOfLiterals(session: Session, unit: ContentUnit): Generator<SentLine> {
  for (const said of contentSaid(session, unit)) {
    const text = session.texts[said.line] ?? ''
    const span = said.spanOf(0, said.payload.length)
    const spelled = /^(?:\\r\\n|\\[rn])/.exec(text.slice(span.end, span.end + 4))?.[0] ?? ''
    const mark = { line: said.line, start: span.end, end: span.end + spelled.length }
    yield { text: said.payload, end: spellings[spelled] ?? null, span, mark, spelled }
  }
}

function* linesByBytes(session: Session, unit: ContentUnit): Generator<SentLine> {
  for (const { line, payload, spanOf } of withDot(session, unit)) {
    const end = bytes[session.ends[line] ?? '']
    const mark = spanOf(payload.length, payload.length)
    yield { text: payload, end, span: spanOf(0, payload.length), mark, spelled: '' }
  }
}

/** Whether the bytes show it: a few lines end otherwise than in CRLF. Where all end alike, a tool may have done that. */
function isMixed(session: Session, { firstLine, lastLine }: ContentUnit): boolean {
  let crlf = 0
  let others = 0
  for (let line = firstLine; line <= lastLine; line++) {
    const end = session.ends[line]
    if (end === '\r\n') crlf += 1
    else if (end !== '') others += 1
  }
  return others > 0 && crlf > others
}

/**
 * The lines of a message with the ends that they were sent with, as far as the text spells them out or, with
 * `keepsLineEnds`, the bytes show them. Null where nothing tells: a file with one line end proves nothing.
 */
export function sentLines(session: Session, unit: ContentUnit, keepsLineEnds: boolean): SentLines | null {
  if (unit.elided || unit.kind !== 'message') return null
  const escapes = '\\r\\n'
  if (isLiteral(session, unit)) {
    return { source: 'written', isMarked: true, crlf: escapes, lines: () => linesOfLiterals(session, unit) }
  }
  const found = notationOf(session, unit)
  if (found) {
    const { notation, isMarked } = found
    function* lines(): Generator<SentLine> {
      for (const said of contentSaid(session, unit)) yield* splitAtMarks(said, notation)
      // Tools print a dot of their own behind lines that they print as they were sent.
      const dot = dotSaid(session, unit)
      if (dot) yield* splitAtMarks(dot, { ...notation, unmarked: null })
    }
    return { source: 'written', isMarked, crlf: notation.crlf, lines }
  }
  if (!keepsLineEnds || !isMixed(session, unit)) return null
  return { source: 'bytes', isMarked: true, crlf: '', lines: () => linesByBytes(session, unit) }
}
