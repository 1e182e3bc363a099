import assert from 'node:assert/strict'
import { type ClientCapabilities, DiagnosticTag } from 'vscode-languageserver-protocol/node'
import { diagnosticsOf, open, pulling, pushedFor, startServer, stopServer } from './languageServer.ts'
import { nestedMail } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'
const tagSupport = { valueSet: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated] }

/** The tags of the only finding, as a client with these capabilities gets it. */
async function tagsFor(capabilities: ClientCapabilities): Promise<readonly DiagnosticTag[] | undefined> {
  const server = await startServer({ capabilities })
  await open(server, uri, nestedMail)
  const isPulling = capabilities.textDocument?.diagnostic !== undefined
  const [found] = isPulling ? await diagnosticsOf(server, uri) : (await pushedFor(server, uri, 1)).diagnostics
  assert.ok(found)
  assert.equal(await stopServer(server), 0)
  return found.tags
}

describe('the tags of diagnostics, for a client', () => {
  it('are there where it shows them, whether it asks for diagnostics or not', async () => {
    const unnecessary = [DiagnosticTag.Unnecessary]
    assert.deepEqual(await tagsFor({ textDocument: { publishDiagnostics: { tagSupport } } }), unnecessary)
    assert.deepEqual(await tagsFor({ textDocument: { diagnostic: { tagSupport } } }), unnecessary)
    assert.deepEqual(
      await tagsFor({ textDocument: { diagnostic: {}, publishDiagnostics: { tagSupport } } }),
      unnecessary,
    )
  })

  it('are left out for one that says nothing of them', async () => {
    assert.equal(await tagsFor(pulling), undefined)
    assert.equal(await tagsFor({}), undefined)
  })
})
