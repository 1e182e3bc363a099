import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type PathFaultKind, parsePath } from '../../server/protocol/mailbox.ts'

/** A path in short: source route, local-part and domain. */
function parts(text: string, utf8 = false): readonly [string | null, string, string | null] {
  const { sourceRoute, localPart, domain } = parsePath(text, { utf8 })
  return [sourceRoute && text.slice(sourceRoute.start, sourceRoute.end), localPart.text, domain?.text ?? null]
}

describe('a path (RFC 5321 4.1.2)', () => {
  const valid: readonly (readonly [string, string | null, string, string])[] = [
    ['a@c.example', null, 'a', 'c.example'],
    ['first.last@c.example', null, 'first.last', 'c.example'],
    ["!#$%&'*+-/=?^_`{|}~@c.example", null, "!#$%&'*+-/=?^_`{|}~", 'c.example'],
    ['a@localhost', null, 'a', 'localhost'],
    ['a@[192.0.2.1]', null, 'a', '[192.0.2.1]'],
    ['a@[IPv6:2001:db8::1]', null, 'a', '[IPv6:2001:db8::1]'],
    ['a@[tag:x@y]', null, 'a', '[tag:x@y]'],
    ['""@c.example', null, '""', 'c.example'],
    ['"a..b"@c.example', null, '"a..b"', 'c.example'],
    ['"a b"@c.example', null, '"a b"', 'c.example'],
    ['"a@b"@c.example', null, '"a@b"', 'c.example'],
    ['"a>b"@c.example', null, '"a>b"', 'c.example'],
    ['"a\\"b\\\\"@c.example', null, '"a\\"b\\\\"', 'c.example'],
    ['"@r.example:b"@mx.example', null, '"@r.example:b"', 'mx.example'],
    ['@r.example:b@mx.example', '@r.example:', 'b', 'mx.example'],
    ['@r.example,@s.example:b@mx.example', '@r.example,@s.example:', 'b', 'mx.example'],
    ['@[IPv6:::1]:b@[192.0.2.1]', '@[IPv6:::1]:', 'b', '[192.0.2.1]'],
  ]
  for (const [text, route, localPart, domain] of valid) {
    it(`may be <${text}>`, () => {
      assert.deepEqual(parts(text), [route, localPart, domain])
      assert.equal(parsePath(text, { utf8: false }).fault, null)
    })
  }

  const invalid: readonly (readonly [string, PathFaultKind, number, number, string?])[] = [
    ['', 'empty', 0, 0],
    ['@r.example:', 'empty', 10, 11],
    ['@', 'empty-local-part', 0, 1],
    ['@c.example', 'empty-local-part', 0, 1],
    ['@r.example:@c.example', 'empty-local-part', 11, 12],
    ['bob', 'no-domain', 0, 3],
    ['postmaster', 'no-domain', 0, 10],
    ['"b"', 'no-domain', 0, 3],
    ['"a@b"', 'no-domain', 0, 5],
    ['.a@c.example', 'dot', 0, 1],
    ['a.@c.example', 'dot', 1, 2],
    ['a..b@c.example', 'dot', 1, 3],
    ['.@c.example', 'dot', 0, 1],
    ['a b@c.example', 'character', 1, 2],
    ['a<b@c.example', 'character', 1, 2],
    ['a"b"@c.example', 'character', 1, 2],
    ['a\x00@c.example', 'character', 1, 2],
    ['"a\tb"@c.example', 'character', 2, 3],
    ['"a\\\tb"@c.example', 'character', 3, 4],
    ['a\ud800@c.example', 'character', 1, 2],
    ['j\u00fcrgen@c.example', 'non-ascii', 1, 2],
    ['"\u{1F600}"@c.example', 'non-ascii', 1, 3],
    ['a@b\u00fc.example', 'non-ascii', 3, 4, 'non-ascii'],
    ['"a@c.example', 'unclosed-quote', 0, 12],
    ['"a\\"@c.example', 'unclosed-quote', 0, 14],
    ['"', 'unclosed-quote', 0, 1],
    ['"a\\', 'unclosed-quote', 0, 3],
    ['"a"b@c.example', 'text-behind-quote', 3, 4],
    ['"a".b@c.example', 'text-behind-quote', 3, 5],
    ['a@b@c.example', 'two-at', 1, 2],
    ['a@@c.example', 'two-at', 1, 2],
    ['"a"@b@c.example', 'two-at', 3, 4],
    ['a@', 'domain', 1, 2, 'empty'],
    ['a@c..example', 'domain', 3, 5, 'empty-label'],
    ['a@c.example.', 'domain', 11, 12, 'trailing-dot'],
    ['a@c_d.example', 'domain', 3, 4, 'underscore'],
    ['a@192.0.2.1', 'domain', 2, 11, 'ip-address'],
    ['a@c.example>', 'domain', 11, 12, 'character'],
    ['a@[192.0.2.256]', 'address-literal', 11, 14, 'number-above-255'],
    ['a@[2001:db8::1]', 'address-literal', 3, 14, 'ipv6-without-tag'],
    ['a@[192.0.2.1', 'address-literal', 2, 3, 'unbalanced'],
    ['@r_s.example:b@c.example', 'domain', 2, 3, 'underscore'],
    ['@:b@c.example', 'domain', 0, 1, 'empty'],
    ['@r.example,s.example:b@c.example', 'character', 11, 12],
    ['@r.example,:b@c.example', 'character', 11, 12],
  ]
  for (const [text, kind, start, end, detail = null] of invalid) {
    it(`may not be ${JSON.stringify(text)}: ${kind}`, () => {
      const { reason = '', ...found } = parsePath(text, { utf8: false }).fault ?? {}
      assert.deepEqual(found, { kind, start, end, detail })
      assert.match(reason, /^\S.*[^.\s]$/)
    })
  }

  it('may hold UTF-8 in the local-part and the domain where it is allowed (RFC 6531 3.3)', () => {
    for (const text of [
      'j\u00fcrgen@b\u00fccher.example',
      '"\u{1F600}"@c.example',
      '\u4f8b@\u4f8b.example',
    ]) {
      assert.equal(parsePath(text, { utf8: true }).fault, null, text)
    }
  })

  it('may not hold a backslash before a character that is not ASCII, even then', () => {
    const { fault } = parsePath('"\\\u00fc"@c.example', { utf8: true })
    assert.deepEqual([fault?.kind, fault?.start, fault?.end], ['non-ascii', 2, 3])
  })

  it('has its parts also where it is wrong', () => {
    assert.deepEqual(parts('a..b@c_d.example'), [null, 'a..b', 'c_d.example'])
    assert.deepEqual(parts('a@b@c.example'), [null, 'a@b', 'c.example'])
    assert.deepEqual(parts('@r_s:bob'), ['@r_s:', 'bob', null])
    assert.deepEqual(parts(''), [null, '', null])
  })

  it('is not judged by its length', () => {
    const long = 'a'.repeat(300)
    for (const text of [`${long}@c.example`, `a@${long}.example`, `a@${'a.'.repeat(200)}example`]) {
      assert.equal(parsePath(text, { utf8: false }).fault, null)
    }
  })

  it('is taken apart without an exception, and every part and fault lies where it says', () => {
    const pieces = fc.constantFrom(
      '@',
      ',',
      ':',
      '"',
      '\\',
      '.',
      '[',
      ']',
      ' ',
      'a',
      '_',
      '1',
      '\u00fc',
      '\ud800',
      '\u{1F600}',
    )
    const texts = fc.array(pieces, { maxLength: 20 }).map(list => list.join(''))
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), fc.boolean(), (text, utf8) => {
        const { sourceRoute, localPart, domain, fault } = parsePath(text, { utf8 })
        const written = [
          sourceRoute && text.slice(0, sourceRoute.end),
          localPart.text,
          domain && `@${domain.text}`,
        ]
        assert.equal(written.join(''), text)
        for (const part of domain ? [localPart, domain] : [localPart]) {
          assert.equal(text.slice(part.start, part.end), part.text)
        }
        if (!fault) return
        assert.ok(0 <= fault.start && fault.end <= text.length)
        assert.ok(fault.start < fault.end || text === '')
      }),
      { numRuns: 1000 },
    )
  })

  it('takes time in proportion to its length', () => {
    for (const piece of ['a', '@', '@a,', '@[', '"', '\\', '.', 'a.', '"\\', 'a@[1]', '\u00fc']) {
      const text = piece.repeat(2e5)
      const before = performance.now()
      parsePath(text, { utf8: true })
      parsePath(`"${text}`, { utf8: true })
      parsePath(`a@${text}`, { utf8: true })
      assert.ok(performance.now() - before < 2000, piece)
    }
  })
})
