import { buildSession } from './buildSession.ts'
import { countWhile } from './countWhile.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { LineRecords } from './lineRecord.ts'
import type { Damage, Edit } from './lines.ts'
import { type Reading, readText, type StreamId, updateReading } from './reading.ts'
import type { Session } from './session.ts'

/** A session in its text. */
export interface PlacedSession {
  /** The line of the text, from 0, that the session begins on. */
  readonly startLine: number
  /** The number of its own lines, to its last that is not blank or a comment. */
  readonly lineCount: number
  /** Its own lines in the text, where lines of other sessions stand between them; null where it has the text to itself. */
  readonly lines: readonly number[] | null
  /** The tool's own id of the session; null where it prints none. */
  readonly id: StreamId
  readonly session: Session
}

/** A text that was read as a transcript. */
export interface Transcript {
  readonly reading: Reading
  /** In the order of their first lines. */
  readonly sessions: readonly PlacedSession[]
}

/** The line of the text, from 0, that is a session's line `line`; behind its last: the line behind that. */
export function lineInText({ startLine, lineCount, lines }: PlacedSession, line: number): number {
  if (!lines) return startLine + line
  return line < lineCount ? (lines[line] ?? startLine) : (lines.at(-1) ?? startLine) + 1 + line - lineCount
}

/** Which of a session's lines is line `line` of the text; undefined for lines of others. */
export function lineInSession(
  { startLine, lineCount, lines }: PlacedSession,
  line: number,
): number | undefined {
  if (!lines) return line >= startLine && line < startLine + lineCount ? line - startLine : undefined
  const own = countWhile(lines.length, index => (lines[index] ?? line) < line)
  return lines[own] === line ? own : undefined
}

/** The line of the text that a session ends on, from 0. */
export function lastLineOf(placed: PlacedSession): number {
  return lineInText(placed, placed.lineCount - 1)
}

/** Whether a line is blank or a comment: at the end of a session it is none of its own. */
export function isTrailing(records: LineRecords | undefined): boolean {
  return records?.every(({ kind }) => kind === 'blank' || kind === 'comment') === true
}

/** Whether a session begins with a line. */
export function opensSession(records: LineRecords | undefined): boolean {
  if (!records) return false
  for (const record of records) if (record.opens) return true
  return false
}

function nextOpeningLine(records: readonly LineRecords[], from: number): number {
  for (let line = from; line < records.length; line++) if (opensSession(records[line])) return line
  return records.length
}

/** Puts one session together from its lines; undefined where nobody speaks on them. */
function placeSession(reading: Reading, id: StreamId, own: readonly number[]): PlacedSession | undefined {
  const { records, states, lines: text } = reading
  let count = own.length
  while (count > 1 && isTrailing(records[own[count - 1] ?? 0])) count -= 1
  const lines = own.slice(0, count)
  const [startLine = 0] = lines
  const isContiguous = (lines.at(-1) ?? 0) - startLine === count - 1
  const of = <T>(all: readonly T[]): T[] => {
    if (isContiguous) return all.slice(startLine, startLine + count)
    return lines.flatMap(line => {
      const item = all[line]
      return item === undefined ? [] : [item]
    })
  }
  const session = buildSession(
    { texts: of(text.texts), ends: of(text.ends) },
    of(records),
    of(states),
    reading.dialect,
  )
  return session && { startLine, lineCount: count, lines: isContiguous ? null : lines, id, session }
}

/** The lines of each session that begins from line `from` up to line `to`; lines in front of all sessions are of none. */
function sessionLines(reading: Reading, from: number, to: number): { id: StreamId; lines: number[] }[] {
  const { records, streams } = reading
  const sessions: { id: StreamId; lines: number[] }[] = []
  const open = new Map<StreamId, number[]>()
  for (let line = from; line < to; line++) {
    const id = streams[line] ?? null
    if (opensSession(records[line])) {
      const lines = [line]
      open.set(id, lines)
      sessions.push({ id, lines })
    } else {
      open.get(id)?.push(line)
    }
  }
  return sessions
}

function placeSessions(reading: Reading, from: number, to: number): PlacedSession[] {
  return sessionLines(reading, from, to).flatMap(({ id, lines }) => placeSession(reading, id, lines) ?? [])
}

/** Reads a text as a transcript. Any text can be read. With `dialect` null, detects it. */
export function readTranscript(text: string, dialect: Dialect | null = null): Transcript {
  const reading = readText(text, dialect)
  return { reading, sessions: placeSessions(reading, 0, reading.records.length) }
}

/** A session with its place after lines in front of it came or went. */
function shifted(placed: PlacedSession, shift: number): PlacedSession {
  if (shift === 0) return placed
  const lines = placed.lines?.map(line => line + shift) ?? null
  return { ...placed, startLine: placed.startLine + shift, lines }
}

/** Whether a session ends before `line`: the next one opens there or earlier. */
function isWhollyBefore(transcript: Transcript, placed: PlacedSession, line: number): boolean {
  return nextOpeningLine(transcript.reading.records, placed.startLine + 1) < line
}

/** How many sessions end before `line`: they are in order, so that few have to be looked at. */
function countWhollyBefore(transcript: Transcript, line: number): number {
  const { sessions } = transcript
  const begun = countWhile(sessions.length, index => (sessions[index]?.startLine ?? line) < line)
  for (let count = begun; count > 0; count--) {
    const placed = sessions[count - 1]
    if (placed && isWhollyBefore(transcript, placed, line)) return count
  }
  return 0
}

/** After an edit, where each session has its lines to itself: what stands between those that the edit did not touch. */
function updateOneAfterTheOther(transcript: Transcript, reading: Reading, reread: Damage): PlacedSession[] {
  const rereadEnd = reread.start + reread.inserted
  const shift = reread.inserted - reread.removed
  const before = transcript.sessions.slice(0, countWhollyBefore(transcript, reread.start))
  const nextOpening = nextOpeningLine(reading.records, rereadEnd)
  const firstBehind = transcript.sessions.findIndex(
    placed => placed.startLine + shift >= nextOpening && placed.startLine >= reread.start + reread.removed,
  )
  const kept = firstBehind < 0 ? [] : transcript.sessions.slice(firstBehind)
  const behind = shift === 0 ? kept : kept.map(placed => shifted(placed, shift))
  const lastBefore = before.at(-1)
  const from = lastBefore ? nextOpeningLine(reading.records, lastBefore.startLine + 1) : 0
  const between = from < nextOpening ? placeSessions(reading, from, nextOpening) : []
  return [...before, ...between, ...behind]
}

/** After an edit, where sessions may be interleaved: a session of which no line was read again stays what it was. */
function updateInterleaved(transcript: Transcript, reading: Reading, reread: Damage): PlacedSession[] {
  const shift = reread.inserted - reread.removed
  const rereadEnd = reread.start + reread.inserted
  const isBefore = (line: number) => line < reread.start
  const isUntouched = (lines: readonly number[]) => lines.every(line => isBefore(line) || line >= rereadEnd)
  const known = new Map(transcript.sessions.map(placed => [placed.startLine, placed]))
  return sessionLines(reading, 0, reading.records.length).flatMap(({ id, lines }) => {
    const [start = 0] = lines
    const same = isUntouched(lines) ? known.get(isBefore(start) ? start : start - shift) : undefined
    const then = same && Array.from({ length: same.lineCount }, (_, line) => lineInText(same, line))
    const isSame = then?.every((line, index) => lines[index] === (isBefore(line) ? line : line + shift))
    const placed = same && isSame && sameEnd(reading, lines, same) ? same : undefined
    if (!placed) return placeSession(reading, id, lines) ?? []
    const own = lines.slice(0, placed.lineCount)
    const isContiguous = (own.at(-1) ?? start) - start === own.length - 1
    return { ...placed, id, startLine: start, lines: isContiguous ? null : own }
  })
}

/** Whether nothing but blank lines and comments has come behind the end of a session that was known. */
function sameEnd({ records }: Reading, lines: readonly number[], { lineCount }: PlacedSession): boolean {
  return lines.slice(lineCount).every(line => isTrailing(records[line]))
}

/**
 * The transcript after edits, each made to the result of the one before. Sessions that the edits did not touch are
 * the same objects as before, so that whatever was worked out of them still holds.
 */
export function updateTranscript(transcript: Transcript, edits: readonly Edit[]): Transcript {
  const { reading, reread } = updateReading(transcript.reading, edits)
  const isInterleaved = reading.dialect.id !== undefined || transcript.reading.dialect.id !== undefined
  const update = isInterleaved ? updateInterleaved : updateOneAfterTheOther
  return { reading, sessions: update(transcript, reading, reread) }
}

/** The session that line `line` of the text is in. */
export function sessionAt(transcript: Transcript, line: number): PlacedSession | undefined {
  return transcript.sessions.find(placed => lineInSession(placed, line) !== undefined)
}
