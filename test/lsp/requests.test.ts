import assert from 'node:assert/strict'
import { type LanguageServer, open, pulling, report, startServer, stopServer } from './languageServer.ts'
import { nestedMail } from './transcripts.ts'

describe('requests of our own', () => {
  let server: LanguageServer

  before(async () => {
    server = await startServer({ capabilities: pulling })
  })

  after(async () => {
    assert.equal(await stopServer(server), 0)
  })

  const compare = (params: unknown) => server.connection.sendRequest('smtp/compareReplyCodes', params)

  it('smtp/compareReplyCodes answers with Markdown that has every section', async () => {
    const markdown: unknown = await compare({ codes: ['450', '503'] })
    assert.ok(typeof markdown === 'string')
    const headings = [...markdown.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    assert.deepEqual(headings.slice(0, 8), [
      'What 450 means',
      'What 503 means',
      'When you meet 450',
      'When you meet 503',
      'How to fix 450',
      'How to fix 503',
      'Key differences',
      'Which applies when',
    ])
    assert.match(markdown, /^# 450 and 503 compared\n/)
  })

  it('smtp/compareReplyCodes answers null where one is no code', async () => {
    assert.equal(await compare({ codes: ['450', 'hello'] }), null)
    assert.equal(await compare({ codes: ['', '503'] }), null)
  })

  it('smtp/replyCodes lists the codes with their names', async () => {
    const choices: unknown = await server.connection.sendRequest('smtp/replyCodes', {})
    assert.ok(Array.isArray(choices))
    const names = new Map(choices.map(({ name, title }) => [name, title]))
    assert.equal(names.get('450'), 'Requested mail action not taken: mailbox unavailable')
    assert.equal(names.get('503'), 'Bad sequence of commands')
    assert.equal(names.get('5.1.1'), 'Bad destination mailbox address')
    for (const [code, name] of names) {
      assert.match(String(code), /^[2-5]\d\d$|^[245]\.\d+\.\d+$/)
      assert.ok(String(name).length > 1)
    }
    assert.equal(names.size, choices.length)
  })

  it('smtp/words lists what can be explained, each with what it is', async () => {
    const choices: unknown = await server.connection.sendRequest('smtp/words', {})
    assert.ok(Array.isArray(choices))
    const names = choices.map(({ name }) => name)
    for (const word of ['450', '5.7.26', 'RCPT', 'PIPELINING', 'NOTIFY', 'CRAM-MD5']) {
      assert.ok(names.includes(word), word)
    }
    assert.equal(new Set(names).size, names.length)
    assert.ok(choices.every(({ title }) => String(title).length > 1))
  })

  it('smtp/wordPage answers with Markdown, for what nobody knows with null', async () => {
    const page = (params: unknown) => server.connection.sendRequest('smtp/wordPage', params)
    assert.match(String(await page({ word: 'rcpt' })), /^# RCPT command\n/)
    assert.match(String(await page({ word: '5.7.26' })), /^# 5\.7\.26 /)
    for (const params of [{ word: 'frobnicate' }, { word: '' }, { word: 7 }, {}]) {
      assert.equal(await page(params), null, JSON.stringify(params))
    }
  })

  for (const params of [
    {},
    { codes: null },
    { codes: [] },
    { codes: [450, 503] },
    { codes: 'x' },
    [],
    ['450'],
  ]) {
    it(`smtp/compareReplyCodes stays calm about ${JSON.stringify(params)}`, async () => {
      const answer: unknown = await compare(params).catch(() => null)
      assert.equal(answer, null)
      await open(server, 'file:///a.smtp', nestedMail)
      assert.equal((await report(server, 'file:///a.smtp')).kind, 'full')
    })
  }
})
