import type { LocationLink, Position, Range } from 'vscode-languageserver-types'
import { lineInText } from '../transcript/placedSession.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { linesBetween } from './navigation/lineRanges.ts'
import { type NameFound, nameAt, occurrencesIn, rangeOfOccurrence } from './navigation/nameAt.ts'
import { type Occurrence, searchFor } from './navigation/occurrences.ts'
import { replyOrigin, sentBehind, sentOrigin } from './navigation/origins.ts'
import { placeIn, type SessionPlace } from './navigation/sessionPlace.ts'

/** The first place among some: one where a command uses the name, if there is such. */
function firstUse(places: readonly Occurrence[]): Occurrence | undefined {
  return places.find(({ record }) => record?.kind === 'command') ?? places[0]
}

/** Where a name is used first: in the session, or, where no command of it uses the name, in the text. */
function definitionOfName(
  transcript: Transcript,
  { name }: NameFound,
  place: SessionPlace | null,
): Range | null {
  const here = place ? firstUse(searchFor(name).in(place.session)) : undefined
  if (place && here?.record?.kind === 'command') {
    return rangeOfOccurrence({ ...here, line: lineInText(place.placed, here.line) })
  }
  const anywhere = firstUse(occurrencesIn(transcript.reading, name))
  return anywhere ? rangeOfOccurrence(anywhere) : null
}

/** The lines that the place stands for as a whole: those of its reply, or of what was sent. */
function ownRange({ placed, exchange, reply }: SessionPlace): Range | null {
  if (reply) return replyOrigin(placed, reply).range
  return exchange && sentOrigin(placed, exchange).range
}

/**
 * What a place goes back to: a reply to its command, the reply behind a message to the message, mail data to DATA or
 * BDAT, an answer to a challenge to its AUTH, a name to the command that uses it first. A command is its own.
 */
export function definitionAt(uri: string, transcript: Transcript, position: Position): LocationLink | null {
  const place = placeIn(transcript, position)
  const found = nameAt(transcript.reading, position)
  if (found) {
    const range = definitionOfName(transcript, found, place)
    const line = range?.start.line ?? 0
    return (
      range && {
        originSelectionRange: found.range,
        targetUri: uri,
        targetRange: { start: { line, character: 0 }, end: range.end },
        targetSelectionRange: range,
      }
    )
  }
  const sent = place && sentBehind(place)
  if (!place || !sent) return null
  const { range, selection } = sentOrigin(place.placed, sent)
  const isOwn = sent === place.exchange && !place.reply
  const own = isOwn ? linesBetween(place.placed, place.line, place.line) : ownRange(place)
  return {
    ...(own && { originSelectionRange: own }),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: selection,
  }
}
