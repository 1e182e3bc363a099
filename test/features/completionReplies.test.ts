import assert from 'node:assert/strict'
import { bare } from '../../server/transcript/dialects/bare.ts'
import { smtp } from '../../server/transcript/dialects/smtp.ts'
import { swaks } from '../../server/transcript/dialects/swaks.ts'
import { acceptedIn, editOf, fullEditor, labelsIn, offeredIn, offerIn } from './completing.ts'
import { helloWith, inDialect } from './hovering.ts'

const hello = helloWith('ENHANCEDSTATUSCODES', '8BITMIME')
const mail = 'C: MAIL FROM:<anna@example.net>'
const rcpt = 'C: RCPT TO:<bob@example.org>'

/** The reply codes that are offered, in their order. */
function codesIn(lines: readonly string[]): readonly number[] {
  return labelsIn(lines.join('\n')).map(label => Number(label.slice(0, 3)))
}

for (const dialect of [smtp, swaks]) {
  describe(`replies offered to the server in ${dialect.name}`, () => {
    const labels = (...lines: readonly string[]) => labelsIn(inDialect([...lines, 'S: |'], dialect), dialect)

    it('begin with the acceptance of the command that waits', () => {
      assert.equal(
        labels('S: 220 mx.example.org ESMTP', 'C: HELO client.example.net')[0],
        '250 mx.example.org',
      )
      assert.equal(labels(...hello, mail)[0], '250 2.1.0 Ok')
      assert.equal(labels(...hello, mail, 'S: 250 2.1.0 Ok', rcpt)[0], '250 2.1.5 Ok')
      assert.equal(labels(...hello, 'C: QUIT')[0], '221 2.0.0 Bye')
    })

    it('have an enhanced status code where replies before have one, though none was announced', () => {
      const used = [...helloWith('8BITMIME'), 'C: NOOP', 'S: 250 2.0.0 still here']
      assert.equal(labels(...used, mail)[0], '250 2.1.0 Ok')
    })

    it('have no enhanced status code where the server has none', () => {
      assert.equal(labels(...helloWith('8BITMIME'), mail)[0], '250 Ok')
    })
  })
}

describe('replies offered to the server', () => {
  it('are those that the tables list for the command', () => {
    const toRcpt = codesIn([...hello, mail, 'S: 250 2.1.0 Ok', rcpt, 'S: |'])
    assert.deepEqual(
      toRcpt.toSorted((a, b) => a - b),
      [250, 251, 421, 450, 451, 452, 455, 500, 501, 503, 550, 551, 552, 553, 555, 556],
    )
    const toData = [...hello, mail, 'S: 250 2.1.0 Ok', rcpt, 'S: 250 2.1.5 Ok', 'C: DATA', 'S: |']
    assert.equal(codesIn(toData)[0], 354)
    assert.ok(!codesIn(toData).includes(250))
  })

  it('are those for the message behind the final dot', () => {
    const lines = [
      ...hello,
      mail,
      'S: 250 2.1.0 Ok',
      rcpt,
      'S: 250 2.1.5 Ok',
      'C: DATA',
      'S: 354 go',
      'C: .',
      'S: |',
    ]
    assert.equal(labelsIn(lines.join('\n'))[0], '250 2.0.0 Ok: queued')
    assert.ok(codesIn(lines).includes(554))
  })

  it('begin with 503 where the command is out of sequence', () => {
    const offers = offeredIn([...hello, 'C: DATA', 'S: |'].join('\n'))
    assert.equal(offers[0]?.label, '503 5.5.1 Bad sequence of commands')
    const goAhead = offers.findIndex(({ label }) => label.startsWith('354 '))
    assert.equal(offers[goAhead]?.detail, 'the command is out of sequence')
    assert.equal(labelsIn('S: 554 no service\nC: NOOP\nS: |')[0], '503 Bad sequence of commands')
    assert.ok(goAhead > offers.findIndex(({ label }) => label.startsWith('554 ')))
  })

  it('begin with 502 where the command was not announced, and with 500 for what nobody knows', () => {
    assert.equal(codesIn([...hello, 'C: STARTTLS', 'S: |'])[0], 502)
    assert.deepEqual(codesIn([...hello, 'C: XYZZY', 'S: |']), [500, 502, 421])
  })

  it('say where a server may not answer like that', () => {
    const offers = offeredIn('S: 220 mx.example.org ESMTP\nC: EHLO client.example.net\nS: |')
    assert.equal(offers.at(-1)?.detail, 'every server has to know EHLO')
  })

  it('are those of a greeting where none has come', () => {
    assert.deepEqual(
      codesIn(['S: 220 mx.example.org ESMTP', 'C: QUIT', 'S: 221 bye', 'S: |']),
      [220, 554, 421, 521],
    )
  })

  it('ask on in a login, with what LOGIN asks for', () => {
    const lines = [...helloWith('AUTH LOGIN PLAIN'), 'C: AUTH LOGIN', 'S: |']
    assert.equal(labelsIn(lines.join('\n'))[0], '334 VXNlcm5hbWU6')
    const second = [...lines.slice(0, -1), 'S: 334 VXNlcm5hbWU6', 'C: ********', 'S: |']
    assert.equal(labelsIn(second.join('\n'))[0], '334 UGFzc3dvcmQ6')
    const third = [...second.slice(0, -1), 'S: 334 UGFzc3dvcmQ6', 'C: ********', 'S: |']
    assert.match(labelsIn(third.join('\n'))[0] ?? '', /^235 /)
    const plain = [...helloWith('AUTH PLAIN'), 'C: AUTH PLAIN ********', 'S: |']
    assert.match(labelsIn(plain.join('\n'))[0] ?? '', /^235 /)
  })

  it('come first on an empty line while a command waits', () => {
    const lines = [...hello, mail, '|'].join('\n')
    const labels = labelsIn(lines)
    assert.equal(labels[0], 'S: 250 2.1.0 Ok')
    assert.ok(labels.indexOf('C: RCPT TO') > labels.findIndex(label => label.startsWith('S: 550')))
    assert.equal(acceptedIn(lines, 'S: 250 2.1.0 Ok').split('\n').at(-1), 'S: 250 2.1.0 Ok')
    const pipelined = labelsIn([...helloWith('PIPELINING'), mail, '|'].join('\n'))
    assert.equal(pipelined[0], 'S: 250 Ok')
    assert.ok(pipelined.indexOf('C: RCPT TO') > pipelined.findIndex(label => label.startsWith('S: 550')))
    const text = inDialect([...hello, mail], bare)
    assert.equal(labelsIn(`${text}\n|`, bare)[0], '250 2.1.0 Ok')
  })

  it('replace the digits that were typed, and no text behind them', () => {
    const marked = [...hello, mail, 'S: 25| 2.1.0 fine'].join('\n')
    assert.equal(acceptedIn(marked, '250 2.1.0 Ok').split('\n').at(-1), 'S: 250 2.1.0 fine')
    const offer = offerIn([...hello, mail, 'S: 25|'].join('\n'), '250 2.1.0 Ok', fullEditor)
    assert.equal(editOf(offer).newText, `250 2.1.0 \${1:Ok}$0`)
  })

  it('have the whole reply to EHLO, on lines of the dialect', () => {
    const marked = inDialect(['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: |'], swaks)
    const lines = acceptedIn(marked, '250-mx.example.org …', swaks).split('\n').slice(2)
    assert.deepEqual(lines.slice(0, 2), ['<-  250-mx.example.org', '<-  250-PIPELINING'])
    assert.equal(lines.at(-1), '<-  250 8BITMIME')
  })

  it('go on with what was begun', () => {
    const begun = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250-mx.example.org',
      'S: 250-DSN',
    ]
    const labels = labelsIn([...begun, 'S: |'].join('\n'))
    assert.ok(labels.includes('250-8BITMIME') && labels.includes('250 8BITMIME'))
    assert.ok(!labels.includes('250-DSN'))
    const toMail = [...hello, mail, 'S: 250-2.1.0 fine', 'S: |']
    assert.deepEqual(labelsIn(toMail.join('\n')), ['250 2.1.0 Ok', '250-2.1.0 Ok'])
  })
})

describe('behind a reply code', () => {
  it('the enhanced status codes of its class are offered, the usual one first', () => {
    const labels = labelsIn([...hello, mail, 'S: 250 2.1.0 Ok', rcpt, 'S: 550 |'].join('\n'))
    assert.equal(labels[0], '5.1.1')
    assert.ok(labels.every(label => label.startsWith('5.')))
    assert.ok(
      labels.indexOf('5.7.1') < labels.indexOf('5.1.2'),
      'those that the registry has for 550 come first',
    )
  })

  it('none is offered in a greeting, in the acceptance of a hello, and behind 354', () => {
    assert.deepEqual(labelsIn('S: 220 |'), ['mx.example.org'])
    assert.deepEqual(labelsIn('S: 220 mx.example.org ESMTP\nC: EHLO client.example.net\nS: 250 |'), [
      'mx.example.org',
    ])
    assert.deepEqual(
      labelsIn([...hello, mail, 'S: 250 ok', rcpt, 'S: 250 ok', 'C: DATA', 'S: 354 |'].join('\n')),
      [],
    )
  })

  it('nobody who only types a space is bothered where the server has no enhanced status codes', () => {
    const marked = [...helloWith('8BITMIME'), mail, 'S: 250 |'].join('\n')
    assert.deepEqual(offeredIn(marked, { trigger: ' ' }), [])
    assert.ok(labelsIn(marked).length > 0)
  })

  it('keywords are offered in the reply to EHLO, and mechanisms behind AUTH', () => {
    const begun = ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250-mx.example.org']
    assert.ok(labelsIn([...begun, 'S: 250-S|'].join('\n')).includes('STARTTLS'))
    const mechanisms = labelsIn([...begun, 'S: 250-AUTH PLAIN |'].join('\n'))
    assert.ok(mechanisms.includes('LOGIN') && !mechanisms.includes('PLAIN'))
  })
})
