import { CancellationToken, type Connection } from 'vscode-languageserver'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import type { OpenDocument } from './openDocument.ts'
import type { Preparation } from './preparation.ts'
import type { Runtime } from './runtime.ts'

/** Who is told of documents. */
export interface Listener {
  /** Gets a long document of which not all is prepared, as far as it has been read. */
  readonly meanwhile?: (document: OpenDocument) => void
  /** Gets a document of which all is prepared. */
  readonly tell: (document: OpenDocument) => void
}

/**
 * Tells of each document that has become another: once for all changes that arrived together, with the document as it
 * is then, and not at all where it has been closed. What goes wrong is logged under `name`.
 * It waits until no more is read, since the connection hands out what has arrived bit by bit.
 *
 * @returns what asks for a document to be told of once more
 */
export function afterReading(
  connection: Connection,
  { documents, preparation }: { readonly documents: DocumentStore; readonly preparation: Preparation },
  runtime: Runtime,
  name: string,
  { meanwhile, tell }: Listener,
): (uri: string) => void {
  const waiting = new Set<string>()
  let isScheduled = false
  let isQuiet = true

  function schedule(): void {
    isScheduled = true
    isQuiet = true
    runtime.defer(() => (isQuiet ? tellAll() : schedule()))
  }
  function tellAll(): void {
    isScheduled = false
    const uris = [...waiting]
    waiting.clear()
    for (const uri of uris) void tellOf(uri, CancellationToken.None)
  }
  const tellOf = guarded<string, void>(
    connection,
    name,
    () => undefined,
    async uri => {
      const ready = preparation.ready(uri)
      if (ready) {
        tell(ready)
        return
      }
      const soFar = documents.soFar(uri)
      if (soFar) meanwhile?.(soFar)
      // Another change tells of the document once more.
      const document = await preparation.wait(uri, () => waiting.has(uri))
      if (document) tell(document)
    },
  )
  function want(uri: string): void {
    waiting.add(uri)
    isQuiet = false
    if (!isScheduled) schedule()
  }
  documents.onDidChange(want)
  return want
}
