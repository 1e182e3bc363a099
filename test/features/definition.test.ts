import assert from 'node:assert/strict'
import { definitionAt } from '../../server/features/definition.ts'
import { mark, pointed, toldRange, twoSessions } from './navigating.ts'

/** Where a place leads, and the lines that stand for it. */
function led(marked: string): string | null {
  const { text, transcript, ...position } = pointed(marked)
  const link = definitionAt('file:///a.smtp', transcript, position)
  return link && toldRange(text, link.targetSelectionRange)
}

const auth = `S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 AUTH LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: YW5uYQ==
S: 334 UGFzc3dvcmQ6
C: c2VjcmV0
S: 235 ok
`

describe('where a place leads', () => {
  it('is from each line of a reply the command', () => {
    assert.equal(led(mark(twoSessions, '550-')), '6 RCPT')
    assert.equal(led(mark(twoSessions, 'list at')), '6 RCPT')
    assert.equal(led(mark(twoSessions, '354')), '11 DATA')
  })

  it('is from the reply behind a message its beginning, and from mail data DATA', () => {
    assert.equal(led(mark(twoSessions, '250 2.0.0')), '13 C: From: Anna <anna@example.net>')
    assert.equal(led(mark(twoSessions, 'Hello')), '11 DATA')
    assert.equal(led(twoSessions.replace('C: .', 'C: |.')), '11 DATA')
  })

  it('is from answers and replies of AUTH the command', () => {
    for (const word of ['334', 'YW5u', 'c2Vj', '235']) assert.equal(led(mark(auth, word)), '4 AUTH', word)
  })

  it('is from a command itself, and from a greeting nowhere', () => {
    assert.equal(led(mark(twoSessions, 'RCPT')), '6 RCPT')
    assert.equal(led(mark(twoSessions, 'ESMTP')), null)
  })

  it('is from an address the command that uses it first in the session', () => {
    assert.equal(led(mark(twoSessions, 'bob@', 2)), '6 bob@example.org')
    assert.equal(led(mark(twoSessions, 'bob@', 3)), '6 bob@example.org')
    assert.equal(led(mark(twoSessions, 'bob@', 1)), '6 bob@example.org')
    assert.equal(led(mark(twoSessions, 'bob@example.org>', 3)), '26 bob@example.org')
  })

  it('is from a host its EHLO, or else where it is named first', () => {
    assert.equal(led(mark(twoSessions, 'client.example.net', 2)), '2 client.example.net')
    assert.equal(led(mark(twoSessions, 'mx.example.org', 3)), '1 mx.example.org')
  })

  it('is the BDAT of a chunk', () => {
    const text =
      'C: EHLO c.example\nS: 250 CHUNKING\nC: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<b@c.example>\nS: 250 ok\nC: BDAT 14 LAST\nC: twelve chars\nS: 250 queued'
    assert.equal(led(mark(text, 'twelve')), '7 BDAT')
    assert.equal(led(mark(text, '250 queued')), '7 BDAT')
  })

  it('is the same in a log, where a reply stands apart from its command, and in the output of swaks', () => {
    const said = (pid: number, arrow: string, text: string) =>
      `Nov 23 23:20:24 mx postfix/smtpd[${pid}]: ${arrow} c.example.net[192.0.2.1]: ${text}`
    const log = [
      said(11, '<', 'EHLO c.example.net'),
      said(12, '<', 'HELO d.example.net'),
      said(12, '>', '250 ok'),
      said(11, '>', '250 mx'),
    ]
    assert.equal(led(mark(log.join('\n'), '250 mx')), '1 EHLO')
    assert.equal(led(mark('=== Connected to mx.\n -> EHLO c.example\n<-  250 ok', '250')), '2 EHLO')
  })

  it('tells all that the place stands for, and all lines of where it leads', () => {
    const { transcript, ...position } = pointed(mark(twoSessions, '250 2.0.0'))
    const link = definitionAt('file:///a.smtp', transcript, position)
    assert.deepEqual(link?.originSelectionRange, {
      start: { line: 17, character: 0 },
      end: { line: 17, character: 19 },
    })
    assert.deepEqual(link?.targetRange, {
      start: { line: 12, character: 0 },
      end: { line: 16, character: 4 },
    })
  })
})
