import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types'
import { lineInText } from '../transcript/placedSession.ts'
import { lineOf } from '../transcript/reading.ts'
import type { Reply, Span } from '../transcript/session.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { nameAt, rangeOfOccurrence } from './navigation/nameAt.ts'
import { type Occurrence, searchFor } from './navigation/occurrences.ts'
import { placeIn, type SessionPlace } from './navigation/sessionPlace.ts'
import { rangeOf } from './ranges.ts'

/** So many lines to each side of the place are looked at: more of one session than anybody sees at once. */
const linesLookedAt = 5000

/** A command uses a name; elsewhere it is only named. */
function kindOf({ record }: Occurrence): DocumentHighlightKind {
  return record?.kind === 'command' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read
}

function codesOf(replies: readonly Reply[]): Span[] {
  return replies.flatMap(({ codeSpans }) => codeSpans)
}

/** What the client sent: the verb of a command, the final dot of a message; nothing in the middle of mail data. */
function sentSpans({ exchange, reply, session, line }: SessionPlace): Span[] | null {
  if (!exchange) return []
  const { unit } = exchange
  switch (unit.kind) {
    case 'command':
      return [unit.verbSpan]
    case 'auth-response':
      return unit.elided ? [] : [unit.textSpan]
    case 'tls':
      return []
    case 'message':
    case 'chunk': {
      const isDot = unit.kind === 'message' && unit.terminated
      if (!reply && !(isDot && line === unit.lastLine)) return null
      if (!isDot) return []
      const record = session.records[unit.lastLine]?.find(({ kind }) => kind === 'end-of-data')
      const end = (session.texts[unit.lastLine] ?? '').length - (record?.tail ?? 0)
      return record ? [{ line: unit.lastLine, start: record.start, end: Math.max(record.start, end) }] : []
    }
  }
}

function exchangeHighlights(place: SessionPlace): DocumentHighlight[] | null {
  const { exchange, reply, placed } = place
  if (!exchange && !reply) return null
  const sent = sentSpans(place)
  if (!sent) return null
  const replies = exchange?.replies ?? (reply ? [reply] : [])
  return [...sent, ...codesOf(replies)].map(span => ({
    range: rangeOf(span, placed),
    kind: DocumentHighlightKind.Text,
  }))
}

/**
 * What lights up where somebody points: a name with its other places in the session, those where a command uses it as
 * written to; or else a command with its replies. Null where nothing belongs to the place, as within mail data.
 */
export function highlightsAt(transcript: Transcript, position: Position): DocumentHighlight[] | null {
  const found = nameAt(transcript.reading, position)
  const place = placeIn(transcript, position)
  if (!found) return place && exchangeHighlights(place)
  const search = searchFor(found.name)
  if (place) {
    const { session, line } = place
    const to = Math.min(session.texts.length, line + linesLookedAt)
    return search.in(session, Math.max(0, line - linesLookedAt), to).map(one => ({
      range: rangeOfOccurrence({ ...one, line: lineInText(place.placed, one.line) }),
      kind: kindOf(one),
    }))
  }
  const line = lineOf(transcript.reading, position.line)
  const alone = line ? search.on({ texts: [line.text], records: [line.records] }, 0) : []
  return alone.map(one => ({
    range: rangeOfOccurrence({ ...one, line: position.line }),
    kind: DocumentHighlightKind.Text,
  }))
}
