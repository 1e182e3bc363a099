import * as l10n from '@vscode/l10n'
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types'
import { endOfExchange } from '../transcript/exchangeLines.ts'
import { isRefused } from '../transcript/history.ts'
import { lastLineOf, lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { Exchange, Span } from '../transcript/session.ts'
import { linesBetween } from './navigation/lineRanges.ts'
import { endOfPart, partsOf } from './navigation/sessionParts.ts'
import { type Outcome, outcomesOf } from './outcomes.ts'
import { decisiveCodes, decisiveOutcome, outcomeReason, outcomeWords } from './outcomeText.ts'
import { rangeOf } from './ranges.ts'

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
  const codes = outcome.result === 'accepted' ? '' : decisiveCodes(outcome)
  const reason = outcomeReason(placed, outcome)
  const told = [outcomeWords(placed, outcome), codes === '' ? '' : ` (${codes})`].join('')
  return reason === null ? told : `${told}: ${reason}`
}

function partSymbols(placed: PlacedSession): DocumentSymbol[] {
  const outcomes = outcomesOf(placed.session)
  return partsOf(placed.session).flatMap(part => {
    const { exchanges, transaction } = part
    const children = exchanges.map(exchange => exchangeSymbol(placed, exchange))
    const [first] = exchanges
    if (transaction === null || !first) return children
    const symbol: DocumentSymbol = {
      name: nameOf(first),
      detail: outcomeDetail(placed, outcomes[transaction]),
      kind: SymbolKind.Class,
      range: linesBetween(placed, first.line, endOfPart(part)),
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
    name: placed.id === null ? l10n.t`Session ${index + 1}` : l10n.t`Session ${index + 1} (${placed.id})`,
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
