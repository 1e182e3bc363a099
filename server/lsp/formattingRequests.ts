import type { Connection } from 'vscode-languageserver'
import { formatTranscript } from '../features/formatting.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import type { SettingsStore } from './settings.ts'

/** Answers the requests to format a document, or a part of it. */
export function answerFormattingRequests(
  connection: Connection,
  documents: DocumentStore,
  settings: SettingsStore,
): void {
  connection.onDocumentFormatting(
    guarded(
      connection,
      'formatting',
      () => [],
      ({ textDocument, options }) => {
        const document = documents.get(textDocument.uri)
        return document ? formatTranscript(document.transcript, settings.format(), options) : []
      },
    ),
  )
  connection.onDocumentRangeFormatting(
    guarded(
      connection,
      'formatting of a range',
      () => [],
      ({ textDocument, options, range }) => {
        const document = documents.get(textDocument.uri)
        return document ? formatTranscript(document.transcript, settings.format(), options, range) : []
      },
    ),
  )
}
