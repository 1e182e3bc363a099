import type { Connection } from 'vscode-languageserver'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import { type DocumentInProgress, type OpenDocument, openDocuments } from './openDocument.ts'

/**
 * The documents that are open in the editor, as they are now. In the place of `TextDocuments`, which takes no other
 * reading of a document than those that the client's changes bring about.
 */
export interface DocumentStore {
  /** The addresses of all that are open. */
  readonly all: () => Iterable<string>
  /** An open document; one that is still being read is read to its end for it. */
  readonly get: (uri: string) => OpenDocument | undefined
  /** An open document as far as it has been read. */
  readonly soFar: (uri: string) => OpenDocument | undefined
  /** Whether all of an open document has been read. */
  readonly isRead: (uri: string) => boolean
  /**
   * Reads on in a document until `isOver` says that it is time for something else.
   *
   * @returns the document once all of it has been read; null as long as there is more, or where it is not open
   */
  readonly readOn: (uri: string, isOver: () => boolean) => OpenDocument | null
  /** Reads a document in a dialect, or with null in the one that is detected; undefined where it is not open. */
  readonly choose: (uri: string, dialect: Dialect | null) => OpenDocument | undefined
  /** Calls `listener` whenever a document is another: opened, changed, or given another dialect. */
  readonly onDidChange: (listener: (uri: string) => void) => void
  readonly onDidClose: (listener: (uri: string) => void) => void
}

type Entry = OpenDocument | DocumentInProgress

function isInProgress(entry: Entry): entry is DocumentInProgress {
  return 'head' in entry
}

/** Keeps what the client opens on a connection until the client closes it. */
export function keepDocuments(connection: Connection): DocumentStore {
  const documents = new Map<string, Entry>()
  const changeListeners: ((uri: string) => void)[] = []
  const closeListeners: ((uri: string) => void)[] = []

  function put(uri: string, entry: Entry): void {
    documents.set(uri, entry)
    for (const tell of changeListeners) tell(uri)
  }
  function readOn(uri: string, isOver: () => boolean): OpenDocument | null {
    const entry = documents.get(uri)
    if (!entry || !isInProgress(entry)) return entry ?? null
    const whole = entry.readOn(isOver)
    if (whole) documents.set(uri, whole)
    return whole
  }
  function get(uri: string): OpenDocument | undefined {
    return readOn(uri, () => false) ?? undefined
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    put(uri, openDocuments.begin(uri, languageId, version, text))
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = get(uri)
    if (document && contentChanges.length > 0) {
      put(uri, openDocuments.update(document, contentChanges, version))
    }
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (documents.delete(uri)) for (const tell of closeListeners) tell(uri)
  })

  return {
    all: () => [...documents.keys()],
    get,
    soFar(uri) {
      const entry = documents.get(uri)
      return entry && isInProgress(entry) ? entry.head : entry
    },
    isRead(uri) {
      const entry = documents.get(uri)
      return entry !== undefined && !isInProgress(entry)
    },
    readOn,
    choose(uri, dialect) {
      const document = get(uri)
      if (!document) return undefined
      const chosen = openDocuments.choose(document, dialect)
      if (chosen !== document) put(uri, chosen)
      return chosen
    },
    onDidChange: listener => changeListeners.push(listener),
    onDidClose: listener => closeListeners.push(listener),
  }
}
