import assert from 'node:assert/strict'
import { parameterKeywords, parametersNamed, valueFits } from '../../server/protocol/extensions.ts'
import { sampleValue } from '../../server/protocol/parameterSamples.ts'
import { bare } from '../../server/transcript/dialects/bare.ts'
import { smtp } from '../../server/transcript/dialects/smtp.ts'
import { swaks } from '../../server/transcript/dialects/swaks.ts'
import { acceptedIn, editOf, fullEditor, labelsIn, offeredIn, offerIn } from './completing.ts'
import { helloWith, inDialect } from './hovering.ts'

const used = [
  ...helloWith('SIZE 10485760', '8BITMIME', 'DSN', 'AUTH LOGIN PLAIN SCRAM-SHA-256'),
  'C: MAIL FROM:<anna@example.net>',
  'S: 250 ok',
  'C: RCPT TO:<bob@example.org>',
  'S: 250 ok',
  'C: RCPT TO:<carol@example.com>',
  'S: 250 ok',
  'C: RSET',
  'S: 250 ok',
]

for (const dialect of [smtp, swaks, bare]) {
  const offered = (line: string) => labelsIn(inDialect([...used, line], dialect), dialect)

  describe(`behind MAIL and RCPT in ${dialect.name}`, () => {
    it('FROM and TO are offered', () => {
      assert.deepEqual(offered('C: MAIL |'), ['FROM'])
      assert.deepEqual(offered('C: rcpt t|'), ['TO'])
    })

    it('the addresses of the text are offered, senders to MAIL and recipients to RCPT first', () => {
      assert.deepEqual(offered('C: MAIL FROM:|'), [
        '<anna@example.net>',
        '<carol@example.com>',
        '<bob@example.org>',
        '<>',
      ])
      assert.equal(offered('C: RCPT TO:<|')[0], 'carol@example.com')
    })

    it('the parameters are offered that the server announced, and none that stands there', () => {
      assert.deepEqual(offered('C: MAIL FROM:<anna@example.net> ret=hdrs |'), [
        'SIZE=',
        'BODY=7BIT',
        'BODY=8BITMIME',
        'AUTH=',
        'ENVID=',
      ])
      const toRcpt = offered('C: RCPT TO:<bob@example.org> |')
      assert.ok(toRcpt.includes('NOTIFY=NEVER') && toRcpt.includes('ORCPT=') && !toRcpt.includes('SIZE='))
    })

    it('the values of a parameter are offered', () => {
      assert.deepEqual(offered('C: MAIL FROM:<anna@example.net> BODY=|'), ['7BIT', '8BITMIME'])
      assert.deepEqual(offered('C: RCPT TO:<bob@example.org> NOTIFY=SUCCESS,|'), ['FAILURE', 'DELAY'])
    })

    it('the mechanisms of the reply to EHLO are offered, the weak ones last', () => {
      assert.deepEqual(offered('C: AUTH |'), ['SCRAM-SHA-256', 'LOGIN', 'PLAIN'])
    })
  })
}

describe('an address', () => {
  it('takes the place of what was typed of it, with its closing bracket', () => {
    const marked = [...used, 'C: RCPT TO:<car|'].join('\n')
    assert.equal(acceptedIn(marked, 'carol@example.com').split('\n').at(-1), 'C: RCPT TO:<carol@example.com>')
    const closed = [...used, 'C: RCPT TO:<car|ol> NOTIFY=NEVER'].join('\n')
    assert.equal(
      acceptedIn(closed, 'carol@example.com').split('\n').at(-1),
      'C: RCPT TO:<carol@example.com> NOTIFY=NEVER',
    )
  })

  it('is completed behind its @ by the domains of the text', () => {
    const marked = [...used, 'C: RCPT TO:<dave@|>'].join('\n')
    assert.deepEqual(labelsIn(marked).toSorted(), ['example.com', 'example.net', 'example.org'])
    assert.equal(acceptedIn(marked, 'example.org').split('\n').at(-1), 'C: RCPT TO:<dave@example.org>')
  })

  it('is not offered twice as a recipient of one transaction', () => {
    const open = [
      ...used,
      'C: MAIL FROM:<anna@example.net>',
      'S: 250 ok',
      'C: RCPT TO:<Bob@example.org>',
      'S: 250 ok',
    ]
    assert.ok(!labelsIn([...open, 'C: RCPT TO:<|'].join('\n')).includes('bob@example.org'))
  })

  it('comes from the own session first, then from where it is used most', () => {
    const other = (address: string) =>
      `S: 220 mx.example.org ESMTP\nC: MAIL FROM:<${address}>\nS: 250 ok\nC: QUIT\nS: 221 bye\n`
    const text = [
      other('often@example.net').repeat(3),
      other('near@example.net'),
      'S: 220 mx.example.org ESMTP\nC: MAIL FROM:<own@example.net>\nS: 250 ok\nC: RSET\nS: 250 ok\nC: MAIL FROM:<|',
    ].join('')
    assert.deepEqual(labelsIn(text), ['own@example.net', 'often@example.net', 'near@example.net'])
  })

  it('of the null sender is offered to MAIL, and Postmaster to RCPT', () => {
    assert.ok(labelsIn([...used, 'C: MAIL FROM:|'].join('\n')).includes('<>'))
    assert.ok(labelsIn([...used, 'C: RCPT TO:|'].join('\n')).includes('<Postmaster>'))
  })
})

describe('a parameter', () => {
  it('is none where the server announced none, and any standard one where the text does not tell', () => {
    assert.deepEqual(labelsIn([...helloWith('PIPELINING'), 'C: MAIL FROM:<a@example.net> |'].join('\n')), [])
    const script = offeredIn('C: EHLO client.example.net\nC: MAIL FROM:<a@example.net> |')
    assert.ok(script.some(({ label }) => label === 'SIZE='))
    assert.match(script[0]?.detail ?? '', /the text does not tell/)
  })

  it('has a value to be changed, which fits its grammar', () => {
    const marked = [...used, 'C: RCPT TO:<bob@example.org> |'].join('\n')
    assert.equal(
      editOf(offerIn(marked, 'ORCPT=', fullEditor)).newText,
      `ORCPT=\${1:rfc822;bob@example.org}$0`,
    )
    for (const parameter of parameterKeywords.flatMap(parametersNamed)) {
      assert.ok(valueFits(parameter, sampleValue(parameter)), parameter.keyword)
    }
  })

  it('REQUIRETLS says that it needs TLS', () => {
    const marked = [...helloWith('REQUIRETLS'), 'C: MAIL FROM:<a@example.net> |'].join('\n')
    assert.equal(offerIn(marked, 'REQUIRETLS').detail, 'needs TLS')
  })
})

describe('other arguments', () => {
  it('of hellos are the names that clients gave themselves', () => {
    assert.deepEqual(labelsIn([...used, 'C: EHLO |'].join('\n')), ['client.example.net'])
  })

  it('of BDAT end with LAST', () => {
    assert.deepEqual(labelsIn([...helloWith('CHUNKING'), 'C: BDAT 12 l|'].join('\n')), ['LAST'])
  })

  it('say of a mechanism that it is weak only where it is', () => {
    const clear = [...used, 'C: AUTH |'].join('\n')
    assert.match(offerIn(clear, 'PLAIN').detail ?? '', /^weak here/)
    const secure = [
      '=== Connected to mx.example.org.',
      ...inDialect(helloWith('STARTTLS'), swaks).split('\n'),
      ' -> STARTTLS',
      '<-  220 go ahead',
      '=== TLS started with cipher TLSv1.3',
      ' ~> EHLO client.example.net',
      '<~  250-mx.example.org',
      '<~  250 AUTH PLAIN CRAM-MD5',
      ' ~> AUTH |',
    ]
    assert.deepEqual(labelsIn(secure.join('\n')), ['PLAIN', 'CRAM-MD5'])
  })

  it('never offer what a client says of itself in a login', () => {
    assert.deepEqual(labelsIn([...used, 'C: AUTH PLAIN |'].join('\n')), [])
    assert.deepEqual(
      labelsIn([...used, 'C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: MAIL FROM:<|'].join('\n')),
      [],
    )
  })
})

describe('in a comment', () => {
  it('directives are offered, the rules that they switch, and the names of dialects', () => {
    assert.ok(labelsIn([...used, '# |'].join('\n')).includes('smtp-disable-next-line'))
    assert.equal(acceptedIn('S: 220 x\n#|', 'smtp-disable'), 'S: 220 x\n# smtp-disable')
    const rules = [...used, '# smtp-disable sequence/nested-mail seq|'].join('\n')
    assert.ok(labelsIn(rules).includes('sequence/redundant-rset'))
    assert.ok(!labelsIn(rules).includes('sequence/nested-mail'))
    assert.match(acceptedIn(rules, 'sequence/redundant-rset'), /nested-mail sequence\/redundant-rset$/)
    assert.ok(labelsIn('# @dialect |').includes('swaks'))
  })

  it('nothing is offered in prose, behind a reason, and in what swaks remarks', () => {
    assert.deepEqual(labelsIn([...used, '# see the |'].join('\n')), [])
    assert.deepEqual(labelsIn([...used, '# smtp-disable sequence/nested-mail -- as |'].join('\n')), [])
    assert.deepEqual(labelsIn(`${inDialect(used, swaks)}\n=== C|`, swaks), [])
  })
})
