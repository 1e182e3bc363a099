import {
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { definitionAt } from '../features/definition.ts'
import { documentLinks, linksInBlock } from '../features/documentLinks.ts'
import { highlightsAt } from '../features/highlights.ts'
import { referencesAt } from '../features/references.ts'
import { nothingToRename, renamable, renameAt } from '../features/rename.ts'
import { type SymbolSearch, searchSymbols } from '../features/workspaceSymbols.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import type { OpenDocument } from './openDocument.ts'
import type { Runtime } from './runtime.ts'
import { cancelled, inSlices, mapInSlices } from './slices.ts'

/** What a client is told of the requests about names, and about what belongs to what. */
export const nameCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: { resolveProvider: false },
  workspaceSymbolProvider: true,
} as const satisfies ServerCapabilities

/** What the client can take. */
export interface NameClient {
  /** A definition with more than its place. */
  readonly definitionLinks: boolean
  /** Edits that say which version of a document they are for. */
  readonly versions: boolean
}

/** What a person is told who asked for something that cannot be. */
function refusal(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason)
}

function renaming(
  document: OpenDocument | undefined,
  position: Parameters<typeof renameAt>[1],
  newName: string,
  { versions }: NameClient,
): WorkspaceEdit {
  if (!document) throw refusal(nothingToRename())
  const { uri, version, transcript } = document
  const found = renameAt(transcript, position, newName)
  if (found.kind === 'refused') throw refusal(found.reason)
  const edits = [...found.edits]
  return versions
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } }
}

/** Answers where a name or a command leads, what it is renamed to, and which names and links there are. */
export function answerNameRequests(
  connection: Connection,
  documents: DocumentStore,
  runtime: Runtime,
  client: () => NameClient,
): void {
  /** Reads an open document to its end and looks into all of its sessions; it may be closed or changed meanwhile. */
  function lookingInto(uri: string, search: SymbolSearch): (isOver: () => boolean) => boolean {
    let index = 0
    return isOver => {
      const document = documents.readOn(uri, isOver)
      if (!document) return documents.soFar(uri) === undefined
      for (const placed of document.transcript.sessions.slice(index)) {
        if (search.look(uri, placed, index)) return true
        index += 1
        if (isOver()) return false
      }
      return true
    }
  }
  const answer = <P, R>(name: string, none: R, handler: (params: P) => R) =>
    guarded<P, R>(connection, name, () => none, handler)

  connection.onDefinition(
    answer('definition', null, ({ textDocument: { uri }, position }) => {
      const document = documents.get(uri)
      const link = document ? definitionAt(uri, document.transcript, position) : null
      if (!link) return null
      return client().definitionLinks ? [link] : { uri, range: link.targetSelectionRange }
    }),
  )
  connection.onReferences(
    answer('references', [], ({ textDocument: { uri }, position, context }) => {
      const document = documents.get(uri)
      return document ? referencesAt(uri, document.transcript, position, context.includeDeclaration) : []
    }),
  )
  connection.onDocumentHighlight(
    answer('highlights', null, ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri)
      return document ? highlightsAt(document.transcript, position) : null
    }),
  )
  connection.onPrepareRename(
    answer('rename', null, ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri)
      const found = document ? renamable(document.transcript, position) : null
      if (!found) throw refusal(nothingToRename())
      return found
    }),
  )
  connection.onRenameRequest(
    answer('rename', null, ({ textDocument, position, newName }) =>
      renaming(documents.get(textDocument.uri), position, newName, client()),
    ),
  )
  connection.onDocumentLinks(
    guarded(
      connection,
      'links',
      () => [],
      async ({ textDocument }, token) => {
        const transcript = documents.get(textDocument.uri)?.transcript
        if (!transcript) return []
        await mapInSlices(runtime, transcript.reading.blocks, linksInBlock, token)
        return documentLinks(transcript)
      },
    ),
  )
  connection.onWorkspaceSymbol(
    guarded(
      connection,
      'workspace symbols',
      () => [],
      async ({ query }, token) => {
        const search = searchSymbols(query)
        for (const uri of documents.all()) {
          if (!(await inSlices(runtime, lookingInto(uri, search), () => token.isCancellationRequested))) {
            throw cancelled()
          }
        }
        return search.found()
      },
    ),
  )
}
