import assert from 'node:assert/strict'
import { type DocumentSymbol, DocumentSymbolRequest } from 'vscode-languageserver-protocol/node'
import { open, startServer, stopServer } from './languageServer.ts'
import { greylisted } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'

describe('the outline, asked for by a client', () => {
  it('has the sessions of the document', async () => {
    const server = await startServer()
    const ask = (of: string) =>
      server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: of } })
    await open(server, uri, greylisted)
    const [session, ...others] = (await ask(uri)) as readonly DocumentSymbol[]
    assert.deepEqual(others, [])
    assert.match(session?.detail ?? '', /^deferred at RCPT TO:<bob@example\.org> \(450 4\.2\.0\)/)
    assert.deepEqual(await ask('file:///not/open.smtp'), [])
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })
})
