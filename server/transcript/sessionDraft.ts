import type { StreamId } from './block.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { LineRecords } from './lineRecord.ts'
import type { LineEnd } from './lines.ts'
import { apart, type PlacedSession, place } from './placedSession.ts'
import type { ReaderState } from './readerState.ts'
import { bodyOf, keepSession } from './sessionBody.ts'

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
  const body = bodyOf({ texts, ends, records, states }, dialect)
  if (!body) return undefined
  keepSession(body)
  return place(body, startLine, id, numbers && apart(numbers.slice(0, body.count)))
}
