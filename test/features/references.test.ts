import assert from 'node:assert/strict'
import { placesListed, referencesAt } from '../../server/features/references.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { mark, pointed, toldRange, twoSessions } from './navigating.ts'

function referred(marked: string, includeDeclaration = true): string[] {
  const { text, transcript, ...position } = pointed(marked)
  return referencesAt('file:///a.smtp', transcript, position, includeDeclaration).map(({ range }) =>
    toldRange(text, range),
  )
}

describe('the references', () => {
  it('to an address are its places in the whole text, and what became of it', () => {
    const expected = [
      '6 bob@example.org',
      '7 bob@example.org',
      '14 bob@example.org',
      '26 bob@example.org',
      '27 450',
    ]
    assert.deepEqual(referred(mark(twoSessions, 'bob@')), expected)
    assert.deepEqual(referred(mark(twoSessions, 'bob@', 3)), expected)
    assert.deepEqual(referred(mark(twoSessions, 'bob@'), false), expected.slice(1))
  })

  it('to an accepted recipient end with the reply to the message', () => {
    assert.deepEqual(referred(mark(twoSessions, 'carol@')), [
      '9 carol@Example.ORG',
      '10 250',
      '14 carol@example.org',
      '18 250',
    ])
  })

  it('to a domain are its places, none of another domain', () => {
    assert.deepEqual(referred(mark(twoSessions, 'example.net>')), [
      '4 example.net',
      '13 example.net',
      '24 example.net',
    ])
  })

  it('to a host are its places', () => {
    assert.deepEqual(referred(mark(twoSessions, 'client.example.net')), [
      '2 client.example.net',
      '3 client.example.net',
      '22 client.example.net',
    ])
  })

  it('to a command are it and its reply', () => {
    assert.deepEqual(referred(mark(twoSessions, 'RCPT')), ['6 RCPT', '7 550'])
    assert.deepEqual(referred(mark(twoSessions, '550 5'), false), ['7 550'])
    assert.deepEqual(referred(mark(twoSessions, 'Ok\nC: RCPT')), ['4 MAIL', '5 250'])
  })

  it('to an address are in the remarks of a log, too', () => {
    const head = 'Nov 23 23:20:24 mx postfix/smtpd[11]: '
    const log = `${head}< c.example.net[192.0.2.1]: RCPT TO:<bob@example.org>\n${head}mail_addr_find: bob@example.org -> 450\n${head}> c.example.net[192.0.2.1]: 450 4.2.0 later`
    assert.deepEqual(referred(mark(log, 'bob@', 2)), ['1 bob@example.org', '2 bob@example.org', '3 450'])
    const swaks = ' -> RCPT TO:<bob@example.org>\n<** 550 5.1.1 no\n*** bob@example.org'
    assert.deepEqual(referred(mark(`=== Connected to mx.\n${swaks}`, 'bob@')), [
      '2 bob@example.org',
      '3 550',
      '4 bob@example.org',
    ])
  })

  it('are none where nothing stands', () => {
    assert.deepEqual(referred(`${twoSessions}|`), [])
    assert.deepEqual(referred('|'), [])
  })

  it('are so many at most', () => {
    const text = `${twoSessions}`.repeat(1500)
    const found = referencesAt('file:///a.smtp', readTranscript(text), { line: 5, character: 12 }, true)
    assert.equal(found.length, placesListed)
  })
})
