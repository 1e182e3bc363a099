import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver'
import { foldingRanges, foldsAmong, usualFoldLimit } from '../features/folding.ts'
import { selectionRangesAt } from '../features/selectionRanges.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import type { Runtime } from './runtime.ts'
import { mapInSlices } from './slices.ts'

/** What a client is told of the requests about the structure of a document. */
export const structureCapabilities = {
  foldingRangeProvider: true,
  selectionRangeProvider: true,
} as const satisfies ServerCapabilities

/** How many folds a client can show. */
export function foldLimitOf({ textDocument }: ClientCapabilities): number {
  const limit = textDocument?.foldingRange?.rangeLimit
  return limit !== undefined && limit >= 0 ? limit : usualFoldLimit
}

/** Answers what can be folded, and what is selected step by step. */
export function answerStructureRequests(
  connection: Connection,
  documents: DocumentStore,
  runtime: Runtime,
  foldLimit: () => number,
): void {
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
