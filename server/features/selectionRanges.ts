import type { Position, Range, SelectionRange } from 'vscode-languageserver-types'
import { endOfExchange, endOfReply } from '../transcript/exchangeLines.ts'
import { lineOf } from '../transcript/reading.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { partsAround } from './navigation/lineParts.ts'
import {
  comparePositions,
  isWithin,
  linesBetween,
  nearestPosition,
  wholeText,
} from './navigation/lineRanges.ts'
import { endOfPart, partsOf } from './navigation/sessionParts.ts'
import { placeIn, type SessionPlace } from './navigation/sessionPlace.ts'

function wordRanges({ reading }: Transcript, { line, character }: Position): Range[] {
  const found = lineOf(reading, line)
  if (!found) return []
  const parts = partsAround(found.text, found.records, character)
  return parts
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))
    .map(({ start, end }) => ({ start: { line, character: start }, end: { line, character: end } }))
}

/** What stands there with all its lines, its exchange, its transaction, the session. */
function sessionRanges({ placed, session, exchange, reply }: SessionPlace): Range[] {
  const lines: [first: number, last: number][] = []
  if (reply) lines.push([reply.line, endOfReply(reply)])
  if (exchange) {
    const { unit, line } = exchange
    if (!reply && (unit.kind === 'message' || unit.kind === 'chunk'))
      lines.push([unit.firstLine, unit.lastLine])
    lines.push([line, endOfExchange(exchange)])
    const part = partsOf(session).find(({ exchanges }) => (exchanges.at(-1)?.index ?? 0) >= exchange.index)
    if (part) lines.push([part.exchanges[0]?.line ?? line, endOfPart(part)])
  }
  lines.push([0, placed.lineCount - 1])
  return lines.map(([first, last]) => linesBetween(placed, first, last))
}

function selectionRangeAt(transcript: Transcript, position: Position): SelectionRange {
  const at = nearestPosition(transcript.reading, position)
  const place = placeIn(transcript, at)
  const candidates = [...wordRanges(transcript, at), ...(place ? sessionRanges(place) : [])]
  const chain: Range[] = []
  for (const range of [...candidates, wholeText(transcript.reading)]) {
    const inner = chain.at(-1)
    const isNext = inner
      ? isWithin(inner, range) && !isWithin(range, inner)
      : comparePositions(range.start, at) <= 0
    if (isNext) chain.push(range)
  }
  return (
    chain.reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent ? { range, parent } : { range }),
      undefined,
    ) ?? { range: { start: at, end: at } }
  )
}

/**
 * For each position what "Expand Selection" selects there, from the word to the whole text: the argument or parameter,
 * the command or the lines of the reply, the exchange, the transaction, the session.
 */
export function selectionRangesAt(transcript: Transcript, positions: readonly Position[]): SelectionRange[] {
  return positions.map(position => selectionRangeAt(transcript, position))
}
