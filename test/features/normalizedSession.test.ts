import assert from 'node:assert/strict'
import fc from 'fast-check'
import { normalizedSession } from '../../server/features/normalizedSession.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { realTexts } from './realTexts.ts'

/** The only session of a text as it is compared. */
function normalized(text: string): string {
  const transcript = readTranscript(text)
  const [placed, ...others] = transcript.sessions
  assert.ok(placed && others.length === 0)
  return normalizedSession(transcript, placed)
}

/** One session as another tool and another day would print it. */
interface Teller {
  readonly client: string
  readonly server: string
  readonly id: string
  readonly date: string
  readonly people: readonly [string, string, string]
  readonly ip: string
}

function session({
  client,
  server,
  id,
  date,
  people,
  ip,
}: Teller): readonly (readonly ['C' | 'S', string])[] {
  const [sender, first, second] = people
  return [
    ['S', `220 ${server} ESMTP Exim 4.96 ${date}`],
    ['C', `EHLO ${client}`],
    ['S', `250-${server} Hello ${client} [${ip}]`],
    ['S', '250-SIZE 52428800'],
    ['S', '250-8BITMIME'],
    ['S', '250 SMTPUTF8'],
    ['C', `MAIL FROM:<${sender}> SIZE=${id.length * 100}`],
    ['S', `250 2.1.0 <${sender}>... Sender ok`],
    ['C', `RCPT TO:<${first}>`],
    ['S', '250 2.1.5 Ok'],
    ['C', `RCPT TO:<${second}>`],
    ['S', `550 5.1.1 <${second}>: Recipient address rejected, see https://help.example/550`],
    ['C', 'DATA'],
    ['S', '354 go ahead'],
    ['C', `Date: ${date}`],
    ['C', `Message-ID: <${id}@${client}>`],
    ['C', `To: ${first}`],
    ['C', 'Subject: hello'],
    ['C', ''],
    ['C', 'Hello.'],
    ['C', '.'],
    ['S', `250 2.0.0 Ok: ${id.length * 7} bytes queued as ${id}`],
    ['C', 'QUIT'],
    ['S', `221 ${server} closing connection`],
  ]
}

const one: Teller = {
  client: 'client.example.net',
  server: 'mx.example.org',
  id: '4XyZ12abcd',
  date: 'Mon, 23 Nov 2026 23:13:00 +0000',
  people: ['anna@example.net', 'bob@example.org', 'carol@example.org'],
  ip: '192.0.2.7',
}

const other: Teller = {
  client: 'laptop.example.com',
  server: 'mail.example.edu',
  id: '1xVdN2-0001fk-0E',
  date: 'Tue, 24 Nov 2026 01:02:03 +0900',
  people: ['eve@example.com', 'dave@example.edu', 'frank@example.edu'],
  ip: '203.0.113.99',
}

const expected = `S: 220 <host-1> ESMTP Exim 4.96 <time>
C: EHLO <host-2>
S: 250-<host-1> Hello <host-2> [<ip-1>]
S: 250-SIZE 52428800
S: 250-8BITMIME
S: 250 SMTPUTF8
C: MAIL FROM:<sender-1> SIZE=<size>
S: 250 2.1.0 <sender-1>... Sender ok
C: RCPT TO:<recipient-1>
S: 250 2.1.5 Ok
C: RCPT TO:<recipient-2>
S: 550 5.1.1 <recipient-2>: Recipient address rejected, see https://help.example/550
C: DATA
S: 354 go ahead
C: Date:
C: Message-ID:
C: To: <recipient-1>
C: Subject: hello
C:
C: Hello.
C: .
S: 250 2.0.0 Ok: <size> bytes queued as <id>
C: QUIT
S: 221 <host-1> closing connection
`

describe('a session that is compared', () => {
  it('is the same as another that went the same way, whatever the tool, the day and the people', () => {
    const own = session(one)
      .map(([who, said]) => `${who}: ${said}`)
      .join('\n')
    const swaks = session(other)
      .map(([who, said]) => (who === 'C' ? ` -> ${said}` : `${/^[45]/.test(said) ? '<**' : '<- '} ${said}`))
      .join('\n')
    const log = session(other)
      .map(([who, said], at) => {
        const head = `Nov 23 23:14:${10 + at} mx postfix/smtpd[1234]: ${who === 'C' ? '<' : '>'}`
        return `${head} laptop.example.com[203.0.113.99]: ${said}`
      })
      .join('\n')
    const bare = session(one)
      .map(([, said]) => said)
      .join('\n')
    assert.equal(normalized(own), expected)
    assert.equal(normalized(swaks), expected)
    assert.equal(normalized(log), expected)
    assert.equal(normalized(bare), expected)
  })

  it('keeps what matters: another reply, another keyword, another parameter', () => {
    const text = session(one)
      .map(([who, said]) => `${who}: ${said}`)
      .join('\n')
    assert.notEqual(normalized(text.replace('550 5.1.1', '450 4.2.0')), expected)
    assert.notEqual(normalized(text.replace('SIZE 52428800', 'SIZE 10485760')), expected)
    assert.notEqual(normalized(text.replace('250-8BITMIME', '250-PIPELINING')), expected)
    assert.notEqual(normalized(text.replace('Hello.', 'Good bye.')), expected)
    assert.notEqual(normalized(text.replace('RCPT TO:<carol@', 'RCPT TO:<bob@')), expected)
  })

  it('says of credentials and challenges only that they are there', () => {
    const text = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250 AUTH LOGIN PLAIN CRAM-MD5',
      'C: AUTH PLAIN AGFubmEAc2VjcmV0',
      'S: 535 5.7.8 no',
      'C: AUTH CRAM-MD5',
      'S: 334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2U+',
      'C: YW5uYSA5ZTk1YWVlMDljNDBhZjJiODRhMGMyYjNiYmFlNzg2ZQ==',
      'S: 535 5.7.8 no',
      'C: AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6',
      'C: YW5uYQ==',
      'S: 334 UGFzc3dvcmQ6',
      'C: *',
      'S: 501 given up',
    ].join('\n')
    assert.deepEqual(normalized(text).split('\n').slice(3, -1), [
      'C: AUTH PLAIN <secret>',
      'S: 535 5.7.8 no',
      'C: AUTH CRAM-MD5',
      'S: 334 <challenge>',
      'C: <secret>',
      'S: 535 5.7.8 no',
      'C: AUTH LOGIN',
      'S: 334 VXNlcm5hbWU6',
      'C: <secret>',
      'S: 334 UGFzc3dvcmQ6',
      'C: *',
      'S: 501 given up',
    ])
  })

  it('has what is attached to a message as one line, and headers that are another each time by their names', () => {
    const line = 'SGVsbG8sIHRoaXMgaXMgYSBsb25nIGxpbmUgb2YgYmFzZTY0IGZvciBhIHRlc3Qu'
    const text = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250 mx.example.org',
      'C: MAIL FROM:<anna@example.net>',
      'S: 250 ok',
      'C: RCPT TO:<bob@example.org>',
      'S: 250 ok',
      'C: DATA',
      'S: 354 go ahead',
      'C: Received: from a.example by b.example',
      'C:  with ESMTP id 4711abc815; Mon, 23 Nov 2026 23:13:00 +0000',
      'C: Content-Type: multipart/mixed; boundary="----=_Part_1234567"',
      'C:',
      'C: ------=_Part_1234567',
      `C: ${line}`,
      `C: ${line}`,
      'C: .',
      'S: 250 ok',
    ].join('\n')
    assert.deepEqual(normalized(text).split('\n').slice(9, -2), [
      'C: Received:',
      'C: Content-Type: multipart/mixed; boundary=<boundary>',
      'C:',
      'C: --<boundary>',
      'C: <base64>',
      'C: .',
    ])
  })

  it('leaves words alone that only look like ids: ciphers, versions, extensions', () => {
    const said =
      'ESMTP TLS_AES_256_GCM_SHA384 ECDHE-RSA-AES256-GCM-SHA384 Postfix 3.7.11 8BITMIME x86_64-linux'
    const text = [`S: 220 mx.example.org ${said}`, 'C: QUIT', 'S: 221 bye'].join('\n')
    assert.equal(normalized(text).split('\n')[0], `S: 220 <host-1> ${said}`)
  })

  it('can be written whatever the text', () => {
    const holds = (text: string) => {
      const transcript = readTranscript(text)
      for (const placed of transcript.sessions) {
        const written = normalizedSession(transcript, placed)
        assert.match(written, /^(?:[^\n]*\n)*$/)
        assert.equal(normalizedSession(transcript, placed), written)
      }
    }
    fc.assert(fc.property(texts, holds), { numRuns: 200 })
    for (const text of realTexts()) holds(text)
  })
})
