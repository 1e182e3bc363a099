import type { FixedText } from '../features/fixing.ts'
import { encodingOf } from './textInput.ts'

type TextEdit = FixedText['edits'][number]
type Position = TextEdit['range']['start']
type Encoding = ReturnType<typeof encodingOf>

function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  const octets = Buffer.from(text, 'utf16le')
  return encoding === 'utf-16be' ? octets.swap16() : octets
}

/** The octets in front of a text that name its encoding. */
function markLength(octets: Uint8Array, encoding: Encoding): number {
  if (encoding !== 'utf-8') return 2
  return octets[0] === 0xef && octets[1] === 0xbb && octets[2] === 0xbf ? 3 : 0
}

/** Where the lines of a text begin, counted in its octets; LF, CRLF and a lone CR each end one. */
function lineStarts(octets: Uint8Array, encoding: Encoding): number[] {
  const width = encoding === 'utf-8' ? 1 : 2
  const low = encoding === 'utf-16be' ? 1 : 0
  const unitAt = (at: number) => (width === 1 || octets[at + 1 - low] === 0 ? octets[at + low] : undefined)
  const starts = [markLength(octets, encoding)]
  for (let at = starts[0] ?? 0; at < octets.length; at += width) {
    const unit = unitAt(at)
    const isEnd = unit === 0x0a || (unit === 0x0d && unitAt(at + width) !== 0x0a)
    if (isEnd) starts.push(at + width)
  }
  return starts
}

const replacement = '\ufffd'

/**
 * Where each UTF-16 unit of a line begins among its octets in UTF-8, and behind the last where the line ends. What is no
 * UTF-8 is decoded as one U+FFFD for what belongs together, which this follows octet by octet.
 */
function unitStarts(octets: Uint8Array): number[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const starts: number[] = []
  let pending = 0
  for (let at = 0; at < octets.length; at++) {
    const text = decoder.decode(octets.subarray(at, at + 1), { stream: true })
    if (text === '') continue
    const isContinuation = ((octets[at] ?? 0) & 0xc0) === 0x80
    const isCutShort = pending < at && text.startsWith(replacement) && !(text.length === 1 && isContinuation)
    for (let unit = 0; unit < text.length; unit++) starts.push(isCutShort && unit > 0 ? at : pending)
    // What was cut short ends in front of this octet, which may itself begin something longer.
    pending = isCutShort && text.length === 1 ? at : at + 1
  }
  if (decoder.decode() !== '') starts.push(pending)
  return [...starts, octets.length]
}

/** The places of a text among its octets. */
function placesIn(octets: Uint8Array, encoding: Encoding): (position: Position) => number {
  const lines = lineStarts(octets, encoding)
  return ({ line, character }) => {
    const start = lines[line] ?? octets.length
    if (encoding !== 'utf-8') return Math.min(start + character * 2, octets.length)
    const end = lines[line + 1] ?? octets.length
    return start + (unitStarts(octets.subarray(start, end))[character] ?? end - start)
  }
}

/**
 * A text after edits, which are in its order, in its own encoding: every octet that no edit replaces stays what it is,
 * also where it is no text.
 */
export function patchOctets(octets: Uint8Array, edits: readonly TextEdit[]): Uint8Array {
  const encoding = encodingOf(octets)
  const placeOf = placesIn(octets, encoding)
  const parts: Uint8Array[] = []
  let done = 0
  for (const { range, newText } of edits) {
    parts.push(octets.subarray(done, placeOf(range.start)), encoded(newText, encoding))
    done = placeOf(range.end)
  }
  return Buffer.concat([...parts, octets.subarray(done)])
}
