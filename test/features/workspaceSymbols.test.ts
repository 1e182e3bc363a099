import assert from 'node:assert/strict'
import { searchSymbols, symbolsFound } from '../../server/features/workspaceSymbols.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { toldRange, twoSessions } from './navigating.ts'

function found(query: string, ...texts: string[]): string[] {
  const search = searchSymbols(query)
  for (const [number, text] of texts.entries()) {
    for (const [index, placed] of readTranscript(text).sessions.entries()) {
      if (search.look(`file:///${number + 1}.smtp`, placed, index)) break
    }
  }
  return search.found().map(({ name, containerName = '', location }) => {
    const text = texts[Number(/\d+/.exec(location.uri)?.[0]) - 1] ?? ''
    return `${location.uri.slice(8)} ${name} | ${containerName} | ${toldRange(text, location.range)}`
  })
}

const swaks = `=== Connected to mx.example.org.
<-  220 mx.example.org ESMTP
 -> EHLO c.example
<-  250 ok
 -> MAIL FROM:<news@example.net>
<-  250 ok
 -> RCPT TO:<bobby@example.org>
<-  250 2.1.5 ok
 -> DATA
<** 554 5.7.1 no
`

describe('the symbols of all open documents', () => {
  it('are sessions with how they came out, where nothing is asked for', () => {
    assert.deepEqual(found('', twoSessions, swaks), [
      '1.smtp Session 1 | accepted, but not for everyone; refused at RCPT TO:<bob@example.org> (550 5.1.1) | 1-20',
      '1.smtp Session 2 | deferred at RCPT TO:<bob@example.org> (450 4.2.0) | 21-29',
      '2.smtp Session 1 | refused at DATA (554 5.7.1) | 1-10',
    ])
  })

  it('are the recipients and senders in whose names the query stands', () => {
    assert.deepEqual(found('bob', twoSessions, swaks), [
      '1.smtp RCPT TO:<bob@example.org> | ✗ 550 5.1.1 · Session 1 | 6 bob@example.org',
      '1.smtp RCPT TO:<bob@example.org> | ✗ 450 4.2.0 · Session 2 | 26 bob@example.org',
      '2.smtp RCPT TO:<bobby@example.org> | 250 2.1.5 · Session 1 | 7 bobby@example.org',
    ])
    assert.deepEqual(found('MAIL from:<NEWS', twoSessions, swaks), [
      '2.smtp MAIL FROM:<news@example.net> | 250 · Session 1 | 5 news@example.net',
    ])
  })

  it('and behind them those that have its letters in order', () => {
    assert.deepEqual(
      found('rcptby', twoSessions, swaks).map(one => one.slice(0, 34)),
      ['2.smtp RCPT TO:<bobby@example.org>'],
    )
    assert.deepEqual(found('session2', twoSessions).length, 1)
    assert.deepEqual(found('2session', twoSessions).length, 0)
  })

  it('are found by the id that a tool gives a session', () => {
    const log =
      'Nov 23 23:20:24 mx postfix/smtpd[4711]: < c.example.net[192.0.2.1]: MAIL FROM:<anna@example.net>'
    assert.equal(found('4711', log).length, 1)
    assert.deepEqual(found('anna', log), [
      '1.smtp MAIL FROM:<anna@example.net> | Session 1 (smtpd[4711]) | 1 anna@example.net',
    ])
  })

  it('show no credentials, and are none where nothing fits', () => {
    assert.deepEqual(found('c2Vj', 'C: EHLO c\nS: 250 AUTH PLAIN\nC: AUTH PLAIN c2VjcmV0\nS: 535 no'), [])
    assert.deepEqual(found('zzz', twoSessions), [])
    assert.deepEqual(found('bob'), [])
  })

  it('are so many at most', () => {
    assert.equal(found('bob', twoSessions.repeat(400)).length, symbolsFound)
    assert.equal(found('', twoSessions.repeat(400)).length, symbolsFound)
  })
})
