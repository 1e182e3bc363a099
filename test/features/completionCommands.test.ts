import assert from 'node:assert/strict'
import { resolveCompletion } from '../../server/features/completion.ts'
import { bare } from '../../server/transcript/dialects/bare.ts'
import { curl } from '../../server/transcript/dialects/curl.ts'
import type { WritableDialect } from '../../server/transcript/dialects/dialect.ts'
import { haraka } from '../../server/transcript/dialects/haraka.ts'
import { smtp } from '../../server/transcript/dialects/smtp.ts'
import { swaks } from '../../server/transcript/dialects/swaks.ts'
import { acceptedIn, editOf, fullEditor, labelsIn, offeredIn, offerIn, plainEditor } from './completing.ts'
import { helloWith, inDialect } from './hovering.ts'

const greeting = ['S: 220 mx.example.org ESMTP']
const hello = helloWith('PIPELINING', 'SIZE 10485760', '8BITMIME')
const mail = [...hello, 'C: MAIL FROM:<anna@example.net>', 'S: 250 ok']
const rcpt = [...mail, 'C: RCPT TO:<bob@example.org>', 'S: 250 ok']
const delivered = [...rcpt, 'C: DATA', 'S: 354 go', 'C: Subject: x', 'C:', 'C: hi', 'C: .', 'S: 250 ok']

/** The best offers on a new line of the client's, in that dialect. */
function next(lines: readonly string[], count: number, dialect: WritableDialect): readonly string[] {
  const marked = inDialect([...lines, 'C: |'], dialect)
  return labelsIn(marked, dialect)
    .filter(label => !/^(?:S: |session)/.test(label))
    .slice(0, count)
}

for (const dialect of [smtp, swaks, curl as WritableDialect]) {
  describe(`commands offered to the client in ${dialect.name}`, () => {
    it('begin with EHLO behind the greeting', () => {
      assert.deepEqual(next(greeting, 2, dialect), ['EHLO', 'HELO'])
    })

    it('begin with MAIL behind an accepted hello', () => {
      assert.deepEqual(next(hello, 2, dialect), ['MAIL FROM', 'QUIT'])
    })

    it('begin with STARTTLS where it was announced, and with AUTH where that was', () => {
      assert.equal(next(helloWith('STARTTLS', 'AUTH PLAIN'), 1, dialect)[0], 'STARTTLS')
      assert.equal(next(helloWith('AUTH PLAIN'), 1, dialect)[0], 'AUTH')
    })

    it('begin with RCPT behind MAIL, and with DATA behind an accepted recipient', () => {
      assert.equal(next(mail, 1, dialect)[0], 'RCPT TO')
      assert.deepEqual(next(rcpt, 2, dialect), ['DATA', 'RCPT TO'])
    })

    it('begin with QUIT behind a delivered message', () => {
      assert.deepEqual(next(delivered, 2, dialect), ['QUIT', 'MAIL FROM'])
    })
  })
}

describe('commands offered to the client', () => {
  it('begin with QUIT where the server refuses service', () => {
    assert.equal(labelsIn('S: 554 no service here\nC: |')[0], 'QUIT')
  })

  it('begin with LHLO in LMTP', () => {
    assert.equal(labelsIn('S: 220 mx.example.org LMTP ready\nC: |')[0], 'LHLO')
  })

  it('begin with EHLO behind the handshake of STARTTLS', () => {
    const lines = [...helloWith('STARTTLS'), 'C: STARTTLS', 'S: 220 go ahead', 'C: |']
    assert.equal(labelsIn(lines.join('\n'))[0], 'EHLO')
  })

  it('come behind the handshake of STARTTLS on an empty line, which the dialect has words for', () => {
    const lines = [...helloWith('STARTTLS'), 'C: STARTTLS', 'S: 220 go ahead']
    assert.equal(labelsIn([...lines, '|'].join('\n'))[0], 'C & S: <negotiate a TLS session>')
    assert.match(labelsIn(`${inDialect(lines, swaks)}\n|`, swaks)[0] ?? '', /^=== TLS started with /)
  })

  it('begin with QUIT behind a message that BDAT LAST completed', () => {
    const hello = helloWith('CHUNKING')
    const sent = [...hello, ...rcpt.slice(-4), 'C: BDAT 4 LAST', 'C: hi', 'S: 250 ok', 'C: |'].join('\n')
    assert.equal(labelsIn(sent)[0], 'QUIT')
  })

  it('put those out of sequence last, and say what they need', () => {
    const offers = offeredIn([...mail, 'C: |'].join('\n'))
    const data = offers.findIndex(({ label }) => label === 'DATA')
    assert.equal(offers[data]?.detail, 'out of sequence here: needs an accepted RCPT')
    assert.ok(offers.slice(data).every(({ detail }) => detail?.startsWith('out of sequence here: ')))
    assert.ok(offers.every(({ preselect }, index) => (preselect ?? false) === (index === 0)))
  })

  it('say which the server did not announce, behind those that may stand there', () => {
    const offers = offeredIn([...rcpt, 'C: |'].join('\n'))
    const bdat = offers.findIndex(({ label }) => label === 'BDAT')
    assert.equal(offers[bdat]?.detail, 'not announced by the server')
    assert.ok(bdat > offers.findIndex(({ label }) => label === 'RSET'))
    assert.equal(
      offerIn([...helloWith('CHUNKING'), ...rcpt.slice(hello.length), 'C: |'].join('\n'), 'BDAT').detail,
      undefined,
    )
  })

  it('say what a hello, RSET or QUIT would do where they do harm or nothing', () => {
    const inTransaction = [...rcpt, 'C: |'].join('\n')
    assert.match(offerIn(inTransaction, 'EHLO').detail ?? '', /drops the open transaction/)
    assert.match(offerIn(inTransaction, 'QUIT').detail ?? '', /nothing would be sent/)
    const ready = [...hello, 'C: |'].join('\n')
    assert.match(offerIn(ready, 'HELO').detail ?? '', /gives up the extensions/)
    assert.match(offerIn(ready, 'EHLO').detail ?? '', /only resets the session/)
    assert.match(offerIn(ready, 'RSET').detail ?? '', /nothing to reset/)
    assert.match(offerIn(`${ready}\nC: MAIL FROM:<a@example.net>`, 'QUIT').detail ?? '', /commands follow/)
  })

  it('wait for the reply where PIPELINING was not announced', () => {
    const open = 'C: MAIL FROM:<anna@example.net>'
    const without = [...helloWith('8BITMIME'), open, 'C: |'].join('\n')
    assert.match(offerIn(without, 'RCPT TO').detail ?? '', /PIPELINING was not announced/)
    assert.equal(offerIn([...hello, open, 'C: |'].join('\n'), 'RCPT TO').detail, undefined)
  })

  it('judge what the client sends by what it could know: a pipelined DATA is in place', () => {
    const lines = [...hello, 'C: MAIL FROM:<anna@example.net>', 'C: RCPT TO:<bob@example.org>', 'C: |']
    assert.equal(labelsIn(lines.join('\n'))[0], 'DATA')
  })

  it('are none in mail data, and none where the client answers a challenge', () => {
    const content = [...rcpt, 'C: DATA', 'S: 354 go', 'C: M|'].join('\n')
    assert.deepEqual(labelsIn(content), [])
    const script = 'C: EHLO c.example\nC: MAIL FROM:<a@c.example>\nC: RCPT TO:<b@mx.example>\nC: DATA\nC: M|'
    assert.deepEqual(labelsIn(script), [])
    const login = [...helloWith('AUTH LOGIN'), 'C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: |']
    assert.deepEqual(labelsIn(login.join('\n')), [])
  })

  it('are none in a log, which nobody writes by hand', () => {
    const head = '2026-11-23T23:28:55.071Z [PROTOCOL] [238F9C0E-BDBF-4880-BE79-38C7507D7C7B] [core] '
    assert.deepEqual(labelsIn(`${head}S: 220 mx.example.org ESMTP\n${head}C: MA|`, haraka), [])
  })

  it('offer the final dot in mail data to somebody who asks, not to somebody who types', () => {
    const content = [...rcpt, 'C: DATA', 'S: 354 go', 'C: hi', 'C: |'].join('\n')
    assert.deepEqual(labelsIn(content), ['.'])
    assert.deepEqual(offeredIn(content, { trigger: ' ' }), [])
  })
})

describe('what is told of a command', () => {
  it('is a short paragraph with its form and its section', () => {
    const item = offerIn([...hello, 'C: |'].join('\n'), 'MAIL FROM')
    const plain = resolveCompletion(item, plainEditor).documentation
    assert.ok(typeof plain === 'string')
    assert.match(
      plain,
      /^Begins a mail transaction .*\n\n"MAIL FROM:" \( Path \/ "<>" \) .*\n\nRFC 5321 4\.1\.1\.2: https:/,
    )
    const rich = resolveCompletion(item, fullEditor).documentation
    assert.ok(typeof rich === 'object')
    assert.match(rich.value, /\n\n`"MAIL FROM:" .*`\n\n\[RFC 5321 4\.1\.1\.2\]\(https:/)
  })
})

describe('a command that is accepted', () => {
  it('replaces what was typed of the verb, in lower case as well', () => {
    const marked = [...hello, 'C: ma|'].join('\n')
    const { range } = editOf(offerIn(marked, 'MAIL FROM'))
    assert.deepEqual([range.start.character, range.end.character], [3, 5])
    assert.equal(acceptedIn(marked, 'MAIL FROM').split('\n').at(-1), 'C: MAIL FROM:<anna@example.net>')
  })

  it('is a snippet where the editor has snippets', () => {
    const marked = [...hello, 'C: |'].join('\n')
    const offer = offerIn(marked, 'MAIL FROM', fullEditor)
    assert.equal(editOf(offer).newText, `MAIL FROM:<\${1:anna@example.net}>$0`)
    assert.equal(offer.insertTextFormat, 2)
  })

  it('takes names from the text', () => {
    const lines = [
      ...hello,
      'C: MAIL FROM:<carol@example.com>',
      'S: 250 ok',
      'C: RCPT TO:<dave@example.com>',
      'S: 250 ok',
      'C: RCPT TO:<erin@example.com>',
      'S: 250 ok',
      'C: RSET',
      'S: 250 ok',
    ].join('\n')
    assert.match(acceptedIn(`${lines}\nC: |`, 'MAIL FROM'), /MAIL FROM:<carol@example\.com>$/)
    const open = `${lines}\nC: MAIL FROM:<carol@example.com>\nS: 250 ok\nC: RCPT TO:<erin@example.com>\nS: 250 ok`
    assert.match(acceptedIn(`${open}\nC: |`, 'RCPT TO'), /RCPT TO:<dave@example\.com>$/)
  })

  it('is the verb alone where the rest stands there', () => {
    const marked = [...hello, 'C: ma|x FROM:<carol@example.com>'].join('\n')
    assert.equal(acceptedIn(marked, 'MAIL FROM').split('\n').at(-1), 'C: MAIL FROM:<carol@example.com>')
    const { textEdit } = offerIn(marked, 'MAIL FROM', fullEditor)
    assert.ok(textEdit && 'insert' in textEdit)
    assert.deepEqual([textEdit.insert.end.character, textEdit.replace.end.character], [5, 6])
  })

  it('names the mechanisms that the server offers behind AUTH', () => {
    const marked = [...helloWith('AUTH CRAM-MD5 PLAIN'), 'C: |'].join('\n')
    assert.equal(editOf(offerIn(marked, 'AUTH', fullEditor)).newText, `AUTH \${1|CRAM-MD5,PLAIN|}$0`)
  })

  it('puts a space behind a mark that has none', () => {
    const marked = [...hello, 'C:|'].join('\n')
    assert.equal(acceptedIn(marked, 'MAIL FROM').split('\n').at(-1), 'C: MAIL FROM:<anna@example.net>')
  })

  it('comes with its mark on an empty line', () => {
    for (const typed of ['', 'M', 'C']) {
      const marked = [...hello, `${typed}|`].join('\n')
      const line = acceptedIn(marked, 'C: MAIL FROM').split('\n').at(-1)
      assert.equal(line, 'C: MAIL FROM:<anna@example.net>')
    }
    const swaksText = inDialect(hello, swaks)
    const line = acceptedIn(`${swaksText}\n|`, '-> MAIL FROM').split('\n').at(-1)
    assert.equal(line, ' -> MAIL FROM:<anna@example.net>')
  })

  it('stands without a mark in bare text', () => {
    const marked = `${inDialect(hello, bare)}\nM|`
    assert.equal(acceptedIn(marked, 'MAIL FROM', bare).split('\n').at(-1), 'MAIL FROM:<anna@example.net>')
  })
})
