import assert from 'node:assert/strict'
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node'
import {
  change,
  close,
  codeActions,
  diagnosticsOf,
  hover,
  type LanguageServer,
  open,
  pulling,
  startServer,
  stopServer,
} from './languageServer.ts'
import { nestedMail, withCrlf } from './transcripts.ts'

const uri = 'file:///bad.smtp'
const megabytes = 10 * 1024 * 1024

/** Octets of every value, in an order that looks like chance, as a text of one unit for each. */
function garbage(length: number): string {
  let seed = 1
  const units = Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed & 0xff
  })
  return String.fromCharCode(...units)
}

/** A session in which `count` commands are out of sequence, each for itself. */
function manyProblems(count: number): string {
  const nested = 'C: MAIL FROM:<a@example.net>\nS: 503 nested\n'.repeat(count)
  return `S: 220 mx.example.org ESMTP\nC: EHLO c\nS: 250 mx\nC: MAIL FROM:<a@example.net>\nS: 250 OK\n${nested}`
}

describe('the language server stays calm about bad input', () => {
  let server: LanguageServer

  beforeEach(async () => {
    server = await startServer({ capabilities: pulling })
  })

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
  })

  /** A later request is answered as ever, and no error was logged on the way. */
  async function assertWell(): Promise<void> {
    await open(server, 'file:///well.smtp', nestedMail)
    const items = await diagnosticsOf(server, 'file:///well.smtp')
    assert.deepEqual(
      items.map(({ code }) => code),
      ['sequence/nested-mail'],
    )
    assert.deepEqual(server.errors, [])
  }

  const texts: readonly (readonly [string, string])[] = [
    ['an empty document', ''],
    ['nothing but line ends', '\n\r\n\r\r\n'],
    ['binary garbage with NULs', `\0\0\0${garbage(60_000)}`],
    ['garbage behind the prefixes', garbage(20_000).replaceAll('\n', '\nC: ').replaceAll('\r', '\rS: 250')],
    ['a line of 10 MB', 'x'.repeat(megabytes)],
    ['a command of 10 MB', `S: 220 mx ESMTP\nC: MAIL FROM:<${'a'.repeat(megabytes)}>\nS: 503 no\n`],
    ['a reply of 10 MB', `S: 220 mx ESMTP\nC: EHLO c\nS: 450 ${'4.2.0 '.repeat(megabytes / 6)}\n`],
    ['a prefix and 10 MB of spaces', `S: 220 mx ESMTP\nC:${' '.repeat(megabytes)}\n`],
    ['lone surrogates', `S: 220 \ud800 ESMTP\nC: MAIL FROM:<\udc00@\udbff>\nS: 503 \udfff\ud800\n`],
    ['a reply that never ends', `C: EHLO c\n${'S: 250-x\n'.repeat(5_000)}`],
    ['commands that nobody answers', `S: 220 mx ESMTP\n${'C: RCPT TO:<a@example.org>\n'.repeat(5_000)}`],
    ['every verdict at once', `${'C: BDAT 99999999999999999999 LAST\nC: AUTH\nC: \nS: 334 \n'.repeat(500)}`],
  ]

  for (const [name, text] of texts) {
    it(name, async function () {
      this.timeout(60_000)
      await open(server, uri, text)
      const items = await diagnosticsOf(server, uri)
      await hover(server, uri, { line: 2, character: 4 })
      await hover(server, uri, { line: 0, character: 2 })
      await codeActions(server, uri, items)
      await change(server, uri, 2, [
        { range: { start: { line: 1, character: 1 }, end: { line: 1, character: 2 } }, text: 'S\r' },
      ])
      await diagnosticsOf(server, uri)
      await close(server, uri)
      await assertWell()
    })
  }

  it('lone CRs end lines', async () => {
    await open(server, uri, nestedMail.replaceAll('\n', '\r'))
    const [found] = await diagnosticsOf(server, uri)
    assert.equal(found?.range.start.line, 6)
    await open(server, `${uri}2`, withCrlf(nestedMail))
    const [same] = await diagnosticsOf(server, `${uri}2`)
    assert.deepEqual(same?.range, found.range)
    await assertWell()
  })

  it('shows five hundred of 2,000 problems and says so', async function () {
    this.timeout(60_000)
    await open(server, uri, manyProblems(2_000))
    const items = await diagnosticsOf(server, uri)
    assert.equal(items.length, 500)
    const about = items.filter(({ message }) => /2,?000/.test(String(message)))
    assert.equal(about.length, 1)
    assert.notEqual(about[0]?.severity, DiagnosticSeverity.Error)
    const shown = items.filter(one => one !== about[0])
    assert.ok(shown.every(({ code }) => code === 'sequence/nested-mail'))
    const actions = (await codeActions(server, uri, shown.slice(-1))) ?? []
    assert.ok(actions.some(({ title }) => title === 'Insert RSET before MAIL'))
    assert.deepEqual((await codeActions(server, uri, about)) ?? [], [])
    await assertWell()
  })

  it('shows all of a thousand', async function () {
    this.timeout(60_000)
    await open(server, uri, manyProblems(1_000))
    const items = await diagnosticsOf(server, uri)
    assert.equal(items.length, 1_000)
    assert.ok(items.every(({ code }) => code === 'sequence/nested-mail'))
  })

  it('requests for a document that was never opened', async () => {
    assert.equal(await hover(server, 'file:///none.smtp', { line: 0, character: 0 }), null)
    assert.deepEqual((await codeActions(server, 'file:///none.smtp', [])) ?? [], [])
    assert.deepEqual(await diagnosticsOf(server, 'file:///none.smtp'), [])
    await change(server, 'file:///none.smtp', 2, [{ text: 'C: DATA' }])
    await close(server, 'file:///none.smtp')
    assert.deepEqual(await diagnosticsOf(server, 'file:///none.smtp'), [])
    await assertWell()
  })

  it('positions outside the document', async () => {
    await open(server, uri, nestedMail)
    for (const [line, character] of [
      [1_000_000, 0],
      [7, 1_000_000],
      [2_147_483_647, 2_147_483_647],
      [-1, -1],
      [0.5, 0.5],
    ] as const) {
      assert.equal(await hover(server, uri, { line, character }), null)
    }
    await change(server, uri, 2, [
      {
        range: { start: { line: 900, character: 9 }, end: { line: 2_147_483_647, character: 0 } },
        text: 'C: NOOP\n',
      },
    ])
    assert.equal((await diagnosticsOf(server, uri))[0]?.code, 'sequence/nested-mail')
    await assertWell()
  })

  it('diagnostics whose data is not what it was', async () => {
    await open(server, uri, nestedMail)
    const [found] = await diagnosticsOf(server, uri)
    assert.ok(found)
    const version = 1
    for (const data of [
      null,
      'x',
      7,
      [],
      {},
      { version },
      { version, session: -1, problem: 0 },
      { version, session: 1e9, problem: 0 },
      { version, session: 0, problem: 1e9 },
      { version, session: 0.5, problem: 0 },
      { version, session: '0', problem: '0' },
      { version: '1', session: 0, problem: 0 },
      { version, session: { toString: 0 }, problem: [[]] },
      { version, session: 0, problem: '__proto__' },
    ]) {
      assert.deepEqual((await codeActions(server, uri, [{ ...found, data }])) ?? [], [], JSON.stringify(data))
    }
    await assertWell()
  })
})
