import assert from 'node:assert/strict'
import {
  change,
  close,
  diagnosticsOf,
  type LanguageServer,
  open,
  pulling,
  readingOf,
  startServer,
  stopServer,
} from './languageServer.ts'
import { greylisted, nestedMail, swaksOutput } from './transcripts.ts'

const uri = 'file:///folder/session.log'

describe('the notice of how a document was read', () => {
  let server: LanguageServer

  async function start(initializationOptions: unknown): Promise<void> {
    server = await startServer({ capabilities: pulling, initializationOptions })
  }

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  it('tells the dialect, how it came about, and how many sessions there are', async () => {
    await start({ readingNotices: true })
    await open(server, uri, `${swaksOutput}${swaksOutput}`, 3)
    assert.deepEqual(await readingOf(server, uri), {
      uri,
      version: 3,
      dialect: { name: 'swaks', title: 'output of swaks' },
      chosen: false,
      sessions: 2,
    })
  })

  it('tells by which marks the reader goes that it has found itself, and how sure it is', async () => {
    await start({ readingNotices: true })
    const lines = [
      '<= 220 mx.example.org',
      '=> EHLO a.example',
      '<= 250 mx.example.org',
      '=> NOOP',
      '<= 250 ok',
      '=> QUIT',
      '<= 221 bye',
    ]
    await open(server, uri, lines.map(line => `10:00:00 app ${line}\n`).join(''))
    const { dialect, sureness } = await readingOf(server, uri)
    assert.equal(dialect.name, 'inferred')
    assert.match(String(sureness), /^by its marks, for sure \(client: ".*=>"; server: ".*<="\)$/)
  })

  it('tells what failed first, and why', async () => {
    await start({ readingNotices: true })
    await open(server, uri, greylisted)
    const { failure } = await readingOf(server, uri)
    assert.equal(failure?.session, 1)
    assert.equal(failure.outcome, 'deferred at RCPT TO:<bob@example.org>')
    assert.match(failure.reason ?? '', /greylist/i)
  })

  it('comes for a text without any session too', async () => {
    await start({ readingNotices: true })
    await open(server, uri, 'Dear diary,\n')
    assert.equal((await readingOf(server, uri)).sessions, 0)
  })

  it('comes again after a change, for its version', async () => {
    await start({ readingNotices: true })
    await open(server, uri, swaksOutput)
    assert.equal((await readingOf(server, uri)).dialect.name, 'swaks')
    await change(server, uri, 2, [{ text: greylisted }])
    assert.equal((await readingOf(server, uri, ({ version }) => version === 2)).dialect.name, 'smtp')
  })

  it('comes once for changes that arrive together, and for each document', async () => {
    await start({ readingNotices: true })
    const other = 'untitled:Untitled-1'
    await Promise.all([
      open(server, uri, ''),
      open(server, other, swaksOutput),
      ...Array.from({ length: 50 }, (_, index) => change(server, uri, index + 2, [{ text: nestedMail }])),
    ])
    await readingOf(server, uri, ({ version }) => version === 51)
    await readingOf(server, other)
    const told = server.readings.filter(read => read.uri === uri).length
    assert.ok(told < 10, `${told} notices for 51 changes`)
  })

  it('does not come for a document that was closed at once', async () => {
    await start({ readingNotices: true })
    await Promise.all([open(server, uri, nestedMail), close(server, uri)])
    await open(server, 'file:///other.smtp', nestedMail)
    await readingOf(server, 'file:///other.smtp')
    assert.deepEqual(
      server.readings.map(read => read.uri),
      ['file:///other.smtp'],
    )
  })

  it('does not come to a client that has not asked for it', async () => {
    await start(undefined)
    await open(server, uri, swaksOutput)
    await diagnosticsOf(server, uri)
    await change(server, uri, 2, [{ text: nestedMail }])
    await diagnosticsOf(server, uri)
    assert.deepEqual(server.readings, [])
  })
})
