import type { Connection } from 'vscode-languageserver'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import type { OpenDocument } from './openDocument.ts'
import type { Runtime } from './runtime.ts'

/**
 * Calls `tell` for each document that has been read: once for all changes that arrived together, with the document as
 * it is then, and not at all where it has been closed. What goes wrong is logged under `name`.
 * It waits until no more is read, since the connection hands out what has arrived bit by bit.
 *
 * @returns what asks for a document to be told of once more
 */
export function afterReading(
  connection: Connection,
  documents: DocumentStore,
  runtime: Runtime,
  name: string,
  tell: (document: OpenDocument) => void,
): (document: Pick<OpenDocument, 'uri'>) => void {
  const waiting = new Set<string>()
  let isScheduled = false
  let isQuiet = true
  const guardedTell = guarded(connection, name, () => undefined, tell)

  function schedule(): void {
    isScheduled = true
    isQuiet = true
    runtime.defer(() => (isQuiet ? tellAll() : schedule()))
  }
  function tellAll(): void {
    isScheduled = false
    const uris = [...waiting]
    waiting.clear()
    for (const uri of uris) {
      const document = documents.get(uri)
      if (document) guardedTell(document)
    }
  }
  function want({ uri }: Pick<OpenDocument, 'uri'>): void {
    waiting.add(uri)
    isQuiet = false
    if (!isScheduled) schedule()
  }
  documents.onDidRead(want)
  return want
}
