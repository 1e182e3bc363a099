import { type LineEnd, type Lines, splitLines } from './lines.ts'
import { longestLine, type TellBound } from './streamBounds.ts'

const lineEnd = /[\r\n]/

/** Cuts the lines that are too long; `first` is the line of the text that stands first. */
function cutLong(texts: string[], first: number, longest: number, tell: TellBound): void {
  for (const [index, text] of texts.entries()) {
    if (text.length <= longest) continue
    texts[index] = text.slice(0, longest)
    tell('line', first + index)
  }
}

/**
 * The lines of a text that comes in pieces, in batches: those that end in a piece come with it, and the last, which has
 * the line end `''`, at the end. Together they are what `splitLines` makes of the whole text, but for lines that are
 * longer than `longest`: of them only the beginning is there.
 */
export function* lineBatches(
  pieces: Iterable<string>,
  tell: TellBound,
  longest = longestLine,
): Generator<Lines> {
  let rest = ''
  // A CR at the end of a piece may be half a line end.
  let hasCr = false
  let first = 0
  for (const piece of pieces) {
    let from = 0
    if (rest.length >= longest && !hasCr) {
      const end = piece.search(lineEnd)
      from = end < 0 ? piece.length : end
      if (from > 0) tell('line', first)
    }
    if (from === piece.length) continue
    const text: string = `${rest}${hasCr ? '\r' : ''}${from === 0 ? piece : piece.slice(from)}`
    hasCr = text.endsWith('\r')
    const split = splitLines(hasCr ? text.slice(0, -1) : text)
    const texts = split.texts.slice()
    if (text.length > longest) cutLong(texts, first, longest, tell)
    rest = texts.pop() ?? ''
    first += texts.length
    if (texts.length > 0) yield { texts, ends: split.ends.slice(0, -1) }
  }
  const ends: readonly LineEnd[] = hasCr ? ['\r', ''] : ['']
  yield { texts: hasCr ? [rest, ''] : [rest], ends }
}
