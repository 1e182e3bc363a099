import assert from 'node:assert/strict'
import {
  DidChangeConfigurationNotification,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type FormattingOptions,
} from 'vscode-languageserver-protocol/node'
import { applyTextEdits } from '../features/textEdits.ts'
import { type LanguageServer, open, pulling, startServer, stopServer } from './languageServer.ts'

const uri = 'file:///folder/session.smtp'
const text = '  S: 220 mx\n  C: ehlo c\n  S: 250 mx\n  C: quit\n  S: 221 bye'
const tidy = text.replaceAll(/^ {2}/gm, '')
const swaks = '=== Connected to mx.  \n<-  220 mx\n -> ehlo c\n<-  250 mx\n -> quit\n<-  221 bye\n'
const plain: FormattingOptions = { tabSize: 4, insertSpaces: true }

describe('formatting by the language server', () => {
  let server: LanguageServer

  beforeEach(async () => {
    server = await startServer({ capabilities: pulling })
  })

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  async function formatted(source: string, options: FormattingOptions = plain): Promise<string> {
    const textDocument = { uri }
    const edits = await server.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options,
    })
    return applyTextEdits(source, edits ?? [])
  }

  function configure(smtp: unknown): Promise<void> {
    return server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { smtp } })
  }

  it('gives a document the style of the language, and its end as the editor wants it', async () => {
    await open(server, uri, text)
    assert.equal(await formatted(text), tidy)
    assert.equal(await formatted(text, { ...plain, insertFinalNewline: true }), `${tidy}\n`)
  })

  it('gives it to the lines that are asked for', async () => {
    await open(server, uri, text)
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } }
    const edits = await server.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument: { uri },
      options: plain,
      range,
    })
    assert.equal(applyTextEdits(text, edits ?? []), text.replace('  C: ehlo', 'C: ehlo'))
  })

  it('writes verbs as the settings have it at the time', async () => {
    await open(server, uri, text)
    await configure({ format: { verbCase: 'upper' } })
    assert.equal(await formatted(text), tidy.replace('ehlo', 'EHLO').replace('quit', 'QUIT'))
    await configure({ format: { verbCase: 'camel' } })
    assert.equal(await formatted(text), tidy)
    await configure({ format: 'upper' })
    assert.equal(await formatted(text), tidy)
  })

  it('leaves alone what a tool printed, and what is not open', async () => {
    assert.equal(await formatted(text), text)
    await open(server, uri, swaks)
    assert.equal(await formatted(swaks), swaks)
  })
})
