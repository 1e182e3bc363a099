import {
  type ClientCapabilities,
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { codeActionsFor } from '../features/codeActions.ts'
import { type RuleLink, rulePageCommand, ruleReference } from '../features/diagnostics.ts'
import { hoverAt } from '../features/hover.ts'
import { sessionSymbol } from '../features/outline.ts'
import {
  answerCompletionRequests,
  completionProvider,
  signatureHelpProvider,
  type TypingSupport,
  typingSupport,
} from './completionRequests.ts'
import { answerConversionRequests } from './conversionRequests.ts'
import { answerDiagnostics, ofSameSeries, pushDiagnostics } from './diagnosticReports.ts'
import { announceReadings, answerDialectRequests } from './dialectRequests.ts'
import { keepDocuments } from './documentStore.ts'
import { guarded } from './guard.ts'
import type { InitializationOptions } from './messages.ts'
import { keepPrepared } from './preparation.ts'
import { answerRuleRequests } from './ruleRequests.ts'
import type { Runtime } from './runtime.ts'
import { keepSettings } from './settings.ts'
import { mapInSlices } from './slices.ts'
import { keepViews } from './views.ts'
import { answerWordRequests } from './wordRequests.ts'

/** What the server knows of its client. */
interface Client {
  readonly pullsDiagnostics: boolean
  /** It asks for diagnostics again when it is told to. */
  readonly refreshesDiagnostics: boolean
  readonly snippets: boolean
  readonly versions: boolean
  readonly typing: TypingSupport
  readonly commandLinks: boolean
  readonly ruleLink: RuleLink
  readonly readingNotices: boolean
}

function clientOf(capabilities: ClientCapabilities, options: InitializationOptions | undefined): Client {
  const edit = capabilities.workspace?.workspaceEdit
  return {
    pullsDiagnostics: capabilities.textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: capabilities.workspace?.diagnostics?.refreshSupport === true,
    snippets: edit?.snippetEditSupport === true && edit.documentChanges === true,
    versions: edit?.documentChanges === true,
    typing: typingSupport(capabilities),
    commandLinks: options?.commandLinks === true,
    ruleLink: options?.commandLinks === true ? rulePageCommand : ruleReference,
    readingNotices: options?.readingNotices === true,
  }
}

function initializeResult(client: Client): InitializeResult {
  return {
    serverInfo: { name: 'smtp-transcript' },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      completionProvider,
      signatureHelpProvider,
      documentSymbolProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix'] },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      }),
    },
  }
}

/** Wires a language server to a connection. It listens when this returns; nothing is read but the open documents. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = keepDocuments(connection)
  const settings = keepSettings(connection, runtime)
  const views = keepViews(connection)
  const preparation = keepPrepared(documents, settings, runtime)
  let client: Client = clientOf({}, undefined)

  function refreshDiagnostics(): void {
    if (!client.refreshesDiagnostics) return
    // A client that goes away meanwhile does not answer.
    connection.languages.diagnostics.refresh().catch(() => undefined)
  }

  documents.onDidClose(views.forget)

  connection.onInitialize(({ capabilities, locale, initializationOptions }) => {
    const options = initializationOptions as InitializationOptions | undefined
    client = clientOf(capabilities, options)
    settings.start({ capabilities, locale, settings: options?.settings })
    const { ruleLink, refreshesDiagnostics } = client
    const sources = { documents, preparation, settings, views, ruleLink }
    if (client.pullsDiagnostics) {
      settings.onDidChange(refreshDiagnostics)
      answerDiagnostics(connection, sources, refreshesDiagnostics ? refreshDiagnostics : null)
    } else pushDiagnostics(connection, sources, runtime)
    if (client.readingNotices) announceReadings(connection, documents, preparation, settings, runtime)
    return initializeResult(client)
  })

  connection.onHover(
    guarded(
      connection,
      'hover',
      () => null,
      ({ textDocument, position }) => {
        const document = documents.get(textDocument.uri)
        return document
          ? hoverAt(document, position, { commandLinks: client.commandLinks, settings: settings.rules() })
          : null
      },
    ),
  )

  connection.onDocumentSymbol(
    guarded(
      connection,
      'outline',
      () => [],
      ({ textDocument }, token) => {
        const sessions = documents.get(textDocument.uri)?.transcript.sessions ?? []
        return mapInSlices(runtime, sessions, sessionSymbol, token)
      },
    ),
  )

  connection.onCodeAction(
    guarded(
      connection,
      'code actions',
      () => [],
      ({ textDocument, context }) => {
        const document = documents.get(textDocument.uri)
        const isWanted = context.only?.some(kind => kind === '' || kind === 'quickfix') ?? true
        if (!document || !isWanted) return []
        const diagnostics = ofSameSeries(context.diagnostics, document)
        return codeActionsFor(diagnostics, document, client, settings.rules())
      },
    ),
  )

  answerDialectRequests(connection, documents, refreshDiagnostics)
  answerCompletionRequests(connection, documents, () => client.typing)
  answerConversionRequests(connection, documents)
  answerRuleRequests(connection)
  answerWordRequests(connection)

  connection.listen()
}
