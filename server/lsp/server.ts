import {
  type ClientCapabilities,
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { type RuleLink, rulePageCommand, ruleReference } from '../features/diagnostics.ts'
import { hoverAt } from '../features/hover.ts'
import { type ActionClient, actionKinds, answerActionRequests } from './actionRequests.ts'
import { answerConversionRequests } from './conversionRequests.ts'
import { answerDiagnostics, pushDiagnostics } from './diagnosticReports.ts'
import { announceReadings, answerDialectRequests } from './dialectRequests.ts'
import { keepDocuments } from './documentStore.ts'
import { answerFormattingRequests } from './formattingRequests.ts'
import { guarded } from './guard.ts'
import type { InitializationOptions } from './messages.ts'
import { answerNameRequests, nameCapabilities } from './nameRequests.ts'
import { keepPrepared } from './preparation.ts'
import { answerRuleRequests } from './ruleRequests.ts'
import type { Runtime } from './runtime.ts'
import { keepSettings } from './settings.ts'
import { answerStructureRequests, foldLimitOf, structureCapabilities } from './structureRequests.ts'
import { keepViews } from './views.ts'
import { answerWordRequests } from './wordRequests.ts'

/** What the server knows of its client. */
interface Client extends ActionClient {
  readonly pullsDiagnostics: boolean
  /** It asks for diagnostics again when it is told to. */
  readonly refreshesDiagnostics: boolean
  readonly commandLinks: boolean
  readonly ruleLink: RuleLink
  readonly readingNotices: boolean
  readonly foldLimit: number
  /** A definition may say more than its place. */
  readonly definitionLinks: boolean
}

function clientOf(capabilities: ClientCapabilities, options: InitializationOptions | undefined): Client {
  const edit = capabilities.workspace?.workspaceEdit
  const action = capabilities.textDocument?.codeAction
  return {
    pullsDiagnostics: capabilities.textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: capabilities.workspace?.diagnostics?.refreshSupport === true,
    snippets: edit?.snippetEditSupport === true && edit.documentChanges === true,
    versions: edit?.documentChanges === true,
    creates: edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true,
    resolvesEdits:
      action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    commandLinks: options?.commandLinks === true,
    ruleLink: options?.commandLinks === true ? rulePageCommand : ruleReference,
    readingNotices: options?.readingNotices === true,
    foldLimit: foldLimitOf(capabilities),
    definitionLinks: capabilities.textDocument?.definition?.linkSupport === true,
  }
}

function initializeResult(client: Client): InitializeResult {
  return {
    serverInfo: { name: 'smtp-transcript' },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      ...structureCapabilities,
      ...nameCapabilities,
      codeActionProvider: { codeActionKinds: [...actionKinds], resolveProvider: client.resolvesEdits },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
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

  answerDialectRequests(connection, documents, refreshDiagnostics)
  answerConversionRequests(connection, documents)
  answerFormattingRequests(connection, documents, settings)
  answerRuleRequests(connection)
  answerWordRequests(connection)
  answerActionRequests(connection, { documents, preparation, settings, runtime, client: () => client })
  answerNameRequests(connection, documents, runtime, () => client)
  answerStructureRequests(connection, documents, runtime, () => client.foldLimit)

  connection.listen()
}
