import { type TokenRange, tokenRanges, tokensOn } from '../../server/features/semanticTokens.ts'
import { encodeTokens, tokenModifiers, tokenTypes } from '../../server/features/tokenLegend.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'

/** A token as a person reads it: its line from 1, what stands there, its type and its modifiers. */
export type ToldToken = readonly [line: number, text: string, what: string]

/** Tells tokens in the form of the protocol. Throws where they are none of a legend, or of the text. */
export function tellTokens(text: string, data: readonly number[]): ToldToken[] {
  const lines = text.split(/\r\n|\n|\r/)
  const told: ToldToken[] = []
  let line = 0
  let start = 0
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5)
    start = down === 0 ? start + right : right
    line += down
    const own = lines[line] ?? ''
    const name = tokenTypes[type]
    if (name === undefined || length < 1 || start + length > own.length) {
      throw new RangeError(`line ${line + 1}: ${[down, right, length, type, bits]}`)
    }
    const modifiers = tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0)
    told.push([line + 1, own.slice(start, start + length), [name, ...modifiers].join('.')])
  }
  return told
}

/** The tokens of a transcript, on all lines or on some, in the form of the protocol. */
export function dataOf(transcript: Transcript, range?: TokenRange): number[] {
  const ranges = range ? [range] : tokenRanges(transcript)
  return encodeTokens(ranges.flatMap(one => tokensOn(transcript, one)))
}

/** The tokens of a text that is read as a transcript, on all lines or on some. */
export function tokensIn(text: string, range?: TokenRange): ToldToken[] {
  return tellTokens(text, dataOf(readTranscript(text), range))
}
