import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  type AddressLiteralFaultKind,
  addressLiteralOf,
  checkAddressLiteral,
  checkDomain,
  type DomainFaultKind,
} from '../../server/protocol/domain.ts'

const label63 = 'a'.repeat(63)

/** As near to the limits of RFC 5321 4.5.3.1.2 and RFC 1035 2.3.4 as a name can come. */
const longest = `${label63}.${label63}.${label63}.${label63}`

describe('a domain (RFC 5321 4.1.2)', () => {
  const valid = [
    'mx.example',
    'localhost',
    '3com.example',
    'a-b.c--d.example',
    'MX.EXAMPLE',
    'a.b1',
    '1',
    longest,
  ]
  for (const text of [...valid, 'xn--mnchen-3ya.example', '1.2.3', '1.2.3.4.5', '1.2.3.4a']) {
    it(`may be ${text.length > 40 ? `${text.length} octets long` : text}`, () => {
      assert.equal(checkDomain(text, { utf8: false }), null)
    })
  }

  const invalid: readonly (readonly [string, DomainFaultKind, number, number])[] = [
    ['', 'empty', 0, 0],
    ['.', 'empty-label', 0, 1],
    ['.mx.example', 'empty-label', 0, 1],
    ['mx..example', 'empty-label', 2, 4],
    ['mx.example.', 'trailing-dot', 10, 11],
    ['-mx.example', 'hyphen', 0, 1],
    ['mx.-', 'hyphen', 3, 4],
    ['mx-.example', 'hyphen', 2, 3],
    ['mx.example-', 'hyphen', 10, 11],
    ['my_host.example', 'underscore', 2, 3],
    ['mx example', 'character', 2, 3],
    ['mx.example:25', 'character', 10, 11],
    ['a@mx.example', 'character', 1, 2],
    ['[192.0.2.1]', 'character', 0, 1],
    ['m\u00fcnchen.example', 'non-ascii', 1, 2],
    ['a.\u{1F600}.example', 'non-ascii', 2, 4],
    ['mx\u00a0.example', 'character', 2, 3],
    ['mx\ud800.example', 'character', 2, 3],
    ['192.0.2.7', 'ip-address', 0, 9],
    ['192.0.2.300', 'ip-address', 0, 11],
    ['2001:db8::1', 'ip-address', 0, 11],
    ['IPv6:2001:db8::1', 'ip-address', 0, 16],
    [`mx.${label63}a.example`, 'label-too-long', 3, 67],
    [`${longest}.example`, 'too-long', 0, 263],
    [`${label63}a._`, 'underscore', 65, 66],
  ]
  for (const [text, kind, start, end] of invalid) {
    it(`may not be ${JSON.stringify(text.slice(0, 20))}: ${kind}`, () => {
      const { reason = '', ...found } = checkDomain(text, { utf8: false }) ?? {}
      assert.deepEqual(found, { kind, start, end })
      assert.match(reason, /^\S.*[^.\s]$/)
    })
  }

  it('may be 255 octets long, and not 256', () => {
    assert.equal(longest.length, 255)
    assert.equal(checkDomain(longest, { utf8: false }), null)
    assert.equal(checkDomain(`a.${longest.slice(0, -1)}`, { utf8: false })?.kind, 'too-long')
  })

  it('may hold U-labels where UTF-8 is allowed (RFC 6531 3.3)', () => {
    for (const text of [
      'm\u00fcnchen.example',
      '\u4f8b\u3048.example',
      'a.\u0926\u0947\u0935\u200d.example',
    ]) {
      assert.equal(checkDomain(text, { utf8: true }), null, text)
    }
    assert.equal(checkDomain('m\u00fc_x.example', { utf8: true })?.kind, 'underscore')
    assert.equal(checkDomain('mx\u200b.example', { utf8: true })?.reason, 'U+200B may not stand in a domain')
  })

  it('counts octets of UTF-8 for the domain, and for a U-label the least that its A-label can have', () => {
    const utf8 = true
    assert.equal(checkDomain(`${'\u00fc'.repeat(59)}.example`, { utf8 }), null)
    assert.equal(checkDomain(`${'\u00fc'.repeat(60)}.example`, { utf8 })?.kind, 'label-too-long')
    const label = '\u4f8b'.repeat(42)
    assert.equal(checkDomain(`${label}.${label}`, { utf8 }), null)
    assert.equal(checkDomain(`${label}.${label}.a`, { utf8 }), null)
    assert.equal(checkDomain(`${label}.${label}.a.b`, { utf8 })?.kind, 'too-long')
  })

  it('is checked without an exception, and its fault lies inside', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'a1-_.:[]@ \u00fc\ud800\udc00', '::', '\u{1F600}') })
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), fc.boolean(), (text, utf8) => {
        for (const found of [
          checkDomain(text, { utf8 }),
          checkAddressLiteral(text),
          checkAddressLiteral(`[${text}]`),
        ]) {
          if (!found) continue
          const length = text.length + 2
          assert.ok(0 <= found.start && found.start <= found.end && found.end <= length)
        }
        const found = checkDomain(text, { utf8 })
        if (found) assert.ok(found.end <= text.length && (found.start < found.end || text === ''))
      }),
    )
  })
})

describe('an address literal (RFC 5321 4.1.3)', () => {
  const valid = [
    '[192.0.2.1]',
    '[0.0.0.0]',
    '[255.255.255.255]',
    '[010.000.002.001]',
    '[IPv6:2001:db8:0:0:0:0:0:1]',
    '[ipv6:2001:DB8::1]',
    '[IPv6:::]',
    '[IPv6:::1]',
    '[IPv6:1::]',
    '[IPv6:1:2:3:4:5:6::]',
    '[IPv6:1:2:3::4:5:6]',
    '[IPv6:::ffff:192.0.2.1]',
    '[IPv6:1:2:3:4:5:6:192.0.2.1]',
    '[IPv6:1:2::3:4:192.0.2.1]',
    '[x-tag:whatever@!]',
  ]
  for (const text of valid) {
    it(`may be ${text}`, () => {
      assert.equal(checkAddressLiteral(text), null)
    })
  }

  const invalid: readonly (readonly [string, AddressLiteralFaultKind, number, number])[] = [
    ['', 'unbalanced', 0, 0],
    ['192.0.2.1', 'unbalanced', 0, 1],
    ['192.0.2.1]', 'unbalanced', 9, 10],
    ['[192.0.2.1', 'unbalanced', 0, 1],
    ['[192.0.2.1]x', 'text-behind', 11, 12],
    ['[]', 'empty', 0, 2],
    ['[192.0.2.256]', 'number-above-255', 9, 12],
    ['[192.0.2.0001]', 'number', 9, 13],
    ['[192.0..1]', 'number', 6, 8],
    ['[.0.2.1]', 'number', 1, 2],
    ['[192.0.2.]', 'number', 8, 9],
    ['[192.0.2]', 'number-count', 1, 8],
    ['[192.0.2.1.1]', 'number-count', 1, 12],
    ['[mx.example]', 'no-address', 1, 11],
    ['[192.0.2.1 ]', 'character', 10, 11],
    ['[a:\\b]', 'character', 3, 4],
    ['[\u{1F600}]', 'character', 1, 3],
    ['[2001:db8::1]', 'ipv6-without-tag', 1, 12],
    ['[::1]', 'ipv6-without-tag', 1, 4],
    ['[IPv4:192.0.2.1]', 'ipv4-with-tag', 1, 6],
    ['[tag-:x]', 'tag', 1, 6],
    ['[:x]', 'tag', 1, 2],
    ['[tag:]', 'empty', 1, 5],
    ['[IPv6:]', 'empty', 1, 6],
    ['[IPv6:1:2:3:4:5:6:7]', 'group-count', 6, 19],
    ['[IPv6:1:2:3:4:5:6:7:8:9]', 'group-count', 6, 23],
    ['[IPv6:1:2:3:4:5:6:7::]', 'group-count', 6, 21],
    ['[IPv6:1:2:3:4:5::192.0.2.1]', 'group-count', 6, 26],
    ['[IPv6:192.0.2.1]', 'group-count', 6, 15],
    ['[IPv6:1::2::3]', 'double-colon', 10, 12],
    ['[IPv6::::]', 'double-colon', 7, 9],
    ['[IPv6:12345::1]', 'group', 6, 11],
    ['[IPv6:fe80::g]', 'group', 12, 13],
    ['[IPv6:192.0.2.1::]', 'group', 6, 15],
    ['[IPv6::1:2:3:4:5:6:7:8]', 'group', 6, 7],
    ['[IPv6:1:2:3:4:5:6:7:8:]', 'group', 21, 22],
    ['[IPv6:::192.0.2.300]', 'number-above-255', 16, 19],
    ['[IPv6:fe80::1%eth0]', 'group', 12, 18],
  ]
  for (const [text, kind, start, end] of invalid) {
    it(`may not be ${JSON.stringify(text)}: ${kind}`, () => {
      const { reason = '', ...found } = checkAddressLiteral(text) ?? {}
      assert.deepEqual(found, { kind, start, end })
      assert.match(reason, /^\S.*[^.\s]$/)
    })
  }

  it('is made of an IP address, and of nothing else', () => {
    assert.equal(addressLiteralOf('192.0.2.7'), '[192.0.2.7]')
    assert.equal(addressLiteralOf('2001:db8::1'), '[IPv6:2001:db8::1]')
    assert.equal(addressLiteralOf('IPv6:2001:db8::1'), '[IPv6:2001:db8::1]')
    for (const text of ['192.0.2.300', '1.2.3', 'mx.example', 'mx.example:25', 'tag:x', '', '[192.0.2.7]']) {
      assert.equal(addressLiteralOf(text), null, text)
    }
  })

  it('is judged in a moment, however long it is', () => {
    for (const text of ['1.'.repeat(1e5), 'a:'.repeat(1e5), ':'.repeat(1e5), '1'.repeat(1e5)]) {
      const before = performance.now()
      checkAddressLiteral(`[${text}]`)
      checkAddressLiteral(`[IPv6:${text}]`)
      checkDomain(text, { utf8: true })
      assert.ok(performance.now() - before < 1000, text.slice(0, 4))
    }
  })
})
