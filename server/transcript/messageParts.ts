import { octetsOf } from './octets.ts'
import type { ContentUnit } from './session.ts'

/** Mail data or a chunk that is being put together from its lines. */
export interface ContentDraft {
  readonly kind: ContentUnit['kind']
  readonly firstLine: number
  lastLine: number
  lines: number
  octets: number
  terminated: boolean
  /** The octets that there can be at most: the line end behind the last may not belong to a chunk. */
  readonly limit: number
}

/** Begins mail data or a chunk at its first line. `limit` is in octets. */
export function beginContent(
  kind: ContentUnit['kind'],
  line: number,
  limit = Number.POSITIVE_INFINITY,
): ContentDraft {
  return { kind, firstLine: line, lastLine: line, lines: 0, octets: 0, terminated: false, limit }
}

/** Adds a line. Mail data are `stuffed` where a dot of their own has another in front of it (RFC 5321 section 4.5.2). */
export function addContentLine(draft: ContentDraft, line: number, payload: string, stuffed: boolean): void {
  const isStuffed = stuffed && draft.kind === 'message' && payload.startsWith('.')
  draft.lines += 1
  draft.octets += octetsOf(isStuffed ? payload.slice(1) : payload) + 2
  draft.lastLine = line
}

/** The final dot, which is no line of the message. */
export function terminate(draft: ContentDraft, line: number): void {
  draft.lastLine = line
  draft.terminated = true
}

/** What looked like the final dot was a line of the message. */
export function goOn(draft: ContentDraft): void {
  draft.terminated = false
  addContentLine(draft, draft.lastLine, '.', false)
}

/** The content as far as it has come; `elided` where the tool does not print it. */
export function contentUnit(draft: ContentDraft, elided = false): ContentUnit {
  const { kind, lines, octets, firstLine, lastLine, terminated, limit } = draft
  return { kind, lines, octets: Math.min(octets, limit), elided, firstLine, lastLine, terminated }
}
