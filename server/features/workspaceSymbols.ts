import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types'
import type { LineRecord } from '../transcript/lineRecord.ts'
import { parsePathCommand } from '../transcript/pathCommand.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import { columnOf, payloadOf } from '../transcript/stretch.ts'
import { linesBetween } from './navigation/lineRanges.ts'
import { repliesInShort } from './navigation/repliesInShort.ts'
import { decisiveOutcome, outcomeWithCodes, sessionName } from './outcomeText.ts'

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

function sessionSymbolOf(uri: string, placed: PlacedSession, index: number): SymbolInformation {
  const outcome = outcomeWithCodes(placed, decisiveOutcome(placed))
  return {
    name: sessionName(placed, index + 1),
    kind: SymbolKind.Module,
    location: { uri, range: linesBetween(placed, 0, placed.lineCount - 1) },
    ...(outcome !== null && { containerName: outcome }),
  }
}

const isPathCommand = /^\s*(?:MAIL|RCPT)\s/i

/** Whether a line may hold MAIL or RCPT, by the first character of what is said: one of their letters, or white space. */
function mayBePathCommand(text: string, { kind, start }: LineRecord): boolean {
  if (kind !== 'command') return false
  const lower = text.charCodeAt(start) | 0x20
  return lower === 0x6d || lower === 0x72 || lower <= 0x29
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
  const session = sessionName(placed, index + 1)
  const at = lineInText(placed, line)
  return {
    name: said,
    kind: SymbolKind.Field,
    location: { uri, range: { start: { line: at, character: start }, end: { line: at, character: end } } },
    containerName: outcome === '' ? session : `${outcome} · ${session}`,
  }
}

/** A search for symbols, which looks into one session after the other. */
export interface SymbolSearch {
  /**
   * Looks into a session; `index` is its place among all of its document, from 0.
   *
   * @returns whether enough has been found, so that it need not go on
   */
  readonly look: (uri: string, placed: PlacedSession, index: number) => boolean
  /** What fits, at most `symbolsFound`: where the query stands as it is, and behind that where its letters do in order. */
  readonly found: () => SymbolInformation[]
}

/** Begins to look for sessions, senders and recipients in whose names a query stands; for an empty one for sessions. */
export function searchSymbols(query: string): SymbolSearch {
  const asked = query.trim().toLowerCase()
  const close: (() => SymbolInformation)[] = []
  const loose: (() => SymbolInformation)[] = []
  function offer(name: string, make: () => SymbolInformation): void {
    const lower = name.toLowerCase()
    if (lower.includes(asked)) close.push(make)
    else if (loose.length < symbolsFound && fits(lower, asked)) loose.push(make)
  }
  return {
    look(uri, placed, index) {
      offer(sessionName(placed, index + 1), () => sessionSymbolOf(uri, placed, index))
      if (asked === '') return close.length >= symbolsFound
      const { texts, records } = placed.body.lines
      for (let line = 0; line < placed.lineCount && close.length < symbolsFound; line++) {
        const text = texts[line] ?? ''
        for (const record of records[line] ?? []) {
          if (!mayBePathCommand(text, record) || !fits(text.toLowerCase(), asked)) continue
          const path = pathLineOf(text, record)
          if (path) offer(path.said, () => addressSymbolOf(uri, { ...path, placed, index, line }))
        }
      }
      return close.length >= symbolsFound
    },
    found: () => [...close, ...loose].slice(0, symbolsFound).map(make => make()),
  }
}
