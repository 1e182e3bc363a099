import assert from 'node:assert/strict'
import type { Hover } from 'vscode-languageserver-protocol/node'
import { hover, type LanguageServer, open, startServer, stopServer } from './languageServer.ts'
import { greylisted, nestedMail } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'
const commandLink = 'command:smtp.compareReplyCodes?'

/** The Markdown of a hover. */
function markdownOf(shown: Hover | null): string {
  assert.ok(shown)
  assert.ok(typeof shown.contents === 'object' && 'kind' in shown.contents)
  assert.equal(shown.contents.kind, 'markdown')
  return shown.contents.value
}

describe('hovers of the language server', () => {
  let server: LanguageServer

  async function start(initializationOptions?: unknown): Promise<void> {
    server = await startServer({ initializationOptions })
    await open(server, uri, nestedMail)
    await open(server, `${uri}2`, greylisted)
  }

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('explain 503 and 450 in Markdown, and say which word they are about', async () => {
    await start()
    const shown = await hover(server, uri, { line: 7, character: 4 })
    assert.match(markdownOf(shown), /503 Bad sequence of commands/)
    assert.deepEqual(shown?.range, { start: { line: 7, character: 3 }, end: { line: 7, character: 6 } })
    const other = await hover(server, `${uri}2`, { line: 6, character: 3 })
    assert.match(markdownOf(other), /450 Requested mail action not taken/)
    assert.match(markdownOf(other), /[Gg]reylist/)
  })

  it('lead to the comparison of the two where the client has such links', async () => {
    await start({ commandLinks: true })
    for (const [of, line] of [
      [uri, 7],
      [`${uri}2`, 6],
    ] as const) {
      const markdown = markdownOf(await hover(server, of, { line, character: 4 }))
      const [, parameters = ''] = /\(command:smtp\.compareReplyCodes\?([^)]*)\)/.exec(markdown) ?? []
      const codes: unknown = JSON.parse(decodeURIComponent(parameters))
      assert.ok(Array.isArray(codes))
      assert.deepEqual([...codes].sort(), ['450', '503'])
    }
  })

  for (const options of [undefined, null, {}, { commandLinks: false }, { commandLinks: 'yes' }, 'x', 7]) {
    it(`have no command link for the initialization options ${JSON.stringify(options)}`, async () => {
      await start(options)
      const markdown = markdownOf(await hover(server, uri, { line: 7, character: 4 }))
      assert.ok(!markdown.includes(commandLink) && !markdown.includes('command:'))
    })
  }

  it('are there only over words that have a meaning', async () => {
    await start()
    for (const position of [
      { line: 7, character: 0 },
      { line: 7, character: 20 },
      { line: 10, character: 0 },
    ]) {
      assert.equal(await hover(server, uri, position), null)
    }
  })
})
