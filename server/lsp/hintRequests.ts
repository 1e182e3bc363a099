import type { Connection, InlayHint, InlayHintParams } from 'vscode-languageserver'
import { inlayHints } from '../features/inlayHints.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import type { Runtime } from './runtime.ts'
import type { SettingsStore } from './settings.ts'
import { whenReadUpTo } from './whenRead.ts'

/** Answers the requests for inlay hints, of which the settings say how many are wanted. */
export function answerHintRequests(
  connection: Connection,
  documents: DocumentStore,
  settings: SettingsStore,
  runtime: Runtime,
): void {
  connection.languages.inlayHint.on(
    guarded<InlayHintParams, InlayHint[]>(
      connection,
      'inlay hints',
      () => [],
      async ({ textDocument: { uri }, range }, token) => {
        const { inlayHints: level } = settings.display()
        if (level === 'off') return []
        const { start, end } = range
        const document = await whenReadUpTo(documents, runtime, uri, end.line, token)
        return document
          ? inlayHints(document.transcript, { uri, first: start.line, last: end.line, level })
          : []
      },
    ),
  )
}
