import assert from 'node:assert/strict'
import { conversionTargets } from '../../server/features/convert.ts'
import {
  diagnosticsOf,
  type LanguageServer,
  open,
  pulling,
  report,
  startServer,
  stopServer,
} from './languageServer.ts'
import { nestedMail, swaksOutput } from './transcripts.ts'

const uri = 'file:///folder/session.log'

describe('converting a transcript', () => {
  let server: LanguageServer

  before(async () => {
    server = await startServer({ capabilities: pulling })
    await open(server, uri, swaksOutput)
    await open(server, 'file:///empty.smtp', 'Dear diary,\n')
  })

  after(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  const convert = (params: unknown): Promise<unknown> => server.connection.sendRequest('smtp/convert', params)

  async function converted(to: string): Promise<string> {
    const answer: unknown = await convert({ uri, to })
    assert.ok(typeof answer === 'object' && answer !== null && 'text' in answer && 'languageId' in answer)
    assert.equal(answer.languageId, 'smtp')
    return String(answer.text)
  }

  it('has every target to choose from', async () => {
    assert.deepEqual(
      await server.connection.sendRequest('smtp/conversionTargets', {}),
      conversionTargets.map(({ name, title }) => ({ name, title })),
    )
  })

  it('gives the same session in the language’s own dialect', async () => {
    const text = await converted('smtp')
    const said = nestedMail.split('\n').filter(line => /^(?:C: |S: 503)/.test(line))
    for (const line of said) assert.ok(text.includes(`${line}\n`), `${line} is missing in:\n${text}`)
  })

  for (const to of ['smtp', 'swaks', 'bare']) {
    it(`keeps the finding in ${to}`, async () => {
      const copy = `untitled:${to}`
      await open(server, copy, await converted(to))
      assert.deepEqual(
        (await diagnosticsOf(server, copy)).map(({ code }) => code),
        ['sequence/nested-mail'],
      )
    })
  }

  it('leaves the document as it is', async () => {
    const { resultId } = await report(server, uri)
    await converted('smtp')
    assert.equal((await report(server, uri, resultId)).kind, 'unchanged')
  })

  for (const [name, params, answer] of [
    ['a target that does not exist', { uri, to: 'pidgin' }, /"pidgin".*smtp/],
    ['no target', { uri }, /cannot be converted/],
    ['a document that is not open', { uri: 'file:///b', to: 'smtp' }, /^No transcript .* is open\.$/],
    ['a text without a session', { uri: 'file:///empty.smtp', to: 'smtp' }, /^No SMTP session was found/],
    ['an empty request', {}, /^No transcript .* is open\.$/],
  ] as const) {
    it(`answers in a sentence for ${name}`, async () => {
      const given: unknown = await convert(params)
      assert.ok(typeof given === 'object' && given !== null && 'error' in given)
      assert.match(String(given.error), answer)
    })
  }
})
