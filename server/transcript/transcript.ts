import { buildSession } from './buildSession.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { LineRecord } from './lineRecord.ts'
import type { Edit } from './lines.ts'
import { type Reading, readText, updateReading } from './reading.ts'
import type { Session } from './session.ts'

/** A session in its text. */
export interface PlacedSession {
  /** The line of the text, from 0, that the session begins on. */
  readonly startLine: number
  /** The number of its lines, to its last that is not blank or a comment. */
  readonly lineCount: number
  readonly session: Session
}

/** A text that was read as a transcript. */
export interface Transcript {
  readonly reading: Reading
  readonly sessions: readonly PlacedSession[]
}

function isTrailing(record: LineRecord): boolean {
  return record.kind === 'blank' || record.kind === 'comment'
}

/** The lines on which sessions begin, from line `from` up to line `to`. */
function openingLines(records: readonly LineRecord[], from: number, to: number): number[] {
  const opening: number[] = []
  for (let line = from; line < to; line++) if (records[line]?.opens) opening.push(line)
  return opening
}

function placeSessions(reading: Reading, from: number, to: number): PlacedSession[] {
  const { records, states, lines } = reading
  const opening = openingLines(records, from, to)
  const placed: PlacedSession[] = []
  for (const [index, startLine] of opening.entries()) {
    let end = opening[index + 1] ?? to
    for (let last = records[end - 1]; end > startLine && last && isTrailing(last); last = records[end - 1])
      end -= 1
    const session = buildSession(
      lines.texts.slice(startLine, end),
      records.slice(startLine, end),
      states.slice(startLine, end),
    )
    if (session) placed.push({ startLine, lineCount: end - startLine, session })
  }
  return placed
}

/** Reads a text as a transcript. Any text can be read. With `dialect` null, detects it. */
export function readTranscript(text: string, dialect: Dialect | null = null): Transcript {
  const reading = readText(text, dialect)
  return { reading, sessions: placeSessions(reading, 0, reading.records.length) }
}

/**
 * The transcript after edits, each made to the result of the one before. Sessions that the edits did not touch are
 * the same objects as before, so that whatever was worked out of them still holds.
 */
export function updateTranscript(transcript: Transcript, edits: readonly Edit[]): Transcript {
  const { reading, reread } = updateReading(transcript.reading, edits)
  const rereadEnd = reread.start + reread.inserted
  const shift = reread.inserted - reread.removed
  const before = transcript.sessions.filter(placed => isWhollyBefore(transcript, placed, reread.start))
  const nextOpening = nextOpeningLine(reading.records, rereadEnd)
  const behind = transcript.sessions
    .filter(
      placed => placed.startLine + shift >= nextOpening && placed.startLine >= reread.start + reread.removed,
    )
    .map(placed => ({ ...placed, startLine: placed.startLine + shift }))
  const lastBefore = before.at(-1)
  const from = lastBefore ? nextOpeningLine(reading.records, lastBefore.startLine + 1) : 0
  const between = from < nextOpening ? placeSessions(reading, from, nextOpening) : []
  return { reading, sessions: [...before, ...between, ...behind] }
}

/** Whether a session ends before `line`: the next one opens there or earlier. */
function isWhollyBefore(transcript: Transcript, placed: PlacedSession, line: number): boolean {
  const next = nextOpeningLine(transcript.reading.records, placed.startLine + 1)
  return next < line
}

function nextOpeningLine(records: readonly LineRecord[], from: number): number {
  for (let line = from; line < records.length; line++) if (records[line]?.opens) return line
  return records.length
}

/** The session that line `line` of the text is in. */
export function sessionAt(transcript: Transcript, line: number): PlacedSession | undefined {
  return transcript.sessions.find(
    placed => line >= placed.startLine && line < placed.startLine + placed.lineCount,
  )
}
