import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver'
import { diagnosticsOf, type RuleLink } from '../features/diagnostics.ts'
import { type RuleSettings, settingsKey } from '../rules/settings.ts'
import { afterReading } from './afterReading.ts'
import type { DocumentStore } from './documentStore.ts'
import { isObject } from './isObject.ts'
import type { OpenDocument } from './openDocument.ts'
import type { Runtime } from './runtime.ts'
import type { SettingsStore } from './settings.ts'

/** How diagnostics are to be reported. */
export interface ReportOptions {
  readonly settings: RuleSettings
  readonly ruleLink: RuleLink
}

/** The diagnostics of a document. Their data tell the series of the version that they are of. */
function diagnosticsIn(document: OpenDocument, { settings, ruleLink }: ReportOptions): Diagnostic[] {
  const { series } = document
  return diagnosticsOf(document, settings, ruleLink).map(one =>
    isObject(one.data) ? { ...one, data: { ...one.data, series } } : one,
  )
}

/** Those of a client's diagnostics that are of the document's own series: the same version has another reading in others. */
export function ofSameSeries(diagnostics: readonly Diagnostic[], { series }: OpenDocument): Diagnostic[] {
  return diagnostics.filter(
    ({ data }: { readonly data?: unknown }) => isObject(data) && 'series' in data && data.series === series,
  )
}

/** Pushes diagnostics, for editors that do not ask for them. */
export function pushDiagnostics(
  connection: Connection,
  documents: DocumentStore,
  settings: SettingsStore,
  ruleLink: RuleLink,
  runtime: Runtime,
): void {
  const push = afterReading(connection, documents, runtime, 'diagnostics', document => {
    const { uri, version } = document
    void connection.sendDiagnostics({
      uri,
      version,
      diagnostics: diagnosticsIn(document, { settings: settings.rules(), ruleLink }),
    })
  })
  settings.onDidChange(() => {
    for (const document of documents.all()) push(document)
  })
  documents.onDidClose(uri => void connection.sendDiagnostics({ uri, diagnostics: [] }))
}

/** Answers an editor that asks for diagnostics; `previous` is the id of the result that it has. */
export function pulledDiagnostics(
  document: OpenDocument | undefined,
  previous: string | undefined,
  options: ReportOptions,
): DocumentDiagnosticReport {
  if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
  const resultId = `${document.series} ${document.version} ${settingsKey(options.settings)}`
  if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsIn(document, options) }
}
