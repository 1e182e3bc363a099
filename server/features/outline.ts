import * as l10n from '@vscode/l10n'
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types'
import { endOfExchange } from '../transcript/exchangeLines.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { Exchange, Span } from '../transcript/session.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { linesBetween, wholeText } from './navigation/lineRanges.ts'
import { outlineSize } from './navigation/outlineSize.ts'
import { repliesInShort } from './navigation/repliesInShort.ts'
import { endOfPart, partsOf, type SessionPart } from './navigation/sessionParts.ts'
import { type Outcome, outcomesOf } from './outcomes.ts'
import { decisiveOutcome, outcomeReason, outcomeWithCodes, sessionName } from './outcomeText.ts'
import { rangeOf } from './ranges.ts'

/** So many symbols an outline has at most; an editor takes its time with more. */
const outlineLimit = 5000

/** So many where one more says what is left out. */
const symbolsShown = outlineLimit - 1

/** How deep an outline goes. */
export type OutlineDepth = 'commands' | 'transactions' | 'sessions'

function spanOf({ unit, line }: Exchange): Span {
  if (unit.kind === 'command' || unit.kind === 'auth-response') return unit.textSpan
  return { line, start: 0, end: 0 }
}

function nameOf({ unit }: Exchange): string {
  switch (unit.kind) {
    case 'command':
      return unit.text === '' ? l10n.t`(empty line)` : unit.text
    case 'auth-response':
      return l10n.t`answer to the challenge`
    case 'tls':
      return l10n.t`TLS handshake`
    case 'message':
      return l10n.t`message`
    case 'chunk':
      return l10n.t`chunk`
  }
}

function exchangeSymbol(placed: PlacedSession, exchange: Exchange): DocumentSymbol {
  return {
    name: nameOf(exchange),
    detail: repliesInShort(exchange),
    kind: exchange.unit.kind === 'message' ? SymbolKind.String : SymbolKind.Method,
    range: linesBetween(placed, exchange.line, endOfExchange(exchange)),
    selectionRange: rangeOf(spanOf(exchange), placed),
  }
}

/** An outcome in the detail of a symbol: how, where, by which code, and why, which takes longest to find out. */
function outcomeDetail(placed: PlacedSession, outcome: Outcome | undefined, isShort: boolean): string {
  if (!outcome) return ''
  const reason = isShort ? null : outcomeReason(placed, outcome)
  const told = outcomeWithCodes(placed, outcome) ?? ''
  return reason === null ? told : `${told}: ${reason}`
}

/** A transaction as a symbol, with or without its commands. */
function transactionSymbol(
  placed: PlacedSession,
  part: SessionPart,
  outcome: Outcome | undefined,
  children: DocumentSymbol[],
): DocumentSymbol[] {
  const [first] = part.exchanges
  if (!first) return []
  return [
    {
      name: nameOf(first),
      detail: outcomeDetail(placed, outcome, false),
      kind: SymbolKind.Class,
      range: linesBetween(placed, first.line, endOfPart(part)),
      selectionRange: rangeOf(spanOf(first), placed),
      ...(children.length > 0 && { children }),
    },
  ]
}

function partSymbols(placed: PlacedSession, depth: OutlineDepth): DocumentSymbol[] {
  if (depth === 'sessions') return []
  const outcomes = outcomesOf(placed.session)
  return partsOf(placed.session).flatMap(part => {
    const { exchanges, transaction } = part
    const children = depth === 'commands' ? exchanges.map(exchange => exchangeSymbol(placed, exchange)) : []
    return transaction === null ? children : transactionSymbol(placed, part, outcomes[transaction], children)
  })
}

/**
 * A session in the outline of its transcript, with how it came out; in it, as far as `depth` goes, its transactions
 * likewise, and their commands with what they got.
 *
 * @param index its place among all, from 0
 */
export function sessionSymbolTo(depth: OutlineDepth, placed: PlacedSession, index: number): DocumentSymbol {
  const first = lineInText(placed, 0)
  const length = placed.session.texts[0]?.length ?? 0
  return {
    name: sessionName(placed, index + 1),
    detail: outcomeDetail(placed, decisiveOutcome(placed), depth === 'sessions'),
    kind: SymbolKind.Module,
    range: linesBetween(placed, 0, placed.lineCount - 1),
    selectionRange: { start: { line: first, character: 0 }, end: { line: first, character: length } },
    children: partSymbols(placed, depth),
  }
}

/** A session in the outline with everything in it; `index` is its place among all, from 0. */
export function sessionSymbol(placed: PlacedSession, index: number): DocumentSymbol {
  return sessionSymbolTo('commands', placed, index)
}

/** As deep as the limit allows. */
function depthOf(sessions: readonly PlacedSession[]): OutlineDepth {
  let transactions = sessions.length
  let commands = sessions.length
  for (const placed of sessions) {
    const size = outlineSize(placed)
    transactions += size.transactions
    commands += size.transactions + size.exchanges
    if (transactions > symbolsShown) return 'sessions'
  }
  return commands > outlineLimit ? 'transactions' : 'commands'
}

/** As many sessions as the limit allows, those that failed first; in order. */
function chosen(isFailed: readonly boolean[]): number[] {
  const all = isFailed.map((_, index) => index)
  const failed = all.filter(index => isFailed[index])
  const others = all.filter(index => !isFailed[index])
  return [...failed, ...others].slice(0, symbolsShown).toSorted((a, b) => a - b)
}

/** What of a transcript is in its outline: how deep it goes, and which sessions. */
export interface OutlineView {
  readonly depth: OutlineDepth
  /** The places of the sessions among all, from 0, in order. */
  readonly sessions: readonly number[]
}

/** Whether there are so many sessions that it has to be asked which of them failed. */
export function needsChoice({ sessions }: Transcript): boolean {
  return sessions.length > symbolsShown
}

/**
 * What of a transcript its outline has, so that it stays within the limit: everything, or no commands, or nothing but
 * sessions, those that failed first.
 *
 * @param isFailed of each session whether it failed, where `needsChoice`
 */
export function outlineView(transcript: Transcript, isFailed: readonly boolean[]): OutlineView {
  const { sessions } = transcript
  if (needsChoice(transcript)) return { depth: 'sessions', sessions: chosen(isFailed) }
  return { depth: depthOf(sessions), sessions: sessions.map((_, index) => index) }
}

/** A last symbol that says what an outline leaves out; none where it is complete. */
export function leftOutSymbols(transcript: Transcript, { depth, sessions }: OutlineView): DocumentSymbol[] {
  if (depth === 'commands') return []
  const left = transcript.sessions.length - sessions.length
  const { end } = wholeText(transcript.reading)
  const range = { start: end, end }
  const detail =
    depth === 'transactions'
      ? l10n.t`the commands: this text is too long to list them`
      : l10n.t`transactions and commands: this text is too long to list them`
  return [
    {
      name: left === 0 ? l10n.t`Left out` : l10n.t`Left out: ${left} more sessions`,
      detail,
      kind: SymbolKind.Null,
      range,
      selectionRange: range,
    },
  ]
}
