import assert from 'node:assert/strict'
import { outcomesOf } from '../../server/features/outcomes.ts'
import { checkTranscript } from '../../server/rules/check.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import { dialectNamed } from '../../server/transcript/dialects/registry.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { accepted, editOf, fullEditor, labelsIn, offeredIn } from './completing.ts'

const count = 8

/** The sessions that are offered on an empty line of an otherwise empty text. */
function sessionsIn(name: string) {
  const dialect = dialectNamed(name)
  assert.ok(dialect)
  return { dialect, offers: offeredIn('|', {}, dialect).filter(({ label }) => label.startsWith('session: ')) }
}

describe('whole sessions', () => {
  it('are offered in an empty text, in the language’s own dialect', () => {
    const offers = offeredIn('|').filter(({ label }) => label.startsWith('session: '))
    assert.equal(offers.length, count)
    for (const offer of offers) assert.match(editOf(offer).newText, /^S: 220 mx\.example\.org /)
    assert.equal(
      offeredIn('# a comment\n\n|').filter(({ label }) => label.startsWith('session')).length,
      count,
    )
  })

  it('are in bare text where a directive says so', () => {
    const [first] = offeredIn('# @dialect bare\n|').filter(({ label }) => label.startsWith('session'))
    assert.ok(first)
    assert.match(editOf(first).newText, /^220 mx\.example\.org /)
  })

  it('are not offered where a session is under way, but behind its end', () => {
    const session = 'S: 220 mx.example.org ESMTP\nC: QUIT\nS: 221 bye'
    const isOffered = (marked: string) => labelsIn(marked).some(label => label.startsWith('session'))
    assert.equal(isOffered('S: 220 mx.example.org ESMTP\n|'), false)
    assert.equal(isOffered(`${session}\n\n|`), true)
  })

  it('fill what is the same everywhere once', () => {
    const [simple] = offeredIn('|', fullEditor).filter(({ label }) => label.startsWith('session'))
    assert.ok(simple)
    const { newText } = editOf(simple)
    assert.match(newText, /RCPT TO:<\$\{4:bob@example\.org\}>/)
    assert.match(newText, /To: \$\{4\}\n/)
    assert.equal(simple.insertTextMode, 1)
  })

  for (const name of ['smtp', 'swaks', 'curl', 'bare']) {
    const { dialect, offers } = sessionsIn(name)

    it(`are ${count} in ${name}`, () => assert.equal(offers.length, count))

    for (const offer of offers) {
      it(`read in ${name} without a mistake: ${offer.label}`, () => {
        const transcript = readTranscript(`${accepted('', offer)}\n`, dialect)
        const found = checkTranscript(transcript, defaultSettings)
          .flatMap(({ problems }) => problems)
          // What a policy asks for is what some of them are to show.
          .filter(({ rule }) => !rule.id.startsWith('policy/'))
          .map(({ rule, severity, message }) => `${severity} ${rule.id}: ${message}`)
        assert.deepEqual(found, [])
      })
    }
  }

  it('have the marks of TLS behind the handshake', () => {
    const { offers } = sessionsIn('swaks')
    const startTls = offers.find(({ label }) => label.includes('STARTTLS'))
    assert.ok(startTls)
    assert.match(accepted('', startTls), /^=== TLS started with .*\n ~> EHLO .*\n<~ {2}250-mx/m)
  })

  it('come out as they say', () => {
    const { dialect, offers } = sessionsIn('smtp')
    const results = offers.map(offer =>
      readTranscript(accepted('', offer), dialect).sessions.flatMap(({ session }) =>
        outcomesOf(session).map(({ result }) => result),
      ),
    )
    assert.deepEqual(results, [
      ['accepted'],
      ['accepted'],
      ['accepted'],
      ['refused'],
      ['deferred', 'accepted'],
      ['accepted'],
      ['accepted'],
      ['partly'],
    ])
  })
})
