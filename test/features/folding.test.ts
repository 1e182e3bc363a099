import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { FoldingRange } from 'vscode-languageserver-types'
import { foldingRanges, foldsAmong } from '../../server/features/folding.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { corpusTexts } from './corpusTexts.ts'

function foldsOf(transcript: Transcript, limit = 5000): FoldingRange[] {
  const { sessions } = transcript
  return foldingRanges(transcript, sessions.map(foldsAmong(sessions.length)), limit)
}

/** The folds as `first-last kind`, lines from 1. */
function told(text: string, limit?: number): string[] {
  return foldsOf(readTranscript(text), limit).map(({ startLine, endLine, kind }) => {
    return `${startLine + 1}-${endLine + 1}${kind === undefined ? '' : ` ${kind}`}`
  })
}

const own = `# One session,
# with everything.

S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-AUTH LOGIN
S: 250 SIZE
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: YW5uYQ==
S: 334 UGFzc3dvcmQ6
C: c2VjcmV0
S: 235 ok
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 go
C: Subject: hello
C:
C: Hello.
C: .
S: 250-queued
S: 250 as 4711
C: QUIT
S: 221 bye`

describe('the folds of a transcript', () => {
  it('are sessions, transactions, mail data, replies, AUTH and comments', () => {
    assert.deepEqual(told(own), ['1-2 comment', '4-28', '6-8', '9-14', '15-26', '21-23', '25-26'])
  })

  it('are there in the output of swaks, with its remarks as regions', () => {
    const text = [
      '=== Trying mx.example.org:25...',
      '=== Connected to mx.example.org.',
      '=== And one more remark.',
      '<-  220 mx.example.org ESMTP',
      ' -> EHLO client.example.net',
      '<-  250-mx.example.org',
      '<-  250 HELP',
      ' -> MAIL FROM:<anna@example.net>',
      '<** 450 4.7.1 later',
      ' -> QUIT',
      '<-  221 bye',
    ]
    // The session begins on the line on which the remarks do, and a line has but one fold.
    assert.deepEqual(told(text.join('\n')), ['1-11', '6-7', '8-9'])
    const inside = [
      ...text.slice(0, 1),
      ...text.slice(3, 5),
      '=== one',
      '=== two',
      '=== three',
      ...text.slice(5),
    ]
    assert.deepEqual(told(inside.join('\n')), ['1-12', '4-6 region', '7-8', '9-10'])
    const apart = inside.join('\n').replace('=== two', '\n=== two\n')
    assert.deepEqual(told(apart), ['1-14', '4-8 region', '9-10', '11-12'])
  })

  it('are there where nobody says who speaks', () => {
    const text =
      '220 mx ESMTP\nEHLO c\n250-mx\n250 HELP\nMAIL FROM:<a@c.example>\n250 ok\nRSET\n250 ok\nQUIT\n221 bye'
    assert.deepEqual(told(text), ['1-10', '3-4', '5-8'])
  })

  it('are only of lines that stand together where sessions are interleaved', () => {
    const head = (pid: number) => `Nov 23 23:20:24 mx postfix/smtpd[${pid}]: `
    const said = (pid: number, arrow: string, text: string) =>
      `${head(pid)}${arrow} c.example.net[192.0.2.1]: ${text}`
    const text = [
      `${head(11)}connect from c.example.net[192.0.2.1]`,
      said(11, '>', '220 mx.example.org ESMTP'),
      `${head(12)}connect from c.example.net[192.0.2.1]`,
      said(11, '<', 'EHLO c.example.net'),
      said(11, '>', '250-mx.example.org'),
      said(11, '>', '250 HELP'),
      said(12, '>', '220 mx.example.org ESMTP'),
      said(12, '<', 'EHLO c.example.net'),
      said(12, '>', '250-mx.example.org'),
      said(11, '<', 'QUIT'),
      said(12, '>', '250 HELP'),
    ]
    assert.deepEqual(told(text.join('\n')), ['5-6'])
  })

  it('are regions that comments mark, around sessions and within them', () => {
    const text = [
      '# First',
      '# region all of it',
      '# and more',
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250 mx.example.org',
      '# region inside',
      'C: NOOP',
      'S: 250 ok',
      '# endregion',
      'C: QUIT',
      'S: 221 bye',
      '# endregion',
      '# endregion of none',
      '# region without end',
    ]
    assert.deepEqual(told(text.join('\n')), ['2-13 region', '4-12', '7-10 region'])
  })

  it('are the outermost where a client can show but a few', () => {
    assert.deepEqual(told(own, 3), ['1-2 comment', '4-28', '6-8'])
    assert.deepEqual(told(own, 2), ['1-2 comment', '4-28'])
    assert.deepEqual(told(own, 0), [])
  })

  it('of a transaction end where the next begins, which the client did not wait for', () => {
    const text = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250-mx.example.org',
      'S: 250 PIPELINING',
      'C: MAIL FROM:<anna@example.net>',
      'C: RSET',
      'C: MAIL FROM:<carol@example.net>',
      'S: 250 ok',
      'S: 250 ok',
      'S: 250 ok',
    ]
    assert.deepEqual(told(text.join('\n')), ['1-10', '3-4', '5-6', '7-10'])
  })

  it('are whole sessions, where there are very many', () => {
    const session = 'S: 220 mx ESMTP\nC: EHLO c\nS: 250-mx\nS: 250 HELP\nC: QUIT\nS: 221 bye\n'
    const folds = foldsOf(readTranscript(session.repeat(6000)))
    assert.equal(folds.length, 5000)
    assert.deepEqual(folds[1], { startLine: 6, endLine: 11 })
  })

  it('stand in each other or apart, within the text, whatever it is', () => {
    const check = (text: string) => {
      const transcript = readTranscript(text)
      const count = text.split(/\r\n|\n|\r/).length
      const folds = foldsOf(transcript)
      const starts = folds.map(({ startLine }) => startLine)
      assert.equal(new Set(starts).size, starts.length, 'one fold to a line')
      for (const [index, one] of folds.entries()) {
        assert.ok(one.startLine >= 0 && one.startLine < one.endLine && one.endLine < count)
        for (const other of folds.slice(index + 1, index + 60)) {
          assert.ok(other.startLine > one.endLine || other.endLine <= one.endLine)
        }
      }
    }
    fc.assert(fc.property(texts, check), { numRuns: 300 })
    for (const text of corpusTexts()) check(text)
  })
})
