import { clampPlace, type Lines, type Place } from '../../server/transcript/lines.ts'

/** The number of UTF-16 units before `place`. */
export function offsetOf(lines: Lines, place: Place): number {
  const { line, character } = clampPlace(lines, place)
  let offset = character
  for (let index = 0; index < line; index++) {
    offset += (lines.texts[index]?.length ?? 0) + (lines.ends[index]?.length ?? 0)
  }
  return offset
}

/** The place that `offset` UTF-16 units into the text. */
export function placeAt(lines: Lines, offset: number): Place {
  let rest = Math.max(0, offset)
  for (const [line, text] of lines.texts.entries()) {
    const length = text.length + (lines.ends[line]?.length ?? 0)
    if (rest < length || line === lines.texts.length - 1) {
      return { line, character: Math.min(rest, text.length) }
    }
    rest -= length
  }
  return { line: 0, character: 0 }
}
