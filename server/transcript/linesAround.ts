import { blockIndexOf, stateBehind } from './block.ts'
import { beforeSession, type ReaderState } from './readerState.ts'
import { type LineRead, lineCountOf, lineOf, type Reading } from './reading.ts'

/** How many lines are looked at for the line of the same session before, where sessions run side by side. */
const farthestLine = 5000

/**
 * The state that the session of a line has come to before it. A line on which a session begins meets the state in which
 * the session before ended.
 */
export function stateBefore({ blocks, starts, dialect }: Reading, line: number): ReaderState {
  const index = blockIndexOf(starts, line)
  const block = blocks[index]
  const at = line - (starts[index] ?? 0)
  if (!block?.streams) {
    return at > 0 ? (block?.states[at - 1] ?? beforeSession) : stateBehind(blocks[index - 1])
  }
  const id = dialect.id?.(block.texts[at] ?? '') ?? block.streams[at] ?? null
  for (let before = at - 1; before >= Math.max(0, at - farthestLine); before--) {
    if (block.streams[before] === id) return block.states[before] ?? beforeSession
  }
  return beforeSession
}

/** The tool's own id of the session that a line belongs to; null where it prints none. */
function streamOf({ blocks, starts }: Reading, line: number): string | null {
  const index = blockIndexOf(starts, line)
  return blocks[index]?.streams?.[line - (starts[index] ?? 0)] ?? null
}

/** A line of the text with its number, from 0. */
export interface NumberedLine extends LineRead {
  readonly line: number
}

/** The lines in front of a line that belong to the same session, the nearest first; at most `most` lines are looked at. */
export function* linesBefore(reading: Reading, line: number, most: number): Generator<NumberedLine> {
  const id = streamOf(reading, line)
  const first = Math.max(0, line - most)
  for (let before = line - 1; before >= first; before--) {
    const read = lineOf(reading, before)
    if (!read || (id !== null && streamOf(reading, before) !== id)) continue
    yield { ...read, line: before }
    if (read.records.some(({ opens }) => opens)) return
  }
}

/** The lines around a line, the nearest first, whatever session they belong to; at most `most` lines on each side. */
export function* linesNear(reading: Reading, line: number, most: number): Generator<NumberedLine> {
  const count = lineCountOf(reading)
  for (let distance = 1; distance <= most; distance++) {
    if (line - distance < 0 && line + distance >= count) return
    for (const near of [line - distance, line + distance]) {
      const read = near >= 0 && near < count ? lineOf(reading, near) : undefined
      if (read) yield { ...read, line: near }
    }
  }
}
