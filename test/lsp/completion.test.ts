import assert from 'node:assert/strict'
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  type Position,
  SignatureHelpRequest,
} from 'vscode-languageserver-protocol/node'
import { change, type LanguageServer, open, startServer, stopServer } from './languageServer.ts'

const uri = 'file:///folder/session.smtp'
const text = 'S: 220 mx.example.org ESMTP\nC: EHLO client.example.net\nS: 250 mx.example.org\nC: ma'

const capabilities: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, insertReplaceSupport: true, documentationFormat: ['markdown'] },
    },
    signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } },
  },
}

async function itemsAt(server: LanguageServer, position: Position): Promise<readonly CompletionItem[]> {
  const answer = await server.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position,
    context: { triggerKind: CompletionTriggerKind.Invoked },
  })
  assert.ok(answer && 'items' in answer)
  return answer.items
}

for (const locale of ['en', 'ko'] as const) {
  describe(`completions of the language server for a reader of ${locale}`, () => {
    let server: LanguageServer

    before(async () => {
      server = await startServer({ locale, capabilities })
      await open(server, uri, text)
    })

    after(async () => {
      assert.equal(await stopServer(server), 0)
      assert.deepEqual(server.errors, [])
    })

    it('are announced with what makes an editor ask for them', () => {
      const provider = server.answer.capabilities.completionProvider
      assert.equal(provider?.resolveProvider, true)
      assert.ok(provider?.triggerCharacters?.every(character => !/\d/.test(character)))
    })

    it('replace what was typed, in the form that the client takes', async () => {
      const [first] = await itemsAt(server, { line: 3, character: 5 })
      assert.equal(first?.label, 'MAIL FROM')
      assert.deepEqual(first?.textEdit, {
        newText: `MAIL FROM:<\${1:anna@example.net}>$0`,
        insert: { start: { line: 3, character: 3 }, end: { line: 3, character: 5 } },
        replace: { start: { line: 3, character: 3 }, end: { line: 3, character: 5 } },
      })
    })

    it('say what speaks against a command, and document it when somebody looks', async () => {
      const items = await itemsAt(server, { line: 3, character: 5 })
      const data = items.find(({ label }) => label === 'DATA')
      assert.match(data?.detail ?? '', locale === 'en' ? /^out of sequence here: / : /\p{Script=Hangul}/u)
      assert.ok(data)
      assert.equal(data.documentation, undefined)
      const { documentation } = await server.connection.sendRequest(CompletionResolveRequest.type, data)
      assert.ok(typeof documentation === 'object')
      assert.equal(documentation.kind, 'markdown')
      assert.match(documentation.value, /rfc5321#section-4\.1\.1\.4/)
      assert.equal(/\p{Script=Hangul}/u.test(documentation.value), locale === 'ko')
    })

    it('follow what is typed', async () => {
      const end = { line: 3, character: 5 }
      const typed = 'MAIL FROM:<anna@example.net>\nS: 250 ok\nC: '
      const start = { line: 3, character: 3 }
      await change(server, uri, 2, [{ range: { start, end }, text: typed }])
      const [first] = await itemsAt(server, { line: 5, character: 3 })
      assert.equal(first?.label, 'RCPT TO')
    })

    it('come with the form of the command', async () => {
      assert.ok(server.answer.capabilities.signatureHelpProvider?.triggerCharacters?.includes('<'))
      const help = await server.connection.sendRequest(SignatureHelpRequest.type, {
        textDocument: { uri },
        position: { line: 3, character: 14 },
      })
      const [signature] = help?.signatures ?? []
      assert.equal(signature?.label, 'MAIL FROM:<reverse-path> [parameters]')
      assert.deepEqual(signature?.parameters?.[0]?.label, [10, 24])
      const told = String(signature?.parameters?.[0]?.documentation)
      assert.equal(/\p{Script=Hangul}/u.test(told), locale === 'ko')
    })
  })
}
