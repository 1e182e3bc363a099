import * as l10n from '@vscode/l10n'
import type { CodeLens, Connection } from 'vscode-languageserver'
import { type LensPlace, lensPlaces, lensText } from '../features/codeLenses.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import { isObject } from './isObject.ts'
import { compareSessionsCommand } from './messages.ts'
import type { OpenDocument } from './openDocument.ts'
import type { Runtime } from './runtime.ts'
import type { SettingsStore } from './settings.ts'
import type { Views } from './views.ts'
import { whenRead } from './whenRead.ts'

/** So many places have lenses in one answer; VS Code makes something on the screen of each, also of those out of view. */
const limit = 1000

/** What a lens carries for the time when somebody sees it. */
interface LensData extends Pick<LensPlace, 'startLine' | 'mail'> {
  readonly uri: string
}

function isLensData(data: unknown): data is LensData {
  return isObject(data) && typeof (data as Partial<LensData>).uri === 'string'
}

/** What the lenses are made with. */
export interface LensSources {
  readonly documents: DocumentStore
  readonly settings: SettingsStore
  readonly views: Views
  readonly runtime: Runtime
  /** Whether the client has the command that compares sessions. */
  readonly hasCommands: () => boolean
  /** Has the client ask for all lenses again. */
  readonly refresh: () => void
}

/** The lines that have lenses; of a document with very many sessions those around what was in view. */
interface Covered {
  readonly first: number
  readonly last: number
}

function coveredBy(places: readonly LensPlace[]): Covered | null {
  const [first] = places
  const last = places.at(-1)
  return first && last && places.length >= limit ? { first: first.line, last: last.line } : null
}

/** Answers the requests for code lenses: where they stand at once, and what they say once they are in view. */
export function answerLensRequests(
  connection: Connection,
  { documents, settings, views, runtime, hasCommands, refresh }: LensSources,
): void {
  const covered = new Map<string, Covered>()
  documents.onDidClose(uri => covered.delete(uri))
  views.onDidChange(uri => {
    const view = views.of(uri)
    const lines = covered.get(uri)
    if (view && lines && (view.first < lines.first || view.last > lines.last)) refresh()
  })

  function lensesOf({ uri, transcript }: OpenDocument): CodeLens[] {
    const places = lensPlaces(transcript, limit, views.of(uri)?.first)
    const part = coveredBy(places)
    if (part) covered.set(uri, part)
    else covered.delete(uri)
    const isComparable = transcript.sessions.length > 1 && hasCommands()
    return places.flatMap(({ line, startLine, mail }): CodeLens[] => {
      const start = { line, character: 0 }
      const range = { start, end: start }
      const data: LensData = { uri, startLine, mail }
      if (mail !== null || !isComparable) return [{ range, data }]
      const title = `${l10n.t`Compare with another session`}…`
      return [
        { range, data },
        { range, command: { title, command: compareSessionsCommand, arguments: [uri, startLine] } },
      ]
    })
  }

  connection.onCodeLens(
    guarded<{ textDocument: { uri: string } }, CodeLens[]>(
      connection,
      'code lenses',
      () => [],
      async ({ textDocument: { uri } }, token) => {
        if (!settings.display().codeLens) return []
        const document = await whenRead(documents, runtime, uri, token)
        return document ? lensesOf(document) : []
      },
    ),
  )
  connection.onCodeLensResolve((lens, token) =>
    guarded<CodeLens, CodeLens>(
      connection,
      'code lens',
      () => lens,
      () => {
        const { data } = lens
        const document = isLensData(data) ? documents.get(data.uri) : undefined
        const title = document && isLensData(data) ? lensText(document.transcript, data) : null
        // A lens of a text that has changed says nothing until the client has asked for all again.
        return { ...lens, command: { title: title ?? '', command: '' } }
      },
    )(lens, token),
  )
}
