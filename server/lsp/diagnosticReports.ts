import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DiagnosticTag,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver'
import { diagnosticsInView, diagnosticsOf, hasTooMany, type RuleLink } from '../features/diagnostics.ts'
import { settingsKey } from '../rules/settings.ts'
import { afterReading } from './afterReading.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import { isObject } from './isObject.ts'
import type { OpenDocument } from './openDocument.ts'
import type { Preparation } from './preparation.ts'
import type { Runtime } from './runtime.ts'
import type { SettingsStore } from './settings.ts'
import { cancelled } from './slices.ts'
import type { Views } from './views.ts'

/** What diagnostics are made from. */
export interface DiagnosticSources {
  readonly documents: DocumentStore
  readonly preparation: Preparation
  readonly settings: SettingsStore
  readonly views: Views
  readonly ruleLink: RuleLink
  /** What the client can show of a diagnostic beside its underline. */
  readonly tags: readonly DiagnosticTag[]
}

/** The lines that are looked at first where the client does not tell which the person sees. */
const firstView = { first: 0, last: 200 }

/** Their data tell the series of the version that they are of. */
function ofSeries(diagnostics: readonly Diagnostic[], { series }: OpenDocument): Diagnostic[] {
  return diagnostics.map(one => (isObject(one.data) ? { ...one, data: { ...one.data, series } } : one))
}

/** The diagnostics of a document. */
function diagnosticsIn(
  document: OpenDocument,
  { settings, ruleLink, tags, views }: DiagnosticSources,
): Diagnostic[] {
  const view = views.of(document.uri)
  return ofSeries(diagnosticsOf(document, { settings: settings.rules(), ruleLink, tags, view }), document)
}

/** Those of the lines in view, while the rest of a long document has not been looked at. */
function firstDiagnostics(
  document: OpenDocument,
  { settings, ruleLink, tags, views }: DiagnosticSources,
): Diagnostic[] {
  const view = views.of(document.uri) ?? firstView
  return ofSeries(diagnosticsInView(document, view, { settings: settings.rules(), ruleLink, tags }), document)
}

/** Those of a client's diagnostics that are of the document's own series: the same version has another reading in others. */
export function ofSameSeries(diagnostics: readonly Diagnostic[], { series }: OpenDocument): Diagnostic[] {
  return diagnostics.filter(
    ({ data }: { readonly data?: unknown }) => isObject(data) && 'series' in data && data.series === series,
  )
}

/** Pushes diagnostics, for editors that do not ask for them: of a long document first those in view. */
export function pushDiagnostics(connection: Connection, sources: DiagnosticSources, runtime: Runtime): void {
  const { documents, settings } = sources
  const send = ({ uri, version }: OpenDocument, diagnostics: Diagnostic[]) =>
    void connection.sendDiagnostics({ uri, version, diagnostics })
  const push = afterReading(connection, sources, runtime, 'diagnostics', {
    meanwhile: document => send(document, firstDiagnostics(document, sources)),
    tell: document => send(document, diagnosticsIn(document, sources)),
  })
  settings.onDidChange(() => {
    for (const uri of documents.all()) push(uri)
  })
  onViewOfTooMany(sources, push)
  documents.onDidClose(uri => void connection.sendDiagnostics({ uri, diagnostics: [] }))
}

/** Calls `listener` for a document of which other diagnostics are to be shown since other lines are in view. */
function onViewOfTooMany(
  { documents, preparation, settings, views }: DiagnosticSources,
  listener: (uri: string) => void,
): void {
  views.onDidChange(uri => {
    const document = documents.soFar(uri) && preparation.ready(uri)
    if (document && hasTooMany(document, settings.rules())) listener(uri)
  })
}

const none: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] }

/** What names a document's diagnostics: they are the same as long as it is. */
function resultIdOf(document: OpenDocument, { settings, views }: DiagnosticSources): string {
  const { uri, series, version } = document
  const view = hasTooMany(document, settings.rules()) ? views.of(uri) : undefined
  return `${series} ${version} ${settingsKey(settings.rules())}${view ? ` ${view.first}-${view.last}` : ''}`
}

function reportOf(
  document: OpenDocument,
  previous: string | undefined,
  sources: DiagnosticSources,
): DocumentDiagnosticReport {
  const resultId = resultIdOf(document, sources)
  if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsIn(document, sources) }
}

/**
 * Answers an editor that asks for diagnostics. Of a document that takes long to look at, it gets those in view at once
 * and is told to ask again when there are all, if it can be told; else it has to wait, or cancels.
 *
 * @param refresh asks the editor to ask again; null where it cannot be asked
 */
export function answerDiagnostics(
  connection: Connection,
  sources: DiagnosticSources,
  refresh: (() => void) | null,
): void {
  const { documents, preparation } = sources
  const waitedFor = new Set<string>()

  const refreshLater = guarded<{ readonly uri: string; readonly refresh: () => void }, void>(
    connection,
    'diagnostics',
    () => undefined,
    async ({ uri, refresh: askAgain }) => {
      if (waitedFor.has(uri)) return
      waitedFor.add(uri)
      const document = await preparation.wait(uri).finally(() => waitedFor.delete(uri))
      if (document) askAgain()
    },
  )
  async function waitFor(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const document = await preparation.wait(uri, () => token.isCancellationRequested)
    if (document) return reportOf(document, previous, sources)
    if (token.isCancellationRequested) throw cancelled()
    return none
  }
  connection.languages.diagnostics.on(
    guarded(
      connection,
      'diagnostics',
      () => none,
      ({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams, token) => {
        const ready = preparation.ready(uri)
        if (ready) return reportOf(ready, previousResultId, sources)
        const soFar = documents.soFar(uri)
        if (!soFar) return none
        if (!refresh) return waitFor(uri, previousResultId, token)
        void refreshLater({ uri, refresh }, token)
        return { kind: DocumentDiagnosticReportKind.Full, items: firstDiagnostics(soFar, sources) }
      },
    ),
  )
  if (refresh) onViewOfTooMany(sources, refresh)
}
