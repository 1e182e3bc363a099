import {
  type ClientCapabilities,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { codeActionsFor } from '../features/codeActions.ts'
import { type RuleLink, rulePageCommand, ruleReference } from '../features/diagnostics.ts'
import { hoverAt } from '../features/hover.ts'
import { outlineOf } from '../features/outline.ts'
import { answerConversionRequests } from './conversionRequests.ts'
import { ofSameSeries, pulledDiagnostics, pushDiagnostics } from './diagnosticReports.ts'
import { announceReadings, answerDialectRequests } from './dialectRequests.ts'
import { keepDocuments } from './documentStore.ts'
import { guarded } from './guard.ts'
import type { InitializationOptions } from './messages.ts'
import { answerRuleRequests } from './ruleRequests.ts'
import type { Runtime } from './runtime.ts'
import { keepSettings } from './settings.ts'
import { answerWordRequests } from './wordRequests.ts'

/** What the server knows of its client. */
interface Client {
  readonly pullsDiagnostics: boolean
  /** It asks for diagnostics again when it is told to. */
  readonly refreshesDiagnostics: boolean
  readonly snippets: boolean
  readonly versions: boolean
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
  let client: Client = clientOf({}, undefined)

  function refreshDiagnostics(): void {
    if (!client.refreshesDiagnostics) return
    // A client that goes away meanwhile does not answer.
    connection.languages.diagnostics.refresh().catch(() => undefined)
  }

  connection.onInitialize(({ capabilities, locale, initializationOptions }) => {
    const options = initializationOptions as InitializationOptions | undefined
    client = clientOf(capabilities, options)
    settings.start({ capabilities, locale, settings: options?.settings })
    if (client.pullsDiagnostics) settings.onDidChange(refreshDiagnostics)
    else pushDiagnostics(connection, documents, settings, client.ruleLink, runtime)
    if (client.readingNotices) announceReadings(connection, documents, settings, runtime)
    return initializeResult(client)
  })

  connection.languages.diagnostics.on(
    guarded(
      connection,
      'diagnostics',
      (): DocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items: [] }),
      ({ textDocument, previousResultId }) =>
        pulledDiagnostics(documents.get(textDocument.uri), previousResultId, {
          settings: settings.rules(),
          ruleLink: client.ruleLink,
        }),
    ),
  )

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
      ({ textDocument }) => {
        const document = documents.get(textDocument.uri)
        return document ? outlineOf(document.transcript) : []
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
  answerConversionRequests(connection, documents)
  answerRuleRequests(connection)
  answerWordRequests(connection)

  connection.listen()
}
