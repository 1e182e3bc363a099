import assert from 'node:assert/strict'
import { isBase64, octetsOfBase64, toBase64 } from '../../server/transcript/base64.ts'

describe('base64', () => {
  it('is four characters at a time, with padding only at the end', () => {
    for (const text of ['', 'YW5u', 'YW4=', 'YQ==', '+/+/']) assert.ok(isBase64(text), text)
    for (const text of ['YW5', 'YQ=', 'YQ==YW5u', 'Y===', '=', '====', 'YW5-', 'YW5u ', 'YW\u00e9u']) {
      assert.ok(!isBase64(text), text)
    }
  })

  it('is decoded to octets, and to none where it is no base64', () => {
    for (const text of ['', 'a', 'an', 'ann', 'anna', '\0anna\0\xff']) {
      const octets = [...Buffer.from(text, 'latin1')]
      assert.deepEqual(octetsOfBase64(Buffer.from(octets).toString('base64')), octets)
    }
    assert.deepEqual(octetsOfBase64('YW5'), [])
  })

  it('is what text of US-ASCII is encoded in', () => {
    for (const text of ['', 'U', 'Us', 'User', 'Username:', 'go ahead']) {
      assert.equal(toBase64(text), Buffer.from(text).toString('base64'))
    }
  })
})
