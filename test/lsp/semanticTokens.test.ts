import assert from 'node:assert/strict'
import {
  type ClientCapabilities,
  LSPErrorCodes,
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node'
import { chooseDialectRequest } from '../../server/lsp/messages.ts'
import { tellTokens } from '../features/tokensTold.ts'
import { change, type LanguageServer, open, startServer, stopServer } from './languageServer.ts'
import { nestedMail } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'
const textDocument = { uri }

/** A client that asks for the tokens in view, as VS Code does. */
const ranging: ClientCapabilities = {
  textDocument: {
    semanticTokens: {
      requests: { range: true, full: { delta: true } },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
  workspace: { semanticTokens: { refreshSupport: true } },
}

/** A session each of 10 lines, more than are answered at once. */
const long = nestedMail.repeat(2000)

function applied(before: readonly number[], { edits }: SemanticTokensDelta): number[] {
  const data = [...before]
  for (const edit of edits.toReversed()) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []))
  return data
}

describe('semantic tokens, asked for by a client', () => {
  let server: LanguageServer

  const full = () => server.connection.sendRequest(SemanticTokensRequest.type, { textDocument })
  const inLines = (first: number, last: number) =>
    server.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range: { start: { line: first, character: 0 }, end: { line: last, character: 0 } },
    })
  const since = (previousResultId: string) =>
    server.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument, previousResultId })

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('are those of the whole document, or of some of its lines', async () => {
    server = await startServer({ capabilities: ranging })
    assert.deepEqual(await full(), { resultId: '1', data: [] })
    await open(server, uri, nestedMail)
    const whole = tellTokens(nestedMail, (await full())?.data ?? [])
    assert.deepEqual(whole[0], [1, '220', 'replyCode.success'])
    assert.ok(whole.some(([, word, what]) => word === 'news@example.net' && what === 'address.refused'))
    const some = tellTokens(nestedMail, (await inLines(6, 7))?.data ?? [])
    assert.deepEqual(
      some,
      whole.filter(([line]) => line === 7),
    )
  })

  it('change as the document does: only what differs is sent', async () => {
    server = await startServer({ capabilities: ranging })
    await open(server, uri, nestedMail)
    const first = (await full()) as SemanticTokens
    const start = { line: 7, character: 3 }
    const end = { line: 7, character: 6 }
    await change(server, uri, 2, [{ range: { start, end }, text: '250' }])
    const delta = (await since(first.resultId ?? '')) as SemanticTokensDelta
    assert.equal(delta.edits.length, 1)
    assert.ok((delta.edits[0]?.data?.length ?? 0) < first.data.length / 2)
    assert.deepEqual(applied(first.data, delta), (await full())?.data)
    const unknown = (await since('of another time')) as SemanticTokens
    assert.deepEqual(unknown.data, applied(first.data, delta))
  })

  it('are no more than those in view where a document is long, for a client that asks for these', async () => {
    server = await startServer({ capabilities: ranging })
    await open(server, uri, long)
    await assert.rejects(full(), { code: LSPErrorCodes.ServerCancelled })
    const near = tellTokens(long, (await inLines(0, 10))?.data ?? [])
    const far = tellTokens(long, (await inLines(15_000, 15_010))?.data ?? [])
    assert.deepEqual(
      far,
      near.map(([line, ...told]) => [line + 15_000, ...told]),
    )
    await assert.rejects(full(), { code: LSPErrorCodes.ServerCancelled })
  })

  it('are all there however long the document, for a client that can ask for nothing else', async () => {
    server = await startServer()
    await open(server, uri, long)
    const { data } = (await full()) as SemanticTokens
    assert.ok(data.length > 2000 * 5)
  })

  it('are asked for again when the document is read in another dialect', async () => {
    let refreshed = 0
    server = await startServer({
      capabilities: ranging,
      listen: connection =>
        connection.onRequest(SemanticTokensRefreshRequest.type, () => {
          refreshed += 1
        }),
    })
    await open(server, uri, nestedMail)
    await server.connection.sendRequest(chooseDialectRequest, { uri, dialect: 'bare' })
    await full()
    assert.equal(refreshed, 1)
  })
})
