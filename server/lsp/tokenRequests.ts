import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensOptions,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver'
import { tokenRanges, tokensOn } from '../features/semanticTokens.ts'
import { encodeTokens, tokenModifiers, tokenTypes } from '../features/tokenLegend.ts'
import { lineCountOf } from '../transcript/reading.ts'
import type { DocumentStore } from './documentStore.ts'
import { guarded } from './guard.ts'
import type { OpenDocument } from './openDocument.ts'
import type { Runtime } from './runtime.ts'
import { mapInSlices } from './slices.ts'
import { whenReadUpTo } from './whenRead.ts'

/** What the server says of its tokens. */
export const tokenOptions: SemanticTokensOptions = {
  legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
  full: { delta: true },
  range: true,
}

/** Of a document with more lines, a client that can ask for the lines in view gets no more than those. */
const manyLines = 10_000

/** Whether a client asks for the tokens of the lines in view. */
export function asksForRanges(capabilities: ClientCapabilities): boolean {
  const { range } = capabilities.textDocument?.semanticTokens?.requests ?? {}
  return range !== undefined && range !== false
}

/**
 * What a request for the tokens of a long document is answered: VS Code keeps asking for those in view then. With an
 * empty answer it would take the document for one without tokens, and ask no more.
 */
function tooLong(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The document is too long for all tokens at once.')
}

/** What makes `before` the other list: the numbers that differ, between those that both begin and end with. */
function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const deleteCount = before.length - start - end
  const data = after.slice(start, after.length - end)
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }]
}

/** Tokens that were sent, for the next time that somebody asks what has become of them. */
interface Sent {
  readonly resultId: string
  readonly data: number[]
}

/** Answers the requests for semantic tokens. */
export function answerTokenRequests(
  connection: Connection,
  documents: DocumentStore,
  runtime: Runtime,
  isAskedForRanges: () => boolean,
): void {
  const sent = new Map<string, Sent>()
  let count = 0
  documents.onDidClose(uri => sent.delete(uri))

  /** A document of which all tokens are to be had at once; undefined where it is not open. */
  function wholeDocument(uri: string): OpenDocument | undefined {
    const isLong = isAskedForRanges() && documents.soFar(uri) !== undefined && !documents.isRead(uri)
    const document = isLong ? undefined : documents.get(uri)
    const lines = document ? lineCountOf(document.transcript.reading) : 0
    if (isLong || (isAskedForRanges() && lines > manyLines)) throw tooLong()
    return document
  }
  async function send(uri: string, token: CancellationToken): Promise<Sent> {
    const document = wholeDocument(uri)
    const transcript = document?.transcript
    const parts = transcript
      ? await mapInSlices(runtime, tokenRanges(transcript), range => tokensOn(transcript, range), token)
      : []
    const data = encodeTokens(parts.flat())
    count += 1
    const tokens = { resultId: `${count}`, data }
    if (document) sent.set(uri, tokens)
    return tokens
  }
  const none = (): SemanticTokens => ({ data: [] })
  const { semanticTokens: requests } = connection.languages
  requests.on(
    guarded(
      connection,
      'tokens',
      none,
      ({ textDocument }, token): Promise<SemanticTokens> => send(textDocument.uri, token),
    ),
  )
  requests.onDelta(
    guarded<
      { textDocument: { uri: string }; previousResultId: string },
      SemanticTokens | SemanticTokensDelta
    >(connection, 'token changes', none, async ({ textDocument: { uri }, previousResultId }, token) => {
      const before = sent.get(uri)
      const now = await send(uri, token)
      if (before?.resultId !== previousResultId) return now
      return { resultId: now.resultId, edits: tokenEdits(before.data, now.data) }
    }),
  )
  requests.onRange(
    guarded<SemanticTokensRangeParams, SemanticTokens>(
      connection,
      'tokens in view',
      none,
      async ({ textDocument: { uri }, range }, token) => {
        const first = range.start.line
        // What ends in front of the first character of a line has nothing on it.
        const last = range.end.character === 0 ? range.end.line - 1 : range.end.line
        const document = await whenReadUpTo(documents, runtime, uri, last, token)
        return { data: document ? encodeTokens(tokensOn(document.transcript, { first, last })) : [] }
      },
    ),
  )
}
