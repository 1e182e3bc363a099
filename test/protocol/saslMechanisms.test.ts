import assert from 'node:assert/strict'
import { limits } from '../../server/protocol/limits.ts'
import { saslMechanismFacts, saslMechanismNames } from '../../server/protocol/saslMechanisms.ts'
import { assertSentences } from './sentences.ts'

describe('SASL mechanisms', () => {
  it('let the server speak first where their RFCs say so', () => {
    const serverFirst = saslMechanismNames.filter(name => saslMechanismFacts(name)?.serverFirst)
    assert.deepEqual(serverFirst, ['LOGIN', 'CRAM-MD5', 'DIGEST-MD5', 'KERBEROS_V4'])
  })

  it('show a password or token to whoever sees the line, or do not', () => {
    const plain = saslMechanismNames.filter(name => saslMechanismFacts(name)?.plainSecret)
    assert.deepEqual(plain, ['PLAIN', 'LOGIN', 'OAUTHBEARER', 'XOAUTH2', 'PLAIN-CLIENTTOKEN', 'SECURID'])
  })

  it('carry something secret, but for EXTERNAL and ANONYMOUS', () => {
    const harmless = saslMechanismNames.filter(name => !saslMechanismFacts(name)?.carriesSecret)
    assert.deepEqual(harmless, ['EXTERNAL', 'ANONYMOUS'])
    for (const name of saslMechanismNames) {
      const facts = saslMechanismFacts(name)
      if (facts?.plainSecret) assert.ok(facts.carriesSecret, name)
    }
  })

  it('have names of RFC 4422 3.1 and a sentence each', () => {
    for (const name of saslMechanismNames) {
      assert.match(name, /^[A-Z\d_-]+$/)
      assert.ok(name.length <= limits.saslMechanism.value, name)
      assert.match(saslMechanismFacts(name)?.summary ?? '', /^[A-Z].*\.$/, name)
    }
  })

  it('tell what whoever listens learns, also of a mechanism that only its family is known of', () => {
    for (const name of [...saslMechanismNames, 'SCRAM-SHA-384', 'SCRAM-SHA-384-PLUS', 'GS2-DT4PIK22T6A']) {
      assertSentences(saslMechanismFacts(name)?.protection ?? '', 1, name)
    }
  })

  it('are for TLS alone where the password or token can be seen', () => {
    for (const name of saslMechanismNames) {
      const facts = saslMechanismFacts(name)
      if (facts?.plainSecret) assert.match(facts.protection, /only inside TLS/, name)
    }
  })

  it('are found in any case', () => {
    assert.equal(saslMechanismFacts('xoauth2')?.name, 'XOAUTH2')
    assert.equal(saslMechanismFacts('Scram-Sha-256')?.name, 'SCRAM-SHA-256')
  })

  it('are known by their family where they have no row: SCRAM (RFC 5802 4) and GS2 (RFC 5801 3.1)', () => {
    assert.equal(saslMechanismFacts('scram-sha-384')?.name, 'SCRAM-SHA-384')
    assert.match(saslMechanismFacts('SCRAM-SHA-384-PLUS')?.summary ?? '', /bound to this TLS connection/)
    assert.match(saslMechanismFacts('GS2-DT4PIK22T6A')?.summary ?? '', /GSS-API/)
  })

  it('are unknown where they are in no table', () => {
    for (const name of ['', 'FOO', 'SCRAM-', 'PLAIN ', 'constructor', '__proto__']) {
      assert.equal(saslMechanismFacts(name), undefined, name)
    }
  })
})
