import assert from 'node:assert/strict'
import type { Reply } from '../../server/transcript/session.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { dedent, expectListing } from './listing.ts'

/** The replies of a text that is one session, the greeting first. */
function repliesIn(text: string): Reply[] {
  const [placed] = readTranscript(dedent(text)).sessions
  assert.ok(placed, 'the text is a session')
  const { greeting, exchanges, unasked } = placed.session
  return [...(greeting ? [greeting] : []), ...exchanges.flatMap(one => one.replies), ...unasked]
}

describe('a reply of several lines', () => {
  it('is one reply, with the text of each line', () => {
    const [greeting, reply] = repliesIn(`
      S: 220-mx.example ESMTP
      S: 220-We do not authorize the use of this system
      S: 220 to transport spam.
      C: EHLO c.example
      S: 250-mx.example
      S: 250-SIZE 1000
      S: 250 HELP
      `)
    assert.equal(greeting?.line, 0)
    assert.deepEqual(greeting?.texts, [
      'mx.example ESMTP',
      'We do not authorize the use of this system',
      'to transport spam.',
    ])
    assert.equal(reply?.line, 4)
    assert.deepEqual(reply?.texts, ['mx.example', 'SIZE 1000', 'HELP'])
    assert.deepEqual(reply?.codeSpans, [
      { line: 4, start: 3, end: 6 },
      { line: 5, start: 3, end: 6 },
      { line: 6, start: 3, end: 6 },
    ])
  })

  it('has the enhanced code of its first line that has one', () => {
    const [reply] = repliesIn(`
      S: 550-5.1.1 no such user
      S: 550-see http://mx.example
      S: 550 5.1.1 good bye
      `)
    assert.equal(reply?.enhancedCode, '5.1.1')
    assert.deepEqual(reply?.texts, ['no such user', 'see http://mx.example', 'good bye'])
    assert.deepEqual(reply?.enhancedCodeSpans, [
      { line: 0, start: 7, end: 12 },
      { line: 2, start: 7, end: 12 },
    ])
  })

  it('has no enhanced code where the text only looks like one', () => {
    const codes = (line: string) =>
      repliesIn(`S: 220 mx.example\nC: NOOP\n${line}`).map(one => one.enhancedCode)
    assert.deepEqual(codes('S: 250 2.0.0 ok'), [null, '2.0.0'])
    assert.deepEqual(codes('S: 250 2.0.0'), [null, '2.0.0'])
    assert.deepEqual(codes('S: 250 192.0.2.1 is welcome'), [null, null])
    assert.deepEqual(codes('S: 250 2.0 ok'), [null, null])
    assert.deepEqual(codes('S: 250 ok 2.0.0'), [null, null])
  })

  it('counts with its last code where the codes of its lines differ', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: 250 HELP
      C: MAIL FROM:<a@c.example>
      S: 250-we like you
      S: 450-or do we
      S: 550 no
      C: RCPT TO:<b@mx.example>
      S: 503 need MAIL
      `,
      `
      session 1-10 smtp ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 MAIL ready allowed -> 550
      9 RCPT ready out-of-sequence: rcpt-after-refused-mail -> 503
      `,
    )
  })

  it('is over when the client speaks, whatever its last line promised', () => {
    expectListing(
      `
      S: 220-mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: 250-STARTTLS
      C: STARTTLS
      S: 220-go ahead
      C: EHLO c.example
      S: 250-mx.example
      `,
      `
      session 1-8 smtp ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      5 STARTTLS ready allowed -> 220
      7 EHLO tls-ready allowed -> 250
      `,
    )
  })

  it('may have lines with nothing behind the code', () => {
    const [reply] = repliesIn('S: 250-\nS: 250-x\nS: 250')
    assert.equal(reply?.code, 250)
    assert.deepEqual(reply?.texts, ['', 'x', ''])
  })

  it('may have a line in it that nobody understands', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example
      S: STARTTLS
      S: 250 HELP
      C: NOOP
      S: 250 ok
      `,
      `
      session 1-7 smtp ESMTP open
      1 greeting 220
      2 EHLO greeted allowed -> 250
      6 NOOP ready allowed -> 250
      `,
    )
  })
})

describe('the reply to EHLO', () => {
  const sessionWith = (keywordLine: string, command: string) => `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250-mx.example AUTH STARTTLS in the greeting line is no keyword
      S: 250-${keywordLine}
      S: 250 HELP
      C: ${command}
      S: 502 no
      `
  const verdictOn = (keywordLine: string, command: string) =>
    readTranscript(dedent(sessionWith(keywordLine, command))).sessions[0]?.session.exchanges[1]?.verdict
      .sequence

  it('announces extensions with the first word of each line, in any case', () => {
    for (const line of ['AUTH PLAIN LOGIN', 'auth plain', 'AUTH', 'AUTH=PLAIN', 'Auth ']) {
      assert.equal(verdictOn(line, 'AUTH PLAIN'), 'allowed', line)
    }
    assert.equal(verdictOn('STARTTLS', 'STARTTLS'), 'allowed')
    assert.equal(verdictOn('starttls', 'STARTTLS'), 'allowed')
  })

  it('announces nothing else', () => {
    for (const line of ['SIZE', 'X AUTH', 'AUTHENTICATION', 'XAUTH PLAIN']) {
      assert.equal(verdictOn(line, 'AUTH PLAIN'), 'server-dependent', line)
    }
  })
})

describe('a reply that nobody asked for', () => {
  it('is kept beside the exchanges', () => {
    expectListing(
      `
      S: 220 mx.example ESMTP
      C: EHLO c.example
      S: 250 mx.example
      S: 250 and again
      S: 421 idle for too long
      `,
      `
      session 1-5 smtp ESMTP closed
      1 greeting 220
      2 EHLO greeted allowed -> 250
      4 unasked 250
      5 unasked 421
      `,
    )
  })
})
