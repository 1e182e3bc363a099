import type { CancellationToken } from 'vscode-languageserver'
import { lineCountOf } from '../transcript/reading.ts'
import type { DocumentStore } from './documentStore.ts'
import type { OpenDocument } from './openDocument.ts'
import type { Runtime } from './runtime.ts'
import { inSlices } from './slices.ts'

/** A document once all of it has been read, which of a long one happens in slices; undefined where it is not open, or where the request was cancelled. */
export async function whenRead(
  documents: DocumentStore,
  runtime: Runtime,
  uri: string,
  token: CancellationToken,
): Promise<OpenDocument | undefined> {
  if (documents.isRead(uri)) return documents.get(uri)
  await inSlices(
    runtime,
    isOver => documents.readOn(uri, isOver) !== null,
    () => token.isCancellationRequested || documents.soFar(uri) === undefined,
  )
  return documents.isRead(uri) ? documents.get(uri) : undefined
}

/** A document as far as it has been read where that reaches behind a line; else as `whenRead`. */
export function whenReadUpTo(
  documents: DocumentStore,
  runtime: Runtime,
  uri: string,
  line: number,
  token: CancellationToken,
): Promise<OpenDocument | undefined> {
  const soFar = documents.soFar(uri)
  const isEnough = soFar && line < lineCountOf(soFar.transcript.reading) - 1
  return isEnough ? Promise.resolve(soFar) : whenRead(documents, runtime, uri, token)
}
