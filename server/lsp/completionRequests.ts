import type {
  ClientCapabilities,
  CompletionOptions,
  Connection,
  SignatureHelpOptions,
} from 'vscode-languageserver'
import { type CompletionSupport, completionsAt, resolveCompletion } from '../features/completion.ts'
import { type SignatureSupport, signatureHelpAt } from '../features/signatureHelp.ts'
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

/** What makes an editor ask for the form of a command, and ask again. */
export const signatureHelpProvider: SignatureHelpOptions = {
  triggerCharacters: [' ', ':', '<', '='],
  retriggerCharacters: ['>', ','],
}

/** What the client can do with completions and signatures. */
export interface TypingSupport {
  readonly completion: CompletionSupport
  readonly signature: SignatureSupport
}

/** What the client can do while somebody types. */
export function typingSupport(capabilities: ClientCapabilities): TypingSupport {
  return { completion: completionSupport(capabilities), signature: signatureSupport(capabilities) }
}

function signatureSupport({ textDocument }: ClientCapabilities): SignatureSupport {
  const signature = textDocument?.signatureHelp?.signatureInformation
  return {
    markdown: signature?.documentationFormat?.includes('markdown') === true,
    labelOffsets: signature?.parameterInformation?.labelOffsetSupport === true,
  }
}

function completionSupport({ textDocument }: ClientCapabilities): CompletionSupport {
  const item = textDocument?.completion?.completionItem
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    markdown: item?.documentationFormat?.includes('markdown') === true,
    insertTextModes: item?.insertTextModeSupport !== undefined,
  }
}

/** Answers what may be written at a position, what is to be said of it, and the form of the command there. */
export function answerCompletionRequests(
  connection: Connection,
  documents: DocumentStore,
  support: () => TypingSupport,
): void {
  connection.onCompletion(
    guarded(
      connection,
      'completion',
      () => null,
      ({ textDocument, position, context }) => {
        const document = documents.get(textDocument.uri)
        const trigger = context?.triggerCharacter ?? null
        return document
          ? completionsAt(document.transcript, position, { ...support().completion, trigger })
          : null
      },
    ),
  )
  connection.onCompletionResolve((item, token) =>
    guarded(
      connection,
      'documentation of a completion',
      () => item,
      () => resolveCompletion(item, support().completion),
    )(item, token),
  )
  connection.onSignatureHelp(
    guarded(
      connection,
      'signature help',
      () => null,
      ({ textDocument, position }) => {
        const document = documents.get(textDocument.uri)
        return document ? signatureHelpAt(document.transcript, position, support().signature) : null
      },
    ),
  )
}
