import type { Connection } from 'vscode-languageserver'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import { type OpenDocument, openDocuments } from './openDocument.ts'

/**
 * The documents that are open in the editor, as they are now. In the place of `TextDocuments`, which takes no other
 * reading of a document than those that the client's changes bring about.
 */
export interface DocumentStore {
  /** All that are open. */
  readonly all: () => Iterable<OpenDocument>
  readonly get: (uri: string) => OpenDocument | undefined
  /** Reads a document in a dialect, or with null in the one that is detected; undefined where it is not open. */
  readonly choose: (uri: string, dialect: Dialect | null) => OpenDocument | undefined
  /** Calls `listener` whenever a document has been read: opened, changed, or given another dialect. */
  readonly onDidRead: (listener: (document: OpenDocument) => void) => void
  readonly onDidClose: (listener: (uri: string) => void) => void
}

/** Keeps what the client opens on a connection until the client closes it. */
export function keepDocuments(connection: Connection): DocumentStore {
  const documents = new Map<string, OpenDocument>()
  const readListeners: ((document: OpenDocument) => void)[] = []
  const closeListeners: ((uri: string) => void)[] = []

  function put(document: OpenDocument): OpenDocument {
    documents.set(document.uri, document)
    for (const tell of readListeners) tell(document)
    return document
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    put(openDocuments.create(uri, languageId, version, text))
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri)
    if (document && contentChanges.length > 0) put(openDocuments.update(document, contentChanges, version))
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (documents.delete(uri)) for (const tell of closeListeners) tell(uri)
  })

  return {
    all: () => documents.values(),
    get: uri => documents.get(uri),
    choose(uri, dialect) {
      const document = documents.get(uri)
      if (!document) return undefined
      const chosen = openDocuments.choose(document, dialect)
      return chosen === document ? document : put(chosen)
    },
    onDidRead: listener => readListeners.push(listener),
    onDidClose: listener => closeListeners.push(listener),
  }
}
