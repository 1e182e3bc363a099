import type { Location, Position, Range } from 'vscode-languageserver-types'
import { transactionOf } from '../transcript/history.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import { recipientFates } from '../transcript/recipientFates.ts'
import type { Exchange, Reply, Session } from '../transcript/session.ts'
import { sessionAt, type Transcript } from '../transcript/transcript.ts'
import { comparePositions } from './navigation/lineRanges.ts'
import { nameAt, occurrencesIn, rangeOfOccurrence } from './navigation/nameAt.ts'
import type { Occurrence } from './navigation/occurrences.ts'
import { replyOrigin, sentBehind, sentOrigin } from './navigation/origins.ts'
import { placeIn, type SessionPlace } from './navigation/sessionPlace.ts'

/** So many places of a name are listed; more would nobody look at. */
export const placesListed = 5000

/** So many of them are asked what became of the address. */
const outcomesListed = 500

/** What became of the address that a MAIL or RCPT names: its reply, and for a recipient the reply to the message. */
function outcomesOf(session: Session, exchange: Exchange): Reply[] {
  const { unit, replies } = exchange
  if (unit.kind !== 'command' || (unit.verb !== 'MAIL' && unit.verb !== 'RCPT')) return []
  const transaction = unit.verb === 'RCPT' ? transactionOf(session, exchange) : undefined
  const fate = transaction && recipientFates(transaction).find(one => one.recipient === exchange)
  return fate?.reply && !replies.includes(fate.reply) ? [...replies, fate.reply] : [...replies]
}

function outcomeRanges(placed: PlacedSession, line: number): Range[] {
  const { session } = placed
  const exchange = session.exchanges.find(one => one.line === line)
  if (!exchange) return []
  return outcomesOf(session, exchange).map(reply => replyOrigin(placed, reply).selection)
}

/** The replies that tell what became of an address, those that do not name it themselves. */
function outcomesBeside(transcript: Transcript, places: readonly Occurrence[]): Range[] {
  const named = new Set(places.map(({ line }) => line))
  const uses = places.filter(({ record }) => record?.kind === 'command').slice(0, outcomesListed)
  const told = uses.flatMap(({ line }) => {
    const found = sessionAt(transcript, line)
    return found ? outcomeRanges(found.placed, found.line) : []
  })
  const seen = new Set<number>()
  return told.filter(({ start }) => {
    if (named.has(start.line) || seen.has(start.line)) return false
    seen.add(start.line)
    return true
  })
}

function exchangeRanges(place: SessionPlace, isWithDeclaration: boolean): Range[] {
  const sent = sentBehind(place)
  const { placed, exchange, reply } = place
  const replies = exchange?.replies ?? (reply ? [reply] : [])
  const own = sent && isWithDeclaration ? [sentOrigin(placed, sent).selection] : []
  const content =
    exchange && exchange !== sent && exchange.unit.kind !== 'auth-response'
      ? [sentOrigin(placed, exchange).selection]
      : []
  return [...own, ...content, ...replies.map(one => replyOrigin(placed, one).selection)]
}

/**
 * Where somebody points at an address, a domain or a host: all its places in the text, and of an address the replies that
 * tell what became of it; at most `placesListed`. Elsewhere: a command with its replies.
 *
 * @param includeDeclaration with the command itself, or the first place of the name
 */
export function referencesAt(
  uri: string,
  transcript: Transcript,
  position: Position,
  includeDeclaration: boolean,
): Location[] {
  const found = nameAt(transcript.reading, position)
  if (!found) {
    const place = placeIn(transcript, position)
    const ranges = place ? exchangeRanges(place, includeDeclaration) : []
    return ranges.map(range => ({ uri, range }))
  }
  const places = occurrencesIn(transcript.reading, found.name, placesListed)
  const outcomes = found.name.kind === 'address' ? outcomesBeside(transcript, places) : []
  const first = places.find(({ record }) => record?.kind === 'command') ?? places[0]
  const listed = includeDeclaration ? places : places.filter(one => one !== first)
  return [...listed.map(rangeOfOccurrence), ...outcomes]
    .toSorted((a, b) => comparePositions(a.start, b.start))
    .slice(0, placesListed)
    .map(range => ({ uri, range }))
}
