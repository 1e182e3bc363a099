import assert from 'node:assert/strict'
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  LSPErrorCodes,
  type Position,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node'
import { change, close, type LanguageServer, open, startServer, stopServer } from './languageServer.ts'
import { greylisted } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'
const closed = { textDocument: { uri: 'file:///not/open.smtp' } }
const text = `# See RFC 5321 section 4.1.1.\n# Two lines.\n${greylisted}`

/** The place of a word in the text. */
function at(word: string): Position {
  const lines = text.split('\n')
  const line = lines.findIndex(one => one.includes(word))
  return { line, character: lines[line]?.indexOf(word) ?? -1 }
}

describe('finding the way in a transcript, asked for by a client', () => {
  let server: LanguageServer
  const textDocument = { uri }

  before(async () => {
    server = await startServer({
      capabilities: {
        textDocument: { foldingRange: { rangeLimit: 2 }, definition: { linkSupport: true } },
        workspace: { workspaceEdit: { documentChanges: true } },
      },
    })
    await open(server, uri, text)
  })

  after(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('is announced', () => {
    const { capabilities } = server.answer
    for (const one of [
      'foldingRangeProvider',
      'selectionRangeProvider',
      'documentHighlightProvider',
      'definitionProvider',
      'referencesProvider',
      'renameProvider',
      'documentLinkProvider',
      'workspaceSymbolProvider',
    ] as const) {
      assert.ok(capabilities[one], one)
    }
  })

  it('has as many folds as the client can show', async () => {
    const folds = await server.connection.sendRequest(FoldingRangeRequest.type, { textDocument })
    assert.deepEqual(
      folds?.map(({ startLine }) => startLine),
      [0, 2],
    )
    assert.deepEqual(await server.connection.sendRequest(FoldingRangeRequest.type, closed), [])
  })

  it('has the selections for several places at once', async () => {
    const positions = [at('RCPT'), at('450')]
    const ranges = await server.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument,
      positions,
    })
    assert.deepEqual(
      ranges?.map(({ range }) => range.end.character - range.start.character),
      [4, 3],
    )
    assert.deepEqual(
      await server.connection.sendRequest(SelectionRangeRequest.type, { ...closed, positions }),
      [],
    )
  })

  it('lights up a command and its reply, and leads from one to the other', async () => {
    const params = { textDocument, position: at('450') }
    const lit = await server.connection.sendRequest(DocumentHighlightRequest.type, params)
    assert.deepEqual(
      lit?.map(({ range }) => range.start),
      [at('RCPT'), at('450')],
    )
    const links = await server.connection.sendRequest(DefinitionRequest.type, params)
    assert.ok(Array.isArray(links) && links.length === 1)
    const [link] = links
    assert.ok(link && 'targetUri' in link)
    assert.deepEqual([link.targetUri, link.targetSelectionRange.start], [uri, at('RCPT')])
  })

  it('lists where an address stands, and what became of it', async () => {
    const params = { textDocument, position: at('anna@'), context: { includeDeclaration: true } }
    const found = await server.connection.sendRequest(ReferencesRequest.type, params)
    assert.deepEqual(
      found?.map(({ range }) => range.start),
      [at('anna@'), at('250 2.1.0')],
    )
  })

  it('renames in this version of the document, or says why not', async () => {
    const params = { textDocument, position: at('anna@') }
    const prepared = await server.connection.sendRequest(PrepareRenameRequest.type, params)
    assert.ok(prepared && 'placeholder' in prepared)
    assert.equal(prepared.placeholder, 'anna@example.net')
    const edit = await server.connection.sendRequest(RenameRequest.type, {
      ...params,
      newName: 'zoe@example.com',
    })
    assert.deepEqual(edit?.documentChanges, [
      { textDocument: { uri, version: 1 }, edits: [{ range: prepared.range, newText: 'zoe@example.com' }] },
    ])
    const refused = (reason: RegExp) => (error: { readonly code: number; readonly message: string }) => {
      assert.equal(error.code, LSPErrorCodes.RequestFailed)
      assert.match(error.message, reason)
      return true
    }
    await assert.rejects(
      server.connection.sendRequest(RenameRequest.type, { ...params, newName: 'zoe' }),
      refused(/^"zoe" is no address/),
    )
    await assert.rejects(
      server.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position: at('RCPT') }),
      refused(/^Only an address/),
    )
  })

  it('has links, and the symbols of what is open', async () => {
    const [link] = (await server.connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? []
    assert.equal(link?.target, 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1')
    const other = 'file:///folder/other.smtp'
    const ask = async () => {
      const found = await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'bob@' })
      return (found ?? []).map(({ location }) => location.uri)
    }
    await open(server, other, greylisted)
    assert.deepEqual(await ask(), [uri, other])
    await close(server, other)
    assert.deepEqual(await ask(), [uri])
  })

  it('holds for the text as it is after an edit', async () => {
    await open(server, 'file:///folder/edited.smtp', greylisted)
    const edited = { textDocument: { uri: 'file:///folder/edited.smtp' } }
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
    await change(server, edited.textDocument.uri, 2, [{ range, text: '# RFC 3030\n' }])
    const [link] = (await server.connection.sendRequest(DocumentLinkRequest.type, edited)) ?? []
    assert.equal(link?.target, 'https://www.rfc-editor.org/rfc/rfc3030')
    await close(server, edited.textDocument.uri)
  })

  it('stays within limits in a log of very many sessions', async () => {
    const long = 'file:///folder/long.smtp'
    await open(server, long, greylisted.repeat(5200))
    const params = { textDocument: { uri: long } }
    const symbols = (await server.connection.sendRequest(
      DocumentSymbolRequest.type,
      params,
    )) as readonly DocumentSymbol[]
    assert.equal(symbols.length, 5000)
    assert.match(symbols.at(-1)?.name ?? '', /^Left out: 201 more/)
    const folds = await server.connection.sendRequest(FoldingRangeRequest.type, params)
    assert.equal(folds?.length, 2)
    await close(server, long)
  }).timeout(20_000)
})

describe('a client that knows less', () => {
  it('gets places instead of links, and edits without versions', async () => {
    const server = await startServer()
    await open(server, uri, text)
    const params = { textDocument: { uri }, position: at('450') }
    const place = await server.connection.sendRequest(DefinitionRequest.type, params)
    assert.ok(place && 'range' in place)
    assert.deepEqual(place.range.start, at('RCPT'))
    const edit = await server.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri },
      position: at('bob@'),
      newName: 'zoe@example.com',
    })
    assert.deepEqual(Object.keys(edit?.changes ?? {}), [uri])
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })
})
