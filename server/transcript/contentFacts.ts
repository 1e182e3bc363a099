import { octetsOf } from './octets.ts'
import { contentSaid, type SaidLine } from './saidText.ts'
import type { ContentUnit, Session } from './session.ts'

/** The header section of a message: what stands in front of its first empty line (RFC 5322 section 2.1). */
export interface HeaderSection {
  /** The names of its fields, lower case. */
  readonly names: ReadonlySet<string>
  /** Its first line that is no field and does not continue one; what comes behind it counts as body. */
  readonly stray: SaidLine | null
  /** Its first line with a character that is not ASCII. */
  readonly eightBit: SaidLine | null
}

/** What rules want to know of the lines of mail data or of a chunk. */
export interface ContentFacts {
  readonly first: SaidLine | null
  readonly header: HeaderSection
  /** The first line, of the whole, with a character that is not ASCII. */
  readonly eightBit: SaidLine | null
  /** The first line of more than 998 octets, which dot it has for stuffing not counted, and how many there are. */
  readonly long: SaidLine | null
  readonly longCount: number
  /** Lines with a single dot in front of something else: nobody put another in front of it (RFC 5321 section 4.5.2). */
  readonly unstuffed: readonly SaidLine[]
  readonly unstuffedCount: number
  /** With CRLF behind each line, the last included, and with every dot. */
  readonly octets: number
  /** It has characters that stand for octets that could not be read. */
  readonly isGarbled: boolean
}

/** The longest line, without CRLF (RFC 5321 section 4.5.3.1.6). */
export const lineLimit = 998

/** More than anybody would look at. */
const listed = 1000

const notAscii = /[^\0-\x7f]/
const field = /^([!-9;-~]+)[ \t]*:/
const writtenEnd = /(?:\\r\\n|\\[rn]|<CR><LF>|<CRLF>|<CR>|<LF>|\^M\$?)$/

/** The line without the dot that another one was put in front of. */
function unstuffed(payload: string): string {
  return payload.startsWith('.') ? payload.slice(1) : payload
}

/** A dot in front of something: neither another dot nor the line end that somebody spelled out. */
function isNotStuffed(payload: string): boolean {
  if (payload.charCodeAt(0) !== 0x2e || payload.length < 2 || payload[1] === '.') return false
  return payload.replace(writtenEnd, '') !== '.'
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

interface Draft extends Mutable<ContentFacts> {
  readonly header: Mutable<HeaderSection> & { readonly names: Set<string> }
  readonly unstuffed: SaidLine[]
  isInHeader: boolean
}

function addHeaderLine(draft: Draft, said: SaidLine): void {
  const { header } = draft
  const text = said.payload.replace(writtenEnd, '')
  const name = field.exec(text)?.[1]
  const isContinuation = header.names.size > 0 && /^[ \t]+\S/.test(text)
  if (name === undefined && !isContinuation) {
    draft.isInHeader = false
    if (text.trim() !== '') header.stray = said
    return
  }
  if (name !== undefined) header.names.add(name.toLowerCase())
  if (!header.eightBit && notAscii.test(text)) header.eightBit = said
}

function addLine(draft: Draft, said: SaidLine, kind: ContentUnit['kind']): void {
  const { payload } = said
  draft.first ??= said
  if (draft.isInHeader) addHeaderLine(draft, said)
  const octets = octetsOf(payload)
  if (octets > payload.length) {
    draft.eightBit ??= said
    draft.isGarbled ||= payload.includes('\ufffd')
  }
  draft.octets += octets + 2
  const isMessage = kind === 'message'
  if (octets > lineLimit && (!isMessage || octetsOf(unstuffed(payload)) > lineLimit)) {
    draft.long ??= said
    draft.longCount += 1
  }
  if (!isMessage || !isNotStuffed(payload)) return
  draft.unstuffedCount += 1
  if (draft.unstuffed.length < listed) draft.unstuffed.push(said)
}

const known = new WeakMap<ContentUnit, ContentFacts>()

/** The facts of mail data or of a chunk, found in one pass when somebody first asks. */
export function contentFacts(session: Session, unit: ContentUnit): ContentFacts {
  const before = known.get(unit)
  if (before) return before
  const draft: Draft = {
    first: null,
    header: { names: new Set(), stray: null, eightBit: null },
    eightBit: null,
    long: null,
    longCount: 0,
    unstuffed: [],
    unstuffedCount: 0,
    octets: 0,
    isGarbled: false,
    isInHeader: true,
  }
  for (const said of contentSaid(session, unit)) addLine(draft, said, unit.kind)
  known.set(unit, draft)
  return draft
}

/** The first run of characters in a text that are not ASCII, as offsets in UTF-16 units; null where all are. */
export function eightBitRun(text: string): { from: number; to: number } | null {
  const run = /[^\0-\x7f]+/.exec(text)
  return run && { from: run.index, to: run.index + run[0].length }
}
