import type { ClientCapabilities, CompletionOptions, Connection } from 'vscode-languageserver'
import { type CompletionSupport, completionsAt, resolveCompletion } from '../features/completion.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'

/**
 * What makes an editor ask: the ends of marks and words behind which something else begins. No digits: who types a reply
 * code knows it.
 */
export const completionProvider: CompletionOptions = {
  triggerCharacters: [':', '<', '@', '=', ' '],
  resolveProvider: true,
}

/** What the client can do with completions. */
export function completionSupport({ textDocument }: ClientCapabilities): CompletionSupport {
  const item = textDocument?.completion?.completionItem
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    markdown: item?.documentationFormat?.includes('markdown') === true,
    insertTextModes: item?.insertTextModeSupport !== undefined,
  }
}

/** Answers what may be written at a position, and what is to be said of it. */
export function answerCompletionRequests(
  connection: Connection,
  documents: DocumentStore,
  support: () => CompletionSupport,
): void {
  connection.onCompletion(
    guarded(
      connection,
      'completion',
      () => null,
      ({ textDocument, position, context }) => {
        const document = documents.get(textDocument.uri)
        const trigger = context?.triggerCharacter ?? null
        return document ? completionsAt(document.transcript, position, { ...support(), trigger }) : null
      },
    ),
  )
  connection.onCompletionResolve((item, token) =>
    guarded(
      connection,
      'documentation of a completion',
      () => item,
      () => resolveCompletion(item, support()),
    )(item, token),
  )
}
