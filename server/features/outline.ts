import * as l10n from '@vscode/l10n'
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver-types'
import { endOfExchange } from '../transcript/exchangeLines.ts'
import { columnOfExchange, historyOf, isRefused } from '../transcript/history.ts'
import { lastLineOf, lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { Exchange, Session, Span } from '../transcript/session.ts'
import { type Outcome, outcomesOf } from './outcomes.ts'
import { decisiveOutcome, outcomeReason, outcomeWithCodes, sessionName } from './outcomeText.ts'
import { rangeOf } from './ranges.ts'

/** A line of a session and the lines up to another, whole. */
function linesBetween(placed: PlacedSession, first: number, last: number): Range {
  const end = Math.max(first, last)
  return {
    start: { line: lineInText(placed, first), character: 0 },
    end: { line: lineInText(placed, end), character: placed.session.texts[end]?.length ?? 0 },
  }
}

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

function detailOf(exchange: Exchange): string {
  const reply = exchange.replies.at(-1)
  if (!reply) return ''
  const codes = [reply.code, reply.enhancedCode].filter(Boolean).join(' ')
  return isRefused(exchange) ? `✗ ${codes}` : codes
}

function exchangeSymbol(placed: PlacedSession, exchange: Exchange): DocumentSymbol {
  return {
    name: nameOf(exchange),
    detail: detailOf(exchange),
    kind: exchange.unit.kind === 'message' ? SymbolKind.String : SymbolKind.Method,
    range: linesBetween(placed, exchange.line, endOfExchange(exchange)),
    selectionRange: rangeOf(spanOf(exchange), placed),
  }
}

/** An outcome in the detail of a symbol: how, where, by which code, and why. */
function outcomeDetail(placed: PlacedSession, outcome: Outcome | undefined): string {
  if (!outcome) return ''
  const reason = outcomeReason(placed, outcome)
  const told = outcomeWithCodes(placed, outcome) ?? ''
  return reason === null ? told : `${told}: ${reason}`
}

/** A part of a session: a transaction with its number from 0, or a single exchange outside of any. */
interface Part {
  readonly exchanges: Exchange[]
  readonly transaction: number | null
}

/** Whether a command that ends a transaction has a meaning of its own beside that. */
function standsOutside(exchange: Exchange): boolean {
  const column = columnOfExchange(exchange)
  return column === 'QUIT' || column === 'hello' || column === 'STARTTLS'
}

/** The exchanges of a session in order, those of a transaction together under its MAIL. */
function partsOf(session: Session): Part[] {
  const { transactions } = historyOf(session)
  const numbers = new Map(transactions.map(({ mail }, index) => [mail, index]))
  const parts: Part[] = []
  let open: Part | null = null
  for (const exchange of session.exchanges) {
    const number = numbers.get(exchange)
    const end: Exchange | null = open ? (transactions[open.transaction ?? 0]?.end ?? null) : null
    if (open && number === undefined && !(end === exchange && standsOutside(exchange))) {
      open.exchanges.push(exchange)
    } else {
      const part: Part = { exchanges: [exchange], transaction: number ?? null }
      parts.push(part)
      open = number === undefined ? null : part
    }
    if (open && transactions[open.transaction ?? 0]?.end === exchange) open = null
  }
  return parts
}

function partSymbols(placed: PlacedSession): DocumentSymbol[] {
  const outcomes = outcomesOf(placed.session)
  return partsOf(placed.session).flatMap(({ exchanges, transaction }) => {
    const children = exchanges.map(exchange => exchangeSymbol(placed, exchange))
    const [first] = exchanges
    if (transaction === null || !first) return children
    const lastLine = exchanges.reduce((last, one) => Math.max(last, endOfExchange(one)), first.line)
    const symbol: DocumentSymbol = {
      name: nameOf(first),
      detail: outcomeDetail(placed, outcomes[transaction]),
      kind: SymbolKind.Class,
      range: linesBetween(placed, first.line, lastLine),
      selectionRange: rangeOf(spanOf(first), placed),
      children,
    }
    return [symbol]
  })
}

/**
 * A session in the outline of its transcript, with how it came out; in it its transactions likewise, and their commands.
 *
 * @param index its place among all, from 0
 */
export function sessionSymbol(placed: PlacedSession, index: number): DocumentSymbol {
  const first = lineInText(placed, 0)
  const length = placed.session.texts[0]?.length ?? 0
  return {
    name: sessionName(placed, index + 1),
    detail: outcomeDetail(placed, decisiveOutcome(placed)),
    kind: SymbolKind.Module,
    range: {
      start: { line: first, character: 0 },
      end: { line: lastLineOf(placed), character: placed.session.texts[placed.lineCount - 1]?.length ?? 0 },
    },
    selectionRange: { start: { line: first, character: 0 }, end: { line: first, character: length } },
    children: partSymbols(placed),
  }
}
