import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol/node'
import { applyTextEdits } from '../features/textEdits.ts'
import {
  change,
  close,
  diagnosticsOf,
  hover,
  type LanguageServer,
  open,
  pulling,
  startServer,
  stopServer,
} from './languageServer.ts'
import { dataWithoutRcpt, nestedMail, withCrlf } from './transcripts.ts'

type Change = TextDocumentContentChangeEvent

function replace(
  [line, character]: readonly [number, number],
  [endLine, endCharacter]: readonly [number, number],
  text: string,
): Change {
  return { range: { start: { line, character }, end: { line: endLine, character: endCharacter } }, text }
}

/** The text after the changes, worked out without the server. */
function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce(
    (before, one) =>
      'range' in one ? applyTextEdits(before, [{ range: one.range, newText: one.text }]) : one.text,
    text,
  )
}

/** What diagnostics say, without what names the document. */
function told(diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ range, code, message, relatedInformation }) => ({
    range,
    code,
    message,
    related: relatedInformation?.map(({ location, message: why }) => [location.range, why]),
  }))
}

describe('a document that is edited reads as if it were opened afresh', () => {
  let server: LanguageServer
  let count = 0

  before(async () => {
    server = await startServer({ capabilities: pulling })
  })

  after(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  /**
   * Makes the changes to an open document, in one message, and compares it with a fresh one of the same text.
   * An edited document keeps the dialect that it has; with `dialect` both are read in that.
   */
  async function assertSame(
    text: string,
    changes: Change[],
    dialect: string | null = null,
  ): Promise<readonly Diagnostic[]> {
    const choose = (document: string) =>
      dialect === null
        ? null
        : server.connection.sendRequest('smtp/chooseDialect', { uri: document, dialect })
    count += 1
    const edited = `file:///edited-${count}.smtp`
    const fresh = `file:///fresh-${count}.smtp`
    await open(server, edited, text)
    await choose(edited)
    await diagnosticsOf(server, edited)
    await change(server, edited, 2, changes)
    await open(server, fresh, changed(text, changes))
    await choose(fresh)
    const found = await diagnosticsOf(server, edited)
    const expected = await diagnosticsOf(server, fresh)
    assert.deepEqual(told(found), told(expected), changed(text, changes))
    const place = { line: 7, character: 4 }
    const [shown, wanted] = await Promise.all([hover(server, edited, place), hover(server, fresh, place)])
    const value = JSON.stringify(shown?.contents)?.replaceAll('edited-', 'fresh-')
    assert.equal(value, JSON.stringify(wanted?.contents))
    await Promise.all([close(server, edited), close(server, fresh)])
    return found
  }

  const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code)

  it('when the missing RSET is typed', async () => {
    const found = await assertSame(nestedMail, [
      replace([6, 0], [6, 0], 'C: RSET\n'),
      replace([7, 0], [7, 0], 'S: 250 2.0.0 Ok\n'),
      replace([9, 3], [9, 41], '250 2.1.0 Ok'),
    ])
    assert.deepEqual(codes(found), [])
  })

  it('when it is typed into a file with CRLF', async () => {
    const found = await assertSame(withCrlf(nestedMail), [
      replace([6, 0], [6, 0], 'C: RSET\r\nS: 250 2.0.0 Ok\r\n'),
      replace([9, 3], [9, 41], '250 2.1.0 Ok'),
    ])
    assert.deepEqual(codes(found), [])
  })

  it('when a session is typed letter by letter, in one message', async () => {
    let line = 0
    let character = 0
    const typed = [...nestedMail].map(letter => {
      const one = replace([line, character], [line, character], letter)
      if (letter === '\n') {
        line += 1
        character = 0
      } else character += 1
      return one
    })
    const found = await assertSame('', typed)
    assert.deepEqual(codes(found), ['sequence/nested-mail'])
  })

  it('when a session is deleted letter by letter from its end', async () => {
    const lines = nestedMail.split('\n')
    const deletions = lines.flatMap((text, index) =>
      [...text].map((_, at) => replace([index, text.length - at - 1], [index, text.length - at], '')),
    )
    assert.deepEqual(codes(await assertSame(nestedMail, deletions)), [])
  })

  it('when the whole text is replaced between other changes', async () => {
    const found = await assertSame(nestedMail, [
      replace([0, 0], [3, 0], ''),
      { text: dataWithoutRcpt },
      replace([5, 0], [5, 0], '# one line more\n'),
    ])
    assert.deepEqual(codes(found), ['sequence/data-without-rcpt'])
  })

  it('when the whole text is replaced twice, and by nothing', async () => {
    assert.deepEqual(codes(await assertSame(nestedMail, [{ text: '' }, { text: nestedMail }])), [
      'sequence/nested-mail',
    ])
    assert.deepEqual(codes(await assertSame(nestedMail, [{ text: '' }])), [])
  })

  it('when CR and LF of one line end come and go separately', async () => {
    await assertSame(withCrlf(nestedMail), [
      replace([3, 10], [4, 0], '\r'),
      replace([4, 0], [4, 0], '\n'),
      replace([2, 19], [3, 0], '\n'),
      replace([2, 0], [2, 0], '\r'),
    ])
  })

  it('when the dialect becomes another', async () => {
    const bare = nestedMail.replaceAll(/^[CS]: /gm, '')
    const prefixes = bare.split('\n').flatMap((line, index) => {
      if (line === '') return []
      return [replace([index, 0], [index, 0], /^\d{3}[ -]/.test(line) ? 'S: ' : 'C: ')]
    })
    assert.deepEqual(codes(await assertSame(bare, prefixes)), ['sequence/nested-mail'])
  })

  it('when changes lie beyond its end', async () => {
    await assertSame(nestedMail, [replace([10, 0], [10, 0], 'C: NOOP'), replace([10, 7], [10, 7], '\n')])
  })

  it('whatever is changed', async function () {
    this.timeout(60_000)
    const snippets = fc.constantFrom(
      ...[
        '',
        'C: RSET\n',
        'S: 250 OK\n',
        'C: DATA\r\n',
        'S: 354 go\n',
        'C: .\n',
        '\r',
        '\n',
        'S: 503-',
        'x',
        '421 ',
      ],
    )
    const edit = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 3 }), snippets)
    const edits = fc
      .array(edit, { minLength: 1, maxLength: 6 })
      .map(list => list.map(([line, deleted, text]) => replace([line, 0], [line + deleted, 0], text)))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(nestedMail, withCrlf(dataWithoutRcpt)), edits, async (text, list) => {
        await assertSame(text, list, 'smtp')
      }),
      { numRuns: 60 },
    )
  })
})
