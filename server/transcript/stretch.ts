/**
 * How a tool writes what was said:
 * - `plain`: as it is.
 * - `string`: as a string literal of a programming language, with escapes (`\r\n`, `\"`, `\xc3\xa9`).
 * - `html`: with character references (`&lt;`).
 * - `bracketed`: a reply with its code in brackets and its text in quotes; the stretch starts inside: `250] 'ok`.
 */
export type Encoding = 'plain' | 'string' | 'html' | 'bracketed'

/** Where in a line something stands that was said. Columns are UTF-16 units of the line. */
export interface Stretch {
  /** The column where it starts. */
  readonly start: number
  /** How many columns of the line stand behind it. */
  readonly tail: number
  readonly encoding: Encoding
}

const escapeSequence = /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|([0-7]{1,3})|([\s\S]))/y
const reference = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos|nbsp));/y

const escapedCharacters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  v: '\v',
}
const namedCharacters: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** A character that was decoded, and how many columns it takes in the line. */
interface Decoded {
  readonly text: string
  readonly width: number
}

function codePoint(value: number, width: number): Decoded {
  return { text: value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd', width }
}

/** Bytes that a literal spells out one by one (`\xc3\xa9`) are a character of UTF-8, where they can be. */
function decodeOctets(text: string, at: number): Decoded {
  const octets: number[] = []
  for (let index = at; octets.length < 4; index += 4) {
    escapeSequence.lastIndex = index
    const hex = escapeSequence.exec(text)?.[1]
    const octet = hex === undefined ? 0 : Number.parseInt(hex, 16)
    if (octet < 0x80 || (octets.length > 0 && octet >= 0xc0)) break
    octets.push(octet)
  }
  const decoded = new TextDecoder().decode(Uint8Array.from(octets))
  if (!decoded.includes('\ufffd')) return { text: decoded, width: octets.length * 4 }
  return codePoint(octets[0] ?? 0, 4)
}

function decodeEscape(text: string, at: number): Decoded {
  escapeSequence.lastIndex = at
  const match = escapeSequence.exec(text)
  if (!match) return { text: text[at] ?? '', width: 1 }
  const [{ length: width }, hex, unicode, octal, character = ''] = match
  if (hex !== undefined) {
    const value = Number.parseInt(hex, 16)
    return value < 0x80 ? codePoint(value, width) : decodeOctets(text, at)
  }
  if (unicode !== undefined) return { text: String.fromCharCode(Number.parseInt(unicode, 16)), width }
  if (octal !== undefined) return codePoint(Number.parseInt(octal, 8), width)
  return { text: escapedCharacters[character] ?? character, width }
}

function decodeReference(text: string, at: number): Decoded {
  reference.lastIndex = at
  const match = reference.exec(text)
  if (!match) return { text: text[at] ?? '', width: 1 }
  const [{ length: width }, decimal, hex, name = ''] = match
  if (decimal !== undefined) return codePoint(Number(decimal), width)
  if (hex !== undefined) return codePoint(Number.parseInt(hex, 16), width)
  return { text: namedCharacters[name] ?? '', width }
}

/** The next character of an encoded text at `at`. */
function decodeAt(text: string, at: number, encoding: Encoding): Decoded {
  const character = text[at] ?? ''
  if (encoding === 'string' && character === '\\') return decodeEscape(text, at)
  if (encoding === 'html' && character === '&') return decodeReference(text, at)
  if (encoding === 'bracketed' && text.startsWith("] '", at)) return { text: ' ', width: 3 }
  return { text: character, width: 1 }
}

/** Without this a text is the same however it is encoded. */
const telltales: Readonly<Record<Exclude<Encoding, 'plain'>, string>> = {
  string: '\\',
  html: '&',
  bracketed: "] '",
}

/** Whether what stands there may be another text than it looks. */
function isEncoded(text: string, encoding: Encoding): boolean {
  return encoding !== 'plain' && text.includes(telltales[encoding])
}

/** What was said, as it was said. Anything can be decoded: what is no escape stands for itself. */
export function payloadOf(line: string, { start, tail, encoding }: Stretch): string {
  const end = Math.max(start, line.length - tail)
  const written = start === 0 && end === line.length ? line : line.slice(start, end)
  if (!isEncoded(written, encoding)) return written
  let payload = ''
  for (let at = 0; at < written.length; ) {
    const { text, width } = decodeAt(written, at, encoding)
    payload += text
    at += width
  }
  return payload
}

/** The column of the line on which the payload's `offset` stands (in UTF-16 units of the payload). */
export function columnOf(line: string, stretch: Stretch, offset: number): number {
  const { start, tail, encoding } = stretch
  const end = Math.max(start, line.length - tail)
  if (encoding === 'plain' || !isEncoded(line.slice(start, end), encoding)) {
    return Math.min(end, start + offset)
  }
  let column = start
  for (let seen = 0; seen < offset && column < end; ) {
    const { text, width } = decodeAt(line, column, encoding)
    seen += text.length
    column += width
  }
  return column
}

/** The stretch between two columns of a line. */
export function stretchBetween(line: string, start: number, end: number, encoding: Encoding): Stretch {
  return { start, tail: Math.max(0, line.length - end), encoding }
}

const writtenLineEnd = /\\r\\n|\\n|\\r/g

/** A literal that spells out line ends, as a stretch for each of its lines; the end behind the last makes no line of its own. */
export function splitLiteral(line: string, start: number, end: number): Stretch[] {
  const stretches: Stretch[] = []
  let from = start
  writtenLineEnd.lastIndex = start
  for (let match = writtenLineEnd.exec(line); match; match = writtenLineEnd.exec(line)) {
    if (match.index >= end) break
    // A backslash that is itself escaped spells no line end.
    const slashes = /\\*$/.exec(line.slice(from, match.index))?.[0].length ?? 0
    if (slashes % 2 === 1) continue
    stretches.push(stretchBetween(line, from, match.index, 'string'))
    from = writtenLineEnd.lastIndex
  }
  if (from < end || stretches.length === 0) stretches.push(stretchBetween(line, from, end, 'string'))
  return stretches
}

/** What was said, and where it stands. */
export interface Written {
  readonly payload: string
  readonly stretch: Stretch
}

const crlf = '\\r\\n'

/** What was said without the line end that is spelled out behind it, as some tools and people do; else as it is. */
export function withoutWrittenEnd(payload: string, stretch: Stretch): Written {
  if (stretch.encoding !== 'plain' || !payload.endsWith(crlf)) return { payload, stretch }
  const { start, tail, encoding } = stretch
  return { payload: payload.slice(0, -crlf.length), stretch: { start, tail: tail + crlf.length, encoding } }
}
