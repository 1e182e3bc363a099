import assert from 'node:assert/strict'
import { DiagnosticTag } from 'vscode-languageserver-types'
import { diagnosticsOf } from '../../server/features/diagnostics.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

const both = [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated]

/** The findings in a text with a tag: the word that each underlines, and the tag. */
function tagged(
  lines: readonly string[],
  tags: readonly DiagnosticTag[] = both,
): (readonly [string, DiagnosticTag])[] {
  const document = { uri: 'file:///a.smtp', version: 1, transcript: readTranscript(lines.join('\n')) }
  const settings = { ...defaultSettings, profile: 'strict' } as const
  return diagnosticsOf(document, { settings, tags }).flatMap(({ range: { start, end }, tags: own = [] }) =>
    own.map(tag => [lines[start.line]?.slice(start.character, end.character) ?? '', tag] as const),
  )
}

const { Unnecessary, Deprecated } = DiagnosticTag

describe('the tags of diagnostics', () => {
  it('fade commands without effect, but none that the server took all the same', () => {
    const lines = (answer: string) => [
      '<-  220 mx.example.org ESMTP',
      ' -> EHLO client.example.net',
      '<-  250 mx.example.org',
      ' -> MAIL FROM:<anna@example.net>',
      '<-  250 2.1.0 Ok',
      ' -> MAIL FROM:<news@example.net>',
      `${/^5/.test(answer) ? '<**' : '<- '} ${answer}`,
      ' -> QUIT',
      '<-  221 bye',
    ]
    assert.deepEqual(tagged(lines('503 5.5.1 nested')), [['MAIL', Unnecessary]])
    assert.deepEqual(tagged(lines('250 2.1.0 Ok')), [])
  })

  it('fade what is repeated or reset without need', () => {
    const lines = [
      '220 mx.example.org ESMTP',
      'EHLO client.example.net',
      '250 mx.example.org',
      'EHLO client.example.net',
      '250 mx.example.org',
      'RSET',
      '250 ok',
      'QUIT',
      '221 bye',
    ]
    assert.deepEqual(tagged(lines), [
      ['EHLO', Unnecessary],
      ['RSET', Unnecessary],
    ])
  })

  it('strike what nobody uses any more', () => {
    const lines = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250 mx.example.org',
      'C: SOML FROM:<anna@example.net>',
      'S: 502 no',
      'C: TURN',
      'S: 502 no',
      'C: MAIL FROM:<@relay.example:anna@example.net>',
      'S: 250 ok',
      'C: RSET',
      'S: 250 ok',
      'C: ETRN example.net',
      'S: 502 no',
      'C: QUIT',
      'S: 221 bye',
    ]
    assert.deepEqual(tagged(lines), [
      ['SOML', Deprecated],
      ['TURN', Deprecated],
      ['@relay.example:', Deprecated],
    ])
  })

  it('are only those that the editor shows', () => {
    const lines = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250 mx.example.org',
      'C: RCPT TO:<@relay.example:anna@example.net>',
      'S: 503 no',
      'C: QUIT',
      'S: 221 bye',
    ]
    assert.deepEqual(tagged(lines, []), [])
    assert.deepEqual(tagged(lines, [Unnecessary]), [['RCPT', Unnecessary]])
    assert.deepEqual(tagged(lines, [Deprecated]), [['@relay.example:', Deprecated]])
  })
})
