import assert from 'node:assert/strict'
import { checkTranscript } from '../../server/rules/check.ts'
import { readTranscript, updateTranscript } from '../../server/transcript/transcript.ts'

const envelope = [
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.net',
  'S: 250 mx.example.org',
  'C: MAIL FROM:<anna@example.net>',
  'S: 250 ok',
  'C: RCPT TO:<bob@example.org>',
  'S: 250 ok',
  'C: DATA',
  'S: 354 go ahead',
]
const behind = ['S: 250 ok', 'C: QUIT', 'S: 221 bye']
const header = ['C: From: anna@example.net', 'C: Date: Mon, 2 Mar 2026 10:15:00 +0000', 'C:']

/** `line rule: message` of everything found, lines from 1. */
function findings(text: string): string[] {
  return checkTranscript(readTranscript(text)).flatMap(({ placed, problems }) =>
    problems.map(({ rule, span, message }) => `${placed.startLine + span.line + 1} ${rule.id}: ${message}`),
  )
}

function rulesIn(text: string): string[] {
  return findings(text).map(found => found.split(':', 1)[0] ?? '')
}

/** A session of which every line ends in `end`, but for those of the message that have an end of their own. */
function session(end: string, message: readonly string[]): string {
  const lines = [...envelope, ...header, ...message, ...behind]
  return lines.map(line => (/[\r\n]$/.test(line) ? line : line + end)).join('')
}

describe('line ends of a message, by the bytes of the file', () => {
  it('are told to be bare where the others of the message are CRLF', () => {
    const text = session('\r\n', ['C: one\n', 'C: two', 'C: three\r', 'C: four', 'C: .'])
    assert.deepEqual(findings(text), [
      '13 smuggling/bare-lf: This line ends in a bare LF, by the bytes of the file: only CRLF ends a line.',
      '15 smuggling/bare-cr: This line ends in a bare CR, by the bytes of the file: only CRLF ends a line.',
    ])
  })

  it('prove nothing where all are alike', () => {
    for (const end of ['\r\n', '\n', '\r']) assert.deepEqual(findings(session(end, ['C: one', 'C: .'])), [])
  })

  it('prove nothing outside of the message', () => {
    const text = session('\n', ['C: one', 'C: .']).replace('S: 354 go ahead\n', 'S: 354 go ahead\r\n')
    assert.deepEqual(findings(text), [])
    const crlf = session('\r\n', ['C: one', 'C: .']).replace('S: 250 ok\r\n', 'S: 250 ok\n')
    assert.deepEqual(findings(crlf), [])
  })

  it('prove nothing where most lines of the message end in LF', () => {
    assert.deepEqual(findings(session('\n', ['C: one\r\n', 'C: two\r\n', 'C: .'])), [])
  })

  it('prove nothing where the tool writes its own around what was sent', () => {
    const swaks = [
      '=== Trying 127.0.0.1:25...\n=== Connected to 127.0.0.1.\n<-  220 mx.example.org ESMTP\n -> EHLO client.example.net\n',
      '<-  250 mx.example.org\n -> MAIL FROM:<anna@example.net>\n<-  250 ok\n -> RCPT TO:<bob@example.org>\n',
      '<-  250 ok\n -> DATA\n<-  354 go ahead\n -> From: anna@example.net\r\n -> \r\n -> hello\r\n -> .\n<-  250 ok\n',
      ' -> QUIT\n<-  221 bye\n=== Connection closed with remote host.\n',
    ].join('')
    assert.deepEqual(findings(swaks), [])
  })

  it('are told of the dot that a server took for the end', () => {
    assert.deepEqual(findings(session('\r\n', ['C: one\n', 'C: .'])), [
      '15 smuggling/nonstandard-end-accepted: The server takes <LF>.<CR><LF> for the end of the message, by the bytes of the file; only <CR><LF>.<CR><LF> is one.',
    ])
  })

  it('are those after an edit, too', () => {
    const before = readTranscript(session('\r\n', ['C: one', 'C: two', 'C: .']))
    const [{ session: then } = assert.fail()] = before.sessions
    assert.equal(then.ends[12], '\r\n')
    const start = { line: 12, character: 'C: one'.length }
    const after = updateTranscript(before, [{ start, end: { line: 13, character: 0 }, newText: '\n' }])
    const [{ session: now } = assert.fail()] = after.sessions
    assert.equal(now.ends[12], '\n')
    const found = checkTranscript(after).flatMap(({ problems }) => problems.map(({ rule }) => rule.id))
    assert.deepEqual(found, ['smuggling/bare-lf'])
  })
})

describe('line ends of a message, in string literals', () => {
  const smtplib = (message: string) =>
    [
      "reply: b'220 mx.example.org ESMTP\\r\\n'",
      "send: 'ehlo client.example.net\\r\\n'",
      "reply: b'250 mx.example.org\\r\\n'",
      "send: 'mail FROM:<anna@example.net>\\r\\n'",
      "reply: b'250 ok\\r\\n'",
      "send: 'rcpt TO:<bob@example.org>\\r\\n'",
      "reply: b'250 ok\\r\\n'",
      "send: 'data\\r\\n'",
      "reply: b'354 go ahead\\r\\n'",
      `send: b'${message}'`,
      "reply: b'250 ok\\r\\n'",
      "send: 'quit\\r\\n'",
      "reply: b'221 bye\\r\\n'",
    ].join('\n')

  it('are what the literal spells out', () => {
    const text = smtplib('From: anna@example.net\\r\\n\\r\\none\\ntwo\\r\\n.\\r\\n')
    assert.deepEqual(findings(text), [
      '10 smuggling/bare-lf: This line ends in a bare LF, as the transcript writes it: only CRLF ends a line.',
    ])
    assert.deepEqual(findings(smtplib('From: anna@example.net\\r\\n\\r\\none\\r\\n.\\r\\n')), [])
  })

  it('prove nothing where all are LF', () => {
    assert.deepEqual(findings(smtplib('From: anna@example.net\\n\\none\\n.\\n')), [])
  })
})

describe('a line of a message that begins with a dot', () => {
  it('is not judged where the tool prints it before the dot is doubled', () => {
    const lines = [...envelope, ...header, 'C: .bashrc comes first', 'C: .', ...behind]
    const glob = 'Net::SMTP=GLOB(0x55747e75d618)'
    const perl = lines
      .map(line => `${glob}${line.startsWith('C') ? '>>>' : '<<<'} ${line.slice(3)}`)
      .join('\n')
    assert.deepEqual(rulesIn(perl), [])
    assert.deepEqual(rulesIn(lines.join('\n')), ['13 data/not-dot-stuffed'])
  })
})

describe('rules on the content of messages', () => {
  it('take time in proportion to it', () => {
    const text = session('\n', [...Array.from({ length: 300_000 }, () => 'C: .x\\n \\r\\n'), 'C: .'])
    const transcript = readTranscript(text)
    const start = performance.now()
    checkTranscript(transcript)
    const took = performance.now() - start
    assert.ok(took < 4000, `${took} ms`)
  })
})
