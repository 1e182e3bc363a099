import {
  type ClientCapabilities,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { articleToMarkdown } from '../features/article.ts'
import { codeActionsFor } from '../features/codeActions.ts'
import { compareReplyCodes } from '../features/compareReplyCodes.ts'
import { diagnosticsOf } from '../features/diagnostics.ts'
import { hoverAt } from '../features/hover.ts'
import { knownReplyCodes, replyCodeFacts } from '../protocol/replyCodes.ts'
import { guarded } from './guard.ts'
import {
  type CompareReplyCodesParams,
  compareReplyCodesRequest,
  type InitializationOptions,
  type ReplyCodeChoice,
  replyCodesRequest,
} from './messages.ts'
import { type OpenDocument, openDocuments } from './openDocument.ts'

/** What the place where the server runs gives it. */
export interface Runtime {
  /** Runs `work` when what has already arrived has been dealt with. */
  readonly defer: (work: () => void) => void
}

/** What the server knows of its client. */
interface Client {
  readonly pullsDiagnostics: boolean
  readonly snippets: boolean
  readonly versions: boolean
  readonly commandLinks: boolean
}

function clientOf(capabilities: ClientCapabilities, options: InitializationOptions | undefined): Client {
  const edit = capabilities.workspace?.workspaceEdit
  return {
    pullsDiagnostics: capabilities.textDocument?.diagnostic !== undefined,
    snippets: edit?.snippetEditSupport === true && edit.documentChanges === true,
    versions: edit?.documentChanges === true,
    commandLinks: options?.commandLinks === true,
  }
}

function initializeResult(client: Client): InitializeResult {
  return {
    serverInfo: { name: 'smtp-transcript' },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix'] },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      }),
    },
  }
}

/** Pushes diagnostics, for editors that do not ask for them: once for all changes that arrived together. */
function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<OpenDocument>,
  runtime: Runtime,
): void {
  const changed = new Set<string>()
  const send = () => {
    for (const uri of changed) {
      const document = documents.get(uri)
      if (!document) continue
      const { version } = document
      void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(document) })
    }
    changed.clear()
  }
  documents.onDidChangeContent(({ document }) => {
    if (changed.size === 0)
      runtime.defer(() => guarded(connection, 'diagnostics', undefined, send)(undefined))
    changed.add(document.uri)
  })
  documents.onDidClose(({ document }) => {
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] })
  })
}

function pulledDiagnostics(
  document: OpenDocument | undefined,
  previous: string | undefined,
): DocumentDiagnosticReport {
  if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
  const resultId = `${document.opening} ${document.version}`
  if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(document) }
}

function replyCodeChoices(): ReplyCodeChoice[] {
  return knownReplyCodes.map(code => ({ code: `${code}`, name: replyCodeFacts(code)?.name ?? '' }))
}

/** Wires a language server to a connection. It listens when this returns; nothing is read but the open documents. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments<OpenDocument>(openDocuments)
  let client: Client = clientOf({}, undefined)

  connection.onInitialize(({ capabilities, initializationOptions }) => {
    client = clientOf(capabilities, initializationOptions as InitializationOptions | undefined)
    if (!client.pullsDiagnostics) pushDiagnostics(connection, documents, runtime)
    return initializeResult(client)
  })

  connection.languages.diagnostics.on(
    guarded(
      connection,
      'diagnostics',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      ({ textDocument, previousResultId }) =>
        pulledDiagnostics(documents.get(textDocument.uri), previousResultId),
    ),
  )

  connection.onHover(
    guarded(connection, 'hover', null, ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri)
      return document ? hoverAt(document, position, client.commandLinks) : null
    }),
  )

  connection.onCodeAction(
    guarded(connection, 'code actions', [], ({ textDocument, context }) => {
      const document = documents.get(textDocument.uri)
      const isWanted = context.only?.some(kind => kind === '' || kind === 'quickfix') ?? true
      return document && isWanted ? codeActionsFor(context.diagnostics, document, client) : []
    }),
  )

  connection.onRequest(
    compareReplyCodesRequest,
    guarded(connection, 'comparison', null, ({ codes }: CompareReplyCodesParams) => {
      const article = compareReplyCodes(...codes)
      return article ? articleToMarkdown(article) : null
    }),
  )
  connection.onRequest(replyCodesRequest, guarded(connection, 'reply codes', [], replyCodeChoices))

  documents.listen(connection)
  connection.listen()
}
