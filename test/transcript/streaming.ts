import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { lineBatches } from '../../server/transcript/lineBatches.ts'
import type { Lines } from '../../server/transcript/lines.ts'
import { type StreamedSession, streamSessions } from '../../server/transcript/sessionStream.ts'
import { type BoundKind, type StreamBounds, streamBounds } from '../../server/transcript/streamBounds.ts'

/** A bound that made a difference, and the line of the text from 1. */
export type ToldBound = readonly [kind: BoundKind, line: number]

/** What a text that comes in pieces reads to. */
export interface Streamed {
  readonly dialect: Dialect
  readonly lineEnd: string
  readonly sessions: readonly StreamedSession[]
  readonly told: readonly ToldBound[]
}

/** Reads a text that comes in pieces; bounds that are not named are those of the command line. */
export function streamed(
  pieces: Iterable<string>,
  dialect: Dialect | null = null,
  bounds: Partial<StreamBounds> = {},
): Streamed {
  const told: ToldBound[] = []
  const tell = (kind: BoundKind, line: number) => {
    told.push([kind, line + 1])
  }
  const batches = lineBatches(pieces, tell)
  const stream = streamSessions(batches, { dialect, tell, bounds: { ...streamBounds, ...bounds } })
  return { dialect: stream.dialect, lineEnd: stream.lineEnd, sessions: [...stream.sessions], told }
}

/** All batches of a text as one. */
export function joined(batches: Iterable<Lines>): Lines {
  const all = [...batches]
  return { texts: all.flatMap(({ texts }) => texts), ends: all.flatMap(({ ends }) => ends) }
}

/** A text cut at some of its characters. */
export function cutAt(text: string, places: readonly number[]): string[] {
  const cuts = [...new Set(places.map(place => place % (text.length + 1)))].sort((a, b) => a - b)
  return [...cuts, text.length].map((end, index) => text.slice(cuts[index - 1] ?? 0, end))
}
