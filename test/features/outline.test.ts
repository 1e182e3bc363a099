import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { DocumentSymbol } from 'vscode-languageserver-types'
import { outlineSize } from '../../server/features/navigation/outlineSize.ts'
import { sessionFailed } from '../../server/features/outcomeText.ts'
import {
  leftOutSymbols,
  needsChoice,
  outlineView,
  sessionSymbol,
  sessionSymbolTo,
} from '../../server/features/outline.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'

/** The outline as indented lines: `name — detail [line]`, lines from 1. */
function told(symbols: readonly DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, selectionRange, children = [] }) => [
    `${indent}${name}${detail ? ` — ${detail}` : ''} [${selectionRange.start.line + 1}]`,
    ...told(children, `${indent}  `),
  ])
}

function outline(text: string): string[] {
  return told(readTranscript(text).sessions.map(sessionSymbol))
}

/** The outline of a text however long. */
function limited(text: string): string[] {
  const transcript = readTranscript(text)
  const { sessions } = transcript
  const view = outlineView(transcript, needsChoice(transcript) ? sessions.map(sessionFailed) : [])
  const symbols = view.sessions.flatMap(index => {
    const placed = sessions[index]
    return placed ? [sessionSymbolTo(view.depth, placed, index)] : []
  })
  return told([...symbols, ...leftOutSymbols(transcript, view)])
}

const greylisted = `S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 450 4.2.0 Greylisted, come back in 5 minutes
C: QUIT
S: 221 bye
`

describe('the outline', () => {
  it('names sessions, transactions and commands, and says how each came out', () => {
    const lines = outline(greylisted)
    assert.deepEqual(
      lines.map(line => line.replace(/: [A-Z].*? \[/, ': … [')),
      [
        'Session 1 — deferred at RCPT TO:<bob@example.org> (450 4.2.0): … [1]',
        '  EHLO client.example.net — 250 [2]',
        '  MAIL FROM:<anna@example.net> — deferred at RCPT TO:<bob@example.org> (450 4.2.0): … [4]',
        '    MAIL FROM:<anna@example.net> — 250 [4]',
        '    RCPT TO:<bob@example.org> — ✗ 450 4.2.0 [6]',
        '  QUIT — 221 [8]',
      ],
    )
    assert.match(lines[0] ?? '', /greylist/i)
  })

  it('has a message, and two transactions beside each other, in the output of a tool', () => {
    const swaks = [
      '=== Connected to mx.example.org.',
      '<-  220 mx.example.org ESMTP',
      ' -> EHLO c.example.net',
      '<-  250 mx.example.org',
      ' -> MAIL FROM:<a@example.net>',
      '<-  250 ok',
      ' -> RCPT TO:<b@example.org>',
      '<-  250 ok',
      ' -> DATA',
      '<-  354 go',
      ' -> hello',
      ' -> .',
      '<-  250 queued',
      ' -> MAIL FROM:<c@example.net>',
      '<** 550 5.7.1 no',
    ]
    assert.deepEqual(
      outline(swaks.join('\n')).map(line => line.replace(/\): .*? \[/, ') [')),
      [
        'Session 1 — refused at MAIL FROM:<c@example.net> (550 5.7.1) [1]',
        '  EHLO c.example.net — 250 [3]',
        '  MAIL FROM:<a@example.net> — accepted [5]',
        '    MAIL FROM:<a@example.net> — 250 [5]',
        '    RCPT TO:<b@example.org> — 250 [7]',
        '    DATA — 354 [9]',
        '    message — 250 [11]',
        '  MAIL FROM:<c@example.net> — refused at MAIL FROM:<c@example.net> (550 5.7.1) [14]',
        '    MAIL FROM:<c@example.net> — ✗ 550 5.7.1 [14]',
      ],
    )
  })

  it('keeps each range around those within, and around its own name', () => {
    const check = (symbol: DocumentSymbol, parent?: DocumentSymbol) => {
      const { range, selectionRange, children = [] } = symbol
      const isWithin = (inner: typeof range, outer: typeof range) =>
        inner.start.line >= outer.start.line && inner.end.line <= outer.end.line
      assert.ok(isWithin(selectionRange, range), symbol.name)
      if (parent) assert.ok(isWithin(range, parent.range), symbol.name)
      for (const child of children) check(child, symbol)
    }
    for (const symbol of readTranscript(`${greylisted}\n${greylisted}`).sessions.map(sessionSymbol))
      check(symbol)
  })

  it('shows no secret', () => {
    const secret = Buffer.from('\0anna\0correct-horse').toString('base64')
    const login = [
      'C: AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6',
      'C: YW5uYQ==',
      'S: 334 UGFzc3dvcmQ6',
      `C: ${secret}`,
    ]
    const text = [
      'S: 220 mx ESMTP',
      'C: EHLO c',
      'S: 250 mx',
      `C: AUTH PLAIN ${secret}`,
      'S: 535 no',
      ...login,
    ]
    const shown = outline(text.join('\n')).join('\n')
    assert.ok(shown.includes('AUTH PLAIN ********') && !shown.includes(secret))
  })

  it('says of a message in LMTP what each recipient got', () => {
    const lmtp = [
      'S: 220 mx LMTP',
      'C: LHLO c',
      'S: 250 mx',
      'C: MAIL FROM:<a@example.net>',
      'S: 250 ok',
      ...['b', 'c'].flatMap(name => [`C: RCPT TO:<${name}@example.org>`, 'S: 250 ok']),
      'C: DATA',
      'S: 354 go',
      'C: hello',
      'C: .',
      'S: 250 2.0.0 ok',
      'S: 452 4.2.2 full',
    ]
    assert.ok(outline(lmtp.join('\n')).includes('    message — 250 2.0.0, ✗ 452 4.2.2 [12]'))
  })

  it('leaves out commands where there are too many, and says so', () => {
    const rcpts = Array.from({ length: 5000 }, (_, at) => `C: RCPT TO:<b${at}@example.org>\nS: 250 ok\n`)
    const text = greylisted.replace('C: RCPT', `${rcpts.join('')}C: RCPT`)
    assert.deepEqual(limited(text), [
      'Session 1 — given up [1]',
      '  MAIL FROM:<anna@example.net> — given up [4]',
      'Left out — the commands: this text is too long to list them [10010]',
    ])
  })

  it('leaves out transactions where there are too many, and keeps the sessions that failed', () => {
    const fine = 'S: 220 mx ESMTP\nC: HELO c\nS: 250 mx\nC: QUIT\nS: 221 bye\n'
    const two = `${greylisted.repeat(3000)}`
    const shown = limited(two)
    assert.equal(shown.length, 3001)
    assert.equal(
      shown.at(-1),
      'Left out — transactions and commands: this text is too long to list them [27001]',
    )
    const many = limited(`${fine.repeat(6000)}${greylisted}${fine}`)
    assert.equal(many.length, 5000)
    assert.equal(many.at(-2), 'Session 6001 — deferred at RCPT TO:<bob@example.org> (450 4.2.0) [30001]')
    assert.match(many.at(-1) ?? '', /^Left out: 1003 more sessions — /)
  })

  it('never has more symbols than the limit counts', () => {
    fc.assert(
      fc.property(texts, text => {
        for (const placed of readTranscript(text).sessions) {
          const { transactions, exchanges } = outlineSize(placed)
          assert.ok(told([sessionSymbol(placed, 0)]).length <= 1 + transactions + exchanges)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is empty where there is no session', () => {
    assert.deepEqual(outline('Dear diary,\n'), [])
  })
})
