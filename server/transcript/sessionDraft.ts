import { buildSession } from './buildSession.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { LineRecords } from './lineRecord.ts'
import type { LineEnd } from './lines.ts'
import type { ReaderState } from './readerState.ts'
import type { StreamId } from './reading.ts'
import { isTrailing, type PlacedSession } from './transcript.ts'

/** A session of which lines may still come. */
export interface SessionDraft {
  readonly id: StreamId
  readonly startLine: number
  /** Its own lines in the text; null where nothing can stand between them. */
  readonly numbers: number[] | null
  readonly texts: string[]
  readonly ends: LineEnd[]
  readonly records: LineRecords[]
  readonly states: ReaderState[]
  /** How long its texts are together, in UTF-16 units. */
  length: number
  /** How many of its lines are of commands and replies. */
  dialogue: number
  /** Nothing more comes. */
  isComplete: boolean
  /** More may have come than is here. */
  isCut: boolean
}

/** A session without any line yet. */
export function beginDraft(id: StreamId, startLine: number, isInterleaved: boolean): SessionDraft {
  return {
    id,
    startLine,
    numbers: isInterleaved ? [] : null,
    texts: [],
    ends: [],
    records: [],
    states: [],
    length: 0,
    dialogue: 0,
    isComplete: false,
    isCut: false,
  }
}

/** Puts a session together from its lines, which become its own; undefined where nobody speaks on them. */
export function placeDraft(draft: SessionDraft, dialect: Dialect): PlacedSession | undefined {
  const { id, startLine, numbers, texts, ends, records, states } = draft
  let count = texts.length
  while (count > 1 && isTrailing(records[count - 1])) count -= 1
  for (const each of [texts, ends, records, states]) each.length = count
  const lines = numbers?.slice(0, count) ?? null
  const isContiguous = lines === null || (lines.at(-1) ?? startLine) - startLine === count - 1
  const session = buildSession({ texts, ends }, records, states, dialect)
  return session && { startLine, lineCount: count, lines: isContiguous ? null : lines, id, session }
}
