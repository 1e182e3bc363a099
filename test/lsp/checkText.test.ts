import assert from 'node:assert/strict'
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node'
import { type CheckTextAnswer, type CheckTextParams, checkTextRequest } from '../../server/lsp/messages.ts'
import { diagnosticsOf, type LanguageServer, pulling, startServer, stopServer } from './languageServer.ts'
import { clean, nestedMail, swaksOutput } from './transcripts.ts'

const uri = 'file:///folder/unopened.smtp'

describe('the check of a text that is not open', () => {
  let server: LanguageServer

  const check = (text: string) =>
    server.connection.sendRequest<CheckTextAnswer>(checkTextRequest, { uri, text } satisfies CheckTextParams)

  beforeEach(async () => {
    server = await startServer({ capabilities: pulling })
  })

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('finds what it would find if it were open, in every dialect', async () => {
    assert.deepEqual(
      (await check(nestedMail)).map(({ code, range }) => [code, range.start.line]),
      [['sequence/nested-mail', 6]],
    )
    assert.deepEqual(await check(clean), [])
    const swaks = await check(swaksOutput)
    assert.ok(swaks.every(({ range }) => range.start.line < swaksOutput.split('\n').length))
  })

  it('opens nothing', async () => {
    await check(nestedMail)
    assert.deepEqual(await diagnosticsOf(server, uri), [])
  })

  it('is left when the person cancels', async () => {
    const source = new CancellationTokenSource()
    const asked = server.connection.sendRequest(
      checkTextRequest,
      { uri, text: nestedMail.repeat(3000) },
      source.token,
    )
    source.cancel()
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled })
  })
})
