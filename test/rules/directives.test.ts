import assert from 'node:assert/strict'
import { checkTranscript } from '../../server/rules/check.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

/** What is found, as `line rule`, lines from 1. */
function foundIn(text: string): string[] {
  return checkTranscript(readTranscript(text)).flatMap(({ placed, problems }) =>
    problems.map(({ rule, span }) => `${lineInText(placed, span.line) + 1} ${rule.id}`),
  )
}

const hello = ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250 mx.example.org']
const early = ['C: RCPT TO:<bob@example.org>', 'S: 503 5.5.1 need MAIL']
const twice = ['C: EHLO client.example.net', 'S: 250 mx.example.org']
const quit = ['C: QUIT', 'S: 221 bye']

function text(...parts: readonly (string | readonly string[])[]): string {
  return `${parts.flat().join('\n')}\n`
}

describe('a comment', () => {
  it('switches nothing off that it does not name', () => {
    assert.deepEqual(foundIn(text(hello, '# smtp-disable sequence/nested-mail', early, quit)), [
      '5 sequence/rcpt-without-mail',
    ])
    assert.deepEqual(foundIn(text(hello, '# smtp-disabled', early, quit)), ['5 sequence/rcpt-without-mail'])
  })

  it('switches a rule off from there on, and on again', () => {
    const off = '# smtp-disable sequence/rcpt-without-mail'
    assert.deepEqual(foundIn(text(off, hello, early, quit)), [])
    assert.deepEqual(foundIn(text(off, hello, early, quit, '', hello, early, quit)), [])
    const on = '# smtp-enable sequence/rcpt-without-mail'
    assert.deepEqual(foundIn(text(off, hello, early, quit, on, hello, early, quit)), [
      '13 sequence/rcpt-without-mail',
    ])
  })

  it('that names no rule means all, and one of them can be switched on again', () => {
    assert.deepEqual(foundIn(text('# smtp-disable', hello, early, twice, quit)), [])
    assert.deepEqual(
      foundIn(text('# smtp-disable', '# smtp-enable sequence/hello-repeated', hello, twice, early, quit)),
      ['6 sequence/hello-repeated'],
    )
  })

  it('names several rules, and says why behind two hyphens', () => {
    const both = '# smtp-disable sequence/rcpt-without-mail, sequence/hello-repeated -- a probe'
    assert.deepEqual(foundIn(text(both, hello, early, twice, quit)), [])
    assert.deepEqual(foundIn(text('# smtp-disable -- sequence/hello-repeated', hello, early, quit)), [])
  })

  it('switches a rule off for the next line alone, comments and blank lines not counted', () => {
    const off = '# smtp-disable-next-line sequence/rcpt-without-mail'
    const again = ['C: RSET', 'S: 250 ok', ...early]
    assert.deepEqual(foundIn(text(hello, off, early, again, quit)), ['9 sequence/rcpt-without-mail'])
    assert.deepEqual(foundIn(text(hello, off, '# a remark', '', early, quit)), [])
  })

  it('switches a rule off in the whole file, also in front of itself', () => {
    const off = '# smtp-disable-file sequence/rcpt-without-mail'
    assert.deepEqual(foundIn(text(hello, early, quit, off, hello, twice, early, quit)), [
      '12 sequence/hello-repeated',
    ])
  })

  it('works in text without prefixes, too', () => {
    const bare = text('# smtp-disable', hello, early, quit).replaceAll(/^[CS]: /gm, '')
    assert.deepEqual(foundIn(bare), [])
    assert.notDeepEqual(foundIn(bare.slice(bare.indexOf('\n') + 1)), [])
  })

  it('is mail data where it stands in a message', () => {
    const message = [
      'C: MAIL FROM:<anna@example.net>',
      'S: 250 ok',
      'C: RCPT TO:<bob@example.org>',
      'S: 250 ok',
    ]
    const data = [
      'C: DATA',
      'S: 354 go ahead',
      'C: From: anna@example.net',
      'C: # smtp-disable',
      'C: .',
      'S: 250 ok',
    ]
    assert.ok(foundIn(text(hello, message, data, early, quit)).includes('14 sequence/rcpt-without-mail'))
  })

  it('is nothing to a tool that knows no comments', () => {
    const swaks = [
      '# smtp-disable',
      '=== Connected to mx.',
      '<-  220 mx ESMTP',
      ' -> RCPT TO:<b@x>',
      '<** 503 no',
    ]
    assert.equal(foundIn(text(swaks)).length, 1)
  })
})
