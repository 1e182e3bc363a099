import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tokenize.ts'

type Configuration = {
  readonly comments: { readonly lineComment: string }
  readonly wordPattern: { readonly pattern: string; readonly flags: string }
  readonly onEnterRules: readonly {
    readonly beforeText: string
    readonly action: { readonly appendText: string }
  }[]
}

const configuration: Configuration = JSON.parse(
  readFileSync(join(root, 'syntaxes', 'language-configuration.json'), 'utf8'),
)

const words = (line: string) =>
  line.match(new RegExp(configuration.wordPattern.pattern, `${configuration.wordPattern.flags}g`))

describe('The language configuration', () => {
  it('takes an address as one word, without its brackets', () => {
    assert.deepEqual(words('C: RCPT TO:<alice.b+c@mx.example.org>'), [
      'C',
      'RCPT',
      'TO',
      'alice.b+c@mx.example.org',
    ])
    assert.deepEqual(words('C: RCPT TO:<jürgen@exämple.example>'), [
      'C',
      'RCPT',
      'TO',
      'jürgen@exämple.example',
    ])
  })

  it('takes an enhanced status code as one word, without the full stop behind it', () => {
    assert.deepEqual(words('S: 550 5.7.1 Denied.'), ['S', '550', '5.7.1', 'Denied'])
    assert.deepEqual(words('S: 250-2.0.0 ok'), ['S', '250', '2.0.0', 'ok'])
  })

  it('parts the code of a reply from what a hyphen joins to it', () => {
    assert.deepEqual(words('S: 250-AUTH CRAM-MD5'), ['S', '250', 'AUTH', 'CRAM-MD5'])
    assert.deepEqual(words('Date: 2026-03-02'), ['Date', '2026-03-02'])
  })

  it('takes the name and the value of a parameter as one word each', () => {
    assert.deepEqual(words('SIZE=1200 NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;bob@example.org AUTH=<>'), [
      ...['SIZE', '1200', 'NOTIFY', 'SUCCESS,FAILURE', 'ORCPT', 'rfc822;bob@example.org', 'AUTH'],
    ])
  })

  it('takes a rule and a directive as one word', () => {
    assert.deepEqual(words('# smtp-disable-next-line sequence/data-without-rcpt'), [
      ...['smtp-disable-next-line', 'sequence/data-without-rcpt'],
    ])
  })

  it('reads a long line of anything in no time', () => {
    for (const text of ['a.', '.', 'a', '<', '"a', '- ']) {
      const began = performance.now()
      words(text.repeat(10_000))
      assert.ok(performance.now() - began < 1000, text)
    }
  })

  it('continues a header field with the prefix, and nothing else', () => {
    const continues = (line: string) =>
      configuration.onEnterRules.some(rule => new RegExp(rule.beforeText).test(line))
    assert.ok(continues('C: Subject: hello'))
    assert.ok(continues('   C: X-Mailer:'))
    for (const line of [
      'C: MAIL FROM:<anna@example.net>',
      'C: EHLO example.net',
      'C: .',
      'C: DATA',
      'S: a: b',
      'a: b',
    ]) {
      assert.ok(!continues(line), line)
    }
    assert.deepEqual(
      new Set(configuration.onEnterRules.map(rule => rule.action.appendText)),
      new Set(['C: ']),
    )
  })
})
