import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver'
import { foldingRanges, foldsAmong, usualFoldLimit } from '../features/folding.ts'
import { sessionFailed } from '../features/outcomeText.ts'
import { leftOutSymbols, needsChoice, outlineView, sessionSymbolTo } from '../features/outline.ts'
import { selectionRangesAt } from '../features/selectionRanges.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import type { Runtime } from './runtime.ts'
import { mapInSlices } from './slices.ts'

/** What a client is told of the requests about the structure of a document. */
export const structureCapabilities = {
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
} as const satisfies ServerCapabilities

/** How many folds a client can show. */
export function foldLimitOf({ textDocument }: ClientCapabilities): number {
  const limit = textDocument?.foldingRange?.rangeLimit
  return limit !== undefined && limit >= 0 ? limit : usualFoldLimit
}

/** Answers the outline, what can be folded, and what is selected step by step. */
export function answerStructureRequests(
  connection: Connection,
  documents: DocumentStore,
  runtime: Runtime,
  foldLimit: () => number,
): void {
  connection.onDocumentSymbol(
    guarded(
      connection,
      'outline',
      () => [],
      async ({ textDocument }, token) => {
        const transcript = documents.get(textDocument.uri)?.transcript
        if (!transcript) return []
        const { sessions } = transcript
        const asked = needsChoice(transcript) ? sessions : []
        const view = outlineView(transcript, await mapInSlices(runtime, asked, sessionFailed, token))
        const shown = view.sessions.flatMap(index => {
          const placed = sessions[index]
          return placed ? [{ placed, index }] : []
        })
        const symbols = await mapInSlices(
          runtime,
          shown,
          ({ placed, index }) => sessionSymbolTo(view.depth, placed, index),
          token,
        )
        return [...symbols, ...leftOutSymbols(transcript, view)]
      },
    ),
  )
  connection.onFoldingRanges(
    guarded(
      connection,
      'folding',
      () => [],
      async ({ textDocument }, token) => {
        const transcript = documents.get(textDocument.uri)?.transcript
        if (!transcript) return []
        const { sessions } = transcript
        const folds = await mapInSlices(runtime, sessions, foldsAmong(sessions.length), token)
        return foldingRanges(transcript, folds, foldLimit())
      },
    ),
  )
  connection.onSelectionRanges(
    guarded(
      connection,
      'selection ranges',
      () => [],
      ({ textDocument, positions }) => {
        const transcript = documents.get(textDocument.uri)?.transcript
        return transcript ? selectionRangesAt(transcript, positions) : []
      },
    ),
  )
}
