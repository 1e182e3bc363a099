import {
  type ClientCapabilities,
  type Connection,
  type DiagnosticTag,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { type RuleLink, rulePageCommand, ruleReference } from '../features/diagnostics.ts'
import { hoverAt } from '../features/hover.ts'
import { type ActionClient, actionKinds, answerActionRequests } from './actionRequests.ts'
import { answerCheckRequests } from './checkRequests.ts'
import { answerComparisonRequests } from './comparisonRequests.ts'
import {
  answerCompletionRequests,
  completionProvider,
  signatureHelpProvider,
  type TypingSupport,
  typingSupport,
} from './completionRequests.ts'
import { answerConversionRequests } from './conversionRequests.ts'
import { answerDiagnostics, pushDiagnostics } from './diagnosticReports.ts'
import { announceReadings, answerDialectRequests } from './dialectRequests.ts'
import { keepDocuments } from './documentStore.ts'
import { answerFormattingRequests } from './formattingRequests.ts'
import { guarded } from './guard.ts'
import { answerHintRequests } from './hintRequests.ts'
import { answerLensRequests } from './lensRequests.ts'
import type { InitializationOptions } from './messages.ts'
import { answerNameRequests, nameCapabilities } from './nameRequests.ts'
import { keepPrepared } from './preparation.ts'
import { type Refreshes, refreshesOf, refreshShown } from './refreshes.ts'
import { answerRuleRequests } from './ruleRequests.ts'
import type { Runtime } from './runtime.ts'
import { keepSettings } from './settings.ts'
import { answerStructureRequests, foldLimitOf, structureCapabilities } from './structureRequests.ts'
import { answerTokenRequests, asksForRanges, tokenOptions } from './tokenRequests.ts'
import { keepViews } from './views.ts'
import { answerWordRequests } from './wordRequests.ts'

/** What the server knows of its client. */
interface Client extends ActionClient {
  readonly pullsDiagnostics: boolean
  /** It asks for diagnostics again when it is told to. */
  readonly refreshesDiagnostics: boolean
  readonly diagnosticTags: readonly DiagnosticTag[]
  /** It asks for tokens, hints and lenses again when it is told to. */
  readonly refreshes: Refreshes
  readonly asksForRanges: boolean
  readonly typing: TypingSupport
  readonly commandLinks: boolean
  readonly ruleLink: RuleLink
  readonly readingNotices: boolean
  readonly foldLimit: number
  /** A definition may say more than its place. */
  readonly definitionLinks: boolean
}

/** The tags that a client shows; one that asks for diagnostics may say so only of those that are pushed. */
function diagnosticTagsOf({ textDocument }: ClientCapabilities): readonly DiagnosticTag[] {
  const { diagnostic, publishDiagnostics } = textDocument ?? {}
  return (diagnostic?.tagSupport ?? publishDiagnostics?.tagSupport)?.valueSet ?? []
}

function clientOf(capabilities: ClientCapabilities, options: InitializationOptions | undefined): Client {
  const edit = capabilities.workspace?.workspaceEdit
  const action = capabilities.textDocument?.codeAction
  return {
    pullsDiagnostics: capabilities.textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: capabilities.workspace?.diagnostics?.refreshSupport === true,
    diagnosticTags: diagnosticTagsOf(capabilities),
    refreshes: refreshesOf(capabilities),
    asksForRanges: asksForRanges(capabilities),
    snippets: edit?.snippetEditSupport === true && edit.documentChanges === true,
    versions: edit?.documentChanges === true,
    creates: edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true,
    resolvesEdits:
      action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    typing: typingSupport(capabilities),
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
      completionProvider,
      signatureHelpProvider,
      ...structureCapabilities,
      ...nameCapabilities,
      codeActionProvider: { codeActionKinds: [...actionKinds], resolveProvider: client.resolvesEdits },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      semanticTokensProvider: tokenOptions,
      codeLensProvider: { resolveProvider: true },
      inlayHintProvider: true,
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

  function refreshDisplays(): void {
    refreshShown(connection, client.refreshes)
  }
  function refreshAll(): void {
    refreshDiagnostics()
    refreshDisplays()
  }

  documents.onDidClose(views.forget)

  connection.onInitialize(({ capabilities, locale, initializationOptions }) => {
    const options = initializationOptions as InitializationOptions | undefined
    client = clientOf(capabilities, options)
    settings.start({ capabilities, locale, settings: options?.settings })
    settings.onDidChangeDisplay(refreshDisplays)
    const { ruleLink, refreshesDiagnostics, diagnosticTags: tags } = client
    const sources = { documents, preparation, settings, views, ruleLink, tags }
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

  answerCheckRequests(connection, settings, runtime, () => client.ruleLink)
  answerDialectRequests(connection, documents, refreshAll)
  answerCompletionRequests(connection, documents, () => client.typing)
  answerConversionRequests(connection, documents)
  answerFormattingRequests(connection, documents, settings)
  answerRuleRequests(connection)
  answerWordRequests(connection)
  answerActionRequests(connection, { documents, preparation, settings, runtime, client: () => client })
  answerNameRequests(connection, documents, runtime, () => client)
  answerStructureRequests(connection, documents, runtime, () => client.foldLimit)
  answerComparisonRequests(connection, documents, runtime)
  answerHintRequests(connection, documents, settings, runtime)
  answerLensRequests(connection, {
    documents,
    settings,
    views,
    runtime,
    hasCommands: () => client.commandLinks,
    refresh: () => refreshShown(connection, { tokens: false, hints: false, lenses: client.refreshes.lenses }),
  })
  answerTokenRequests(connection, documents, runtime, () => client.asksForRanges)

  connection.listen()
}
