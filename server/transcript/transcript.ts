import { type Block, commonBlocks, opensSession } from './block.ts'
import { countWhile } from './countWhile.ts'
import type { Dialect } from './dialects/dialect.ts'
import { placeInterleaved, updateInterleaved } from './interleaved.ts'
import type { Edit } from './lines.ts'
import { lineInSession, type PlacedSession, place, shifted } from './placedSession.ts'
import { beginReading, lineCountOf, type Reading, readLines, readText, wholeOf } from './reading.ts'
import { bodyOf, type SessionBody } from './sessionBody.ts'
import { type Update, updateReading } from './updateReading.ts'

/** A text that was read as a transcript. */
export interface Transcript {
  readonly reading: Reading
  /** In the order of their first lines. */
  readonly sessions: readonly PlacedSession[]
}

/** The session in a block; undefined where it holds what stands in front of all, or where nobody speaks. */
function bodyIn(block: Block, dialect: Dialect): SessionBody | undefined {
  return opensSession(block.records[0]) ? bodyOf(block, dialect) : undefined
}

/** The sessions in the blocks from one up to another; those of blocks that are `known` keep their bodies. */
function placeBlocks(
  { blocks, starts, dialect }: Reading,
  from: number,
  to: number,
  known: ReadonlyMap<SessionBody['lines'], SessionBody>,
): PlacedSession[] {
  const sessions: PlacedSession[] = []
  for (let index = from; index < to; index++) {
    const block = blocks[index]
    const body = block && (known.get(block) ?? bodyIn(block, dialect))
    if (body) sessions.push(place(body, starts[index] ?? 0, null, null))
  }
  return sessions
}

function placesIn(reading: Reading): PlacedSession[] {
  return reading.dialect.id
    ? placeInterleaved(wholeOf(reading), reading.dialect)
    : placeBlocks(reading, 0, reading.blocks.length, new Map())
}

/** Reads a text as a transcript. Any text can be read. With `dialect` null, detects it. */
export function readTranscript(text: string, dialect: Dialect | null = null): Transcript {
  const reading = readText(text, dialect)
  return { reading, sessions: placesIn(reading) }
}

/** A text that is read as a transcript piece by piece. */
export interface TranscriptInProgress {
  /** Its first lines, as a transcript of their own. */
  readonly head: Transcript
  /** How many lines it will have. */
  readonly lineCount: number
  /** Reads on until `isOver` says that it is time for something else; null as long as there is more to read. */
  readonly readOn: (isOver: () => boolean) => Transcript | null
}

/**
 * Begins to read a long text as a transcript: its first lines at once.
 *
 * @param headLines how many lines are read at once
 */
export function beginTranscript(
  text: string,
  chosen: Dialect | null,
  headLines: number,
): TranscriptInProgress {
  const { lines, dialect, readOn } = beginReading(text, chosen)
  const first = { texts: lines.texts.slice(0, headLines), ends: lines.ends.slice(0, headLines) }
  const head = { ...readLines(first, dialect), chosen }
  return {
    head: { reading: head, sessions: placesIn(head) },
    lineCount: lines.texts.length,
    readOn(isOver) {
      const reading = readOn(isOver)
      return reading && { reading, sessions: placesIn(reading) }
    },
  }
}

/** How many of `sessions` begin in front of a line. */
function countBefore(sessions: readonly PlacedSession[], line: number): number {
  return countWhile(sessions.length, index => (sessions[index]?.startLine ?? line) < line)
}

/** After an edit, where each session has its lines to itself: those whose blocks are the same stay what they were. */
function updatePlaces({ reading: then, sessions }: Transcript, now: Reading): PlacedSession[] {
  const { before, behind } = commonBlocks(then.blocks, now.blocks)
  const firstBehind = then.blocks.length - behind
  const kept = sessions.slice(0, countBefore(sessions, then.starts[before] ?? 0))
  const rest = sessions.slice(countBefore(sessions, then.starts[firstBehind] ?? 0))
  const shift = lineCountOf(now) - lineCountOf(then)
  const between = sessions.slice(kept.length, sessions.length - rest.length)
  const known = new Map(between.map(({ body }) => [body.lines, body]))
  return [
    ...kept,
    ...placeBlocks(now, before, now.blocks.length - behind, known),
    ...(shift === 0 ? rest : rest.map(placed => shifted(placed, shift))),
  ]
}

/**
 * The transcript after edits, each made to the result of the one before. Sessions that the edits did not touch are
 * made of the same bodies as before, so that whatever was worked out of them still holds.
 */
export function updateTranscript(transcript: Transcript, edits: readonly Edit[]): Transcript {
  const update = updateReading(transcript.reading, edits)
  return { reading: update.reading, sessions: sessionsAfter(transcript, update) }
}

function sessionsAfter(transcript: Transcript, { reading, reread }: Update): PlacedSession[] {
  const { dialect } = transcript.reading
  if (!reading.dialect.id || !dialect.id) return updatePlaces(transcript, reading)
  return updateInterleaved(transcript.sessions, wholeOf(reading), reading.dialect, reread)
}

/** The session that line `line` of the text is in, and which of its own lines that is; few of very many are looked at. */
export function sessionAt(
  { sessions, reading }: Transcript,
  line: number,
): { readonly placed: PlacedSession; readonly line: number } | undefined {
  const begun = countBefore(sessions, line + 1)
  // Where sessions run side by side, one that began earlier may go on behind the beginning of another.
  const first = reading.dialect.id ? 0 : Math.max(0, begun - 1)
  for (let index = begun - 1; index >= first; index--) {
    const placed = sessions[index]
    const own = placed && lineInSession(placed, line)
    if (placed && own !== undefined) return { placed, line: own }
  }
  return undefined
}
