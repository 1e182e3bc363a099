import { type Disposable, type Event, EventEmitter, type TextDocument, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type DocumentRead, documentReadNotification } from '../server/lsp/messages.ts'

/** How the server has read the open transcripts. */
export interface Readings extends Disposable {
  /** The latest that the server has told of a document; undefined as long as it has told nothing. */
  readonly of: (document: TextDocument) => DocumentRead | undefined
  readonly onDidChange: Event<void>
}

/** Keeps what the server tells of each transcript, until it is closed or is no transcript any more. */
export function keepReadings(client: BaseLanguageClient): Readings {
  const latest = new Map<string, DocumentRead>()
  const changed = new EventEmitter<void>()
  const uriOf = (document: TextDocument) => client.code2ProtocolConverter.asUri(document.uri)
  const isOpen = (uri: string) =>
    workspace.textDocuments.some(
      document => document.languageId === 'smtp' && !document.isClosed && uriOf(document) === uri,
    )
  const notices = client.onNotification(documentReadNotification, (read: DocumentRead) => {
    // A notice can arrive after its document was closed.
    if (!isOpen(read.uri)) return
    latest.set(read.uri, read)
    changed.fire()
  })
  const closing = workspace.onDidCloseTextDocument(document => {
    if (latest.delete(uriOf(document))) changed.fire()
  })
  return {
    of: document => latest.get(uriOf(document)),
    onDidChange: changed.event,
    dispose() {
      for (const one of [notices, closing, changed]) one.dispose()
    },
  }
}
