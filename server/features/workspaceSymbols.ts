import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types'
import type { LineRecord } from '../transcript/lineRecord.ts'
import { parsePathCommand } from '../transcript/pathCommand.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import { columnOf, payloadOf } from '../transcript/stretch.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { linesBetween } from './navigation/lineRanges.ts'
import { repliesInShort } from './navigation/repliesInShort.ts'
import { sessionName } from './navigation/sessionName.ts'
import { decisiveCodes, decisiveOutcome, outcomeWords } from './outcomeText.ts'

/** A document that is open, as a transcript. */
export interface OpenTranscript {
  readonly uri: string
  readonly transcript: Transcript
}

/** So many symbols are found at most; a longer query finds the others. */
export const symbolsFound = 500

/** Whether the letters of a query stand in a name, in their order: what an editor would find in it, too. */
function fits(name: string, query: string): boolean {
  let at = -1
  for (const character of query) {
    at = name.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return true
}

/** A symbol that fits, made when it is one of those that are given. */
interface Candidate {
  /** It holds the query as it is, which goes before letters that only stand in it in order. */
  readonly isClose: boolean
  readonly make: () => SymbolInformation
}

function sessionSymbolOf(uri: string, placed: PlacedSession, index: number): SymbolInformation {
  const outcome = decisiveOutcome(placed)
  const codes = outcome ? decisiveCodes(outcome) : ''
  const words = outcome ? outcomeWords(placed, outcome) : ''
  return {
    name: sessionName(placed, index),
    kind: SymbolKind.Module,
    location: { uri, range: linesBetween(placed, 0, placed.lineCount - 1) },
    ...(words !== '' && { containerName: codes === '' ? words : `${words} (${codes})` }),
  }
}

const isPathCommand = /^\s*(?:MAIL|RCPT)\s/i

/** Whether a line may hold MAIL or RCPT, by its first letter. */
function mayBePathCommand(text: string, record: LineRecord): boolean {
  return record.kind === 'command' && /[mr\s\\&]/i.test(text[record.start] ?? '')
}

/** The MAIL or RCPT on a line of a session, with its address. */
interface PathLine {
  readonly placed: PlacedSession
  readonly index: number
  readonly line: number
  readonly start: number
  readonly end: number
  readonly said: string
}

function pathLineOf(text: string, record: LineRecord): Omit<PathLine, 'placed' | 'index' | 'line'> | null {
  const payload = payloadOf(text, record)
  if (!isPathCommand.test(payload)) return null
  const { address, path } = parsePathCommand(payload)
  const part = address && address.text !== '' ? address : path
  if (!part) return null
  return {
    start: columnOf(text, record, part.start),
    end: columnOf(text, record, part.end),
    said: payload
      .trimStart()
      .slice(0, part.end + 1)
      .trimEnd(),
  }
}

function addressSymbolOf(
  uri: string,
  { placed, index, line, start, end, said }: PathLine,
): SymbolInformation {
  const exchange = placed.session.exchanges.find(one => one.line === line)
  const outcome = exchange ? repliesInShort(exchange) : ''
  const session = sessionName(placed, index)
  const at = lineInText(placed, line)
  return {
    name: said,
    kind: SymbolKind.Field,
    location: { uri, range: { start: { line: at, character: start }, end: { line: at, character: end } } },
    containerName: outcome === '' ? session : `${outcome} · ${session}`,
  }
}

interface Found {
  readonly close: Candidate[]
  readonly loose: Candidate[]
}

function offer({ close, loose }: Found, name: string, query: string, make: Candidate['make']): void {
  const lower = name.toLowerCase()
  if (lower.includes(query)) {
    if (close.length < symbolsFound) close.push({ isClose: true, make })
  } else if (loose.length < symbolsFound && fits(lower, query)) loose.push({ isClose: false, make })
}

function offerSession(found: Found, uri: string, placed: PlacedSession, index: number, query: string): void {
  offer(found, sessionName(placed, index), query, () => sessionSymbolOf(uri, placed, index))
  if (query === '') return
  const { texts, records } = placed.body.lines
  for (let line = 0; line < placed.lineCount; line++) {
    const text = texts[line] ?? ''
    for (const record of records[line] ?? []) {
      if (!mayBePathCommand(text, record) || !fits(text.toLowerCase(), query)) continue
      const path = pathLineOf(text, record)
      if (path) offer(found, path.said, query, () => addressSymbolOf(uri, { ...path, placed, index, line }))
    }
  }
}

/**
 * The sessions, senders and recipients of the documents that are open, with how they came out: those in whose names the
 * query stands, and behind them those that have its letters in order. At most `symbolsFound`; for an empty query sessions.
 */
export function workspaceSymbols(documents: readonly OpenTranscript[], query: string): SymbolInformation[] {
  const found: Found = { close: [], loose: [] }
  const asked = query.trim().toLowerCase()
  for (const { uri, transcript } of documents) {
    for (const [index, placed] of transcript.sessions.entries()) {
      if (found.close.length >= symbolsFound) break
      offerSession(found, uri, placed, index, asked)
    }
  }
  return [...found.close, ...found.loose].slice(0, symbolsFound).map(({ make }) => make())
}
