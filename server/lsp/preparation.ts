import { failureAhead } from '../features/outcomeText.ts'
import { checkAhead } from '../rules/check.ts'
import type { DocumentStore } from './documentStore.ts'
import { isLong, type OpenDocument } from './openDocument.ts'
import type { Runtime } from './runtime.ts'
import type { SettingsStore } from './settings.ts'
import { inSlices, sliceOf } from './slices.ts'

/**
 * What takes long to find out of a long document, found out in slices: between them the connection has its turn, so
 * that nobody waits for it but who asked for it.
 */
export interface Preparation {
  /**
   * The document if it has been read and all else is found out, or can be in one slice of time, which for one that is not
   * long is as long as it takes; else null.
   */
  readonly ready: (uri: string) => OpenDocument | null
  /** Waits until all is found out; undefined where the document is closed, or `isVain` has become true. */
  readonly wait: (uri: string, isVain?: () => boolean) => Promise<OpenDocument | undefined>
}

/** Prepares the open documents. */
export function keepPrepared(
  documents: DocumentStore,
  settings: SettingsStore,
  runtime: Runtime,
): Preparation {
  function prepare(uri: string, isOver: () => boolean): OpenDocument | null {
    const document = documents.readOn(uri, isOver)
    if (!document) return null
    const { transcript } = document
    const isDone =
      checkAhead(transcript, settings.rules(), isOver) && failureAhead(transcript.sessions, isOver)
    return isDone ? document : null
  }
  return {
    ready(uri) {
      const document = documents.isRead(uri) ? documents.soFar(uri) : undefined
      return document ? prepare(uri, isLong(document) ? sliceOf(runtime) : () => false) : null
    },
    async wait(uri, isVain = () => false) {
      let document: OpenDocument | null = null
      const isGone = () => documents.soFar(uri) === undefined
      await inSlices(
        runtime,
        isOver => {
          document = prepare(uri, isOver)
          return document !== null
        },
        () => isVain() || isGone(),
      )
      return document ?? undefined
    },
  }
}
