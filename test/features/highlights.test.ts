import assert from 'node:assert/strict'
import { DocumentHighlightKind } from 'vscode-languageserver-types'
import { highlightsAt } from '../../server/features/highlights.ts'
import { mark, pointed, toldRange, twoSessions } from './navigating.ts'

const marks = {
  [DocumentHighlightKind.Text]: '',
  [DocumentHighlightKind.Read]: ' r',
  [DocumentHighlightKind.Write]: ' w',
}

/** What lights up, as `line text`, with `w` where a name is used and `r` where it is named. */
function lit(marked: string): string[] | null {
  const { text, transcript, ...position } = pointed(marked)
  const found = highlightsAt(transcript, position)
  return (
    found?.map(({ range, kind }) => toldRange(text, range) + marks[kind ?? DocumentHighlightKind.Text]) ??
    null
  )
}

describe('what lights up', () => {
  it('is a command with all lines of its reply, from either', () => {
    const expected = ['6 RCPT', '7 550', '8 550']
    assert.deepEqual(lit(mark(twoSessions, 'RCPT')), expected)
    assert.deepEqual(lit(mark(twoSessions, '550-')), expected)
    assert.deepEqual(lit(mark(twoSessions, 'list at')), expected)
  })

  it('is an address with its other places in the session, used or named', () => {
    const expected = ['6 bob@example.org w', '7 bob@example.org r', '14 bob@example.org r']
    assert.deepEqual(lit(mark(twoSessions, 'bob@')), expected)
    assert.deepEqual(lit(mark(twoSessions, 'bob@', 3)), expected)
  })

  it('is a domain in whatever case, and a host with its greetings', () => {
    const domain = lit(mark(twoSessions, 'example.org>'))
    assert.deepEqual(domain, [
      '6 example.org w',
      '7 example.org r',
      '9 Example.ORG w',
      '14 example.org r',
      '14 example.org r',
      '16 example.org r',
    ])
    assert.deepEqual(lit(mark(twoSessions, 'mx.example')), [
      '1 mx.example.org r',
      '3 mx.example.org r',
      '8 mx.example.org r',
    ])
  })

  it('is a final dot with its reply, and nothing within mail data', () => {
    assert.deepEqual(lit(twoSessions.replace('C: .', 'C: |.')), ['17 .', '18 250'])
    assert.deepEqual(lit(mark(twoSessions, '250 2.0.0')), ['17 .', '18 250'])
    assert.equal(lit(mark(twoSessions, 'Hello')), null)
  })

  it('is a greeting alone', () => {
    assert.deepEqual(lit(mark(twoSessions, '220 mx')), ['1 220'])
  })

  it('is the same in the output of swaks, and where nobody says who speaks', () => {
    const swaks =
      '=== Connected to mx.example.org.\n<-  220 mx.example.org ESMTP\n -> MAIL FROM:<a@example.net>\n<-  250 ok\n -> RCPT TO:<b@example.org>\n<** 550-no\n<** 550 b@example.org is not here'
    assert.deepEqual(lit(mark(swaks, '550 b')), ['5 RCPT', '6 550', '7 550'])
    assert.deepEqual(lit(mark(swaks, 'b@', 2)), ['5 b@example.org w', '7 b@example.org r'])
    assert.deepEqual(lit(mark(swaks, 'mx.example')), ['1 mx.example.org r', '2 mx.example.org r'])
    const bare = '220 mx ESMTP\nHELO client\n250 mx greets client\nMAIL FROM:<a@client>\n250 ok'
    assert.deepEqual(lit(mark(bare, 'MAIL')), ['4 MAIL', '5 250'])
    assert.deepEqual(lit(mark(bare, 'client')), ['2 client w', '4 client w'], 'not the word in the reply')
  })

  it('is of one session only where several are interleaved', () => {
    const said = (pid: number, arrow: string, text: string) =>
      `Nov 23 23:20:24 mx postfix/smtpd[${pid}]: ${arrow} c.example.net[192.0.2.1]: ${text}`
    const log = [
      said(11, '<', 'MAIL FROM:<anna@example.net>'),
      said(12, '<', 'MAIL FROM:<anna@example.net>'),
      said(12, '>', '550 no'),
      said(11, '>', '250 ok'),
    ].join('\n')
    assert.deepEqual(lit(mark(log, 'MAIL')), ['1 MAIL', '4 250'])
    assert.deepEqual(lit(mark(log, 'anna', 2)), ['2 anna@example.net w'])
  })

  it('is nothing of a credential but the line that answers, with its reply', () => {
    const text =
      'C: EHLO c.example\nS: 250 AUTH CRAM-MD5\nC: AUTH CRAM-MD5\nS: 334 PG14QGMuZXhhbXBsZT4=\nC: anna@c.example 0123\nS: 235 ok anna@c.example'
    assert.deepEqual(lit(mark(text, 'anna')), ['5 anna@c.example 0123', '6 235'])
    assert.deepEqual(lit(mark(text, 'anna', 2)), ['6 anna@c.example r'])
  })

  it('is nothing outside of all sessions but the name itself', () => {
    assert.deepEqual(lit('Dear |anna@example.net,\nhow do you do?'), ['1 anna@example.net'])
    assert.equal(lit('Dear |diary'), null)
  })
})
