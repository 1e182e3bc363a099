import assert from 'node:assert/strict'
import type { DocumentSymbol } from 'vscode-languageserver-types'
import { sessionSymbol } from '../../server/features/outline.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

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

  it('is empty where there is no session', () => {
    assert.deepEqual(outline('Dear diary,\n'), [])
  })
})
