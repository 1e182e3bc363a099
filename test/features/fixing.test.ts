import assert from 'node:assert/strict'
import fc from 'fast-check'
import { beginFixing, type FixChoice, type FixedText } from '../../server/features/fixing.ts'
import { checkTranscript } from '../../server/rules/check.ts'
import { ruleNamed, rules } from '../../server/rules/registry.ts'
import { defaultSettings, type RuleSettings } from '../../server/rules/settings.ts'
import { textOf } from '../../server/transcript/reading.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { applyTextEdits } from './textEdits.ts'

const safe: FixChoice = { kind: 'safe' }
const nested: FixChoice = { kind: 'rule', rule: 'sequence/nested-mail' }

function fix(text: string, choice: FixChoice = safe, settings: RuleSettings = defaultSettings): FixedText {
  const fixing = beginFixing(readTranscript(text), settings, choice)
  assert.ok(fixing.goOn(() => false))
  return fixing.fixed()
}

/** The text with its fixes, made by the edits and nothing else. */
function fixed(text: string, choice: FixChoice = safe, settings: RuleSettings = defaultSettings): string {
  const { edits, transcript } = fix(text, choice, settings)
  const result = applyTextEdits(text, edits)
  assert.equal(result, textOf(transcript.reading))
  return result
}

function idsIn(text: string): string[] {
  return checkTranscript(readTranscript(text)).flatMap(({ problems }) => problems.map(({ rule }) => rule.id))
}

/** What is in one list and not as often in the other. */
function more(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return some.filter(one => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const message = `C: MAIL FROM:<anna@c.example>
S: 250 ok
C: RCPT TO:<bob@mx.example>
S: 250 ok
C: DATA
S: 354 go ahead
C: From: anna@c.example
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: .bashrc and
C: .profile
C: .
S: 250 ok
`
const hello = 'S: 220 mx.example ESMTP\nC: EHLO c.example\nS: 250 mx.example\n'
const bye = 'C: QUIT\nS: 221 bye\n'
const twice = 'C: MAIL FROM:<anna@c.example>\nS: 250 ok\nC: MAIL FROM:<carol@c.example>\nS: 503 nested\n'

describe('all safe fixes of a text', () => {
  it('are one edit for each line, no longer than what changes there, and are told with the lines of before', () => {
    const refused = 'C: MAIL FROM : anna@c.example\nS: 501 5.5.4 no\n'
    const { edits, repairs } = fix(hello + refused + message + bye)
    assert.deepEqual(
      edits.map(({ range: { start, end }, newText }) => [
        start.line,
        start.character,
        end.character,
        newText,
      ]),
      [
        [3, 12, 29, ':<anna@c.example>'],
        [14, 4, 4, '.'],
        [15, 4, 4, '.'],
      ],
    )
    assert.deepEqual(
      repairs.map(({ line, title }) => [line, title]),
      [
        [3, 'Remove the space around the colon'],
        [14, 'Double the dots of 2 lines'],
        [3, 'Put the address into angle brackets'],
      ],
    )
  })

  it('are made in the output of swaks', () => {
    const text = [
      '=== Connected to mx.example.',
      '<-  220 mx.example ESMTP',
      ' -> EHLO 192.0.2.7',
      '<** 501 5.5.4 no',
      ' -> EHLO [192.0.2.7]',
      '<-  250 mx.example',
      ' -> MAIL FROM:anna@c.example',
      '<** 501 5.5.4 no',
      ' -> QUIT',
      '<-  221 bye',
      '',
    ]
    const expected = text.map(line =>
      line.replace('EHLO 192.0.2.7', 'EHLO [192.0.2.7]').replace('anna@c.example', '<anna@c.example>'),
    )
    assert.equal(fixed(text.join('\n')), expected.join('\n'))
  })

  it('are made in a text without prefixes, with its own line ends', () => {
    const text = [
      '220 mx.example ESMTP',
      'EHLO c.example',
      '250 mx.example',
      'MAIL FROM <anna@c.example>',
      '501 5.5.4 no',
      'QUIT',
      '221 bye',
      '',
    ]
    const expected = text.map(line => line.replace('FROM <', 'FROM:<'))
    assert.equal(fixed(text.join('\r\n')), expected.join('\r\n'))
  })

  it('are none in a log, in which nobody can have mistyped anything', () => {
    const line = (said: string) => `Mar  2 10:15:00 mx postfix/smtpd[77]: ${said}`
    const text = [
      line('connect from c.example[192.0.2.7]'),
      line('> c.example[192.0.2.7]: 220 mx.example ESMTP'),
      line('< c.example[192.0.2.7]: EHLO c.example'),
      line('> c.example[192.0.2.7]: 250 mx.example'),
      line('< c.example[192.0.2.7]: MAIL FROM:anna@c.example'),
      line('> c.example[192.0.2.7]: 501 5.5.4 no'),
      '',
    ].join('\n')
    assert.equal(readTranscript(text).reading.dialect.name, 'postfix-debug')
    assert.deepEqual(fix(text).edits, [])
  })

  it('invent nothing and take nothing out', () => {
    for (const text of [hello + twice + bye, hello + message.replace(/\.\w+ ?\w*/g, 'x')]) {
      assert.ok(idsIn(text).length > 0, text)
      assert.equal(fixed(text), text)
    }
  })

  it('leave what a comment switches off', () => {
    const command = 'C: MAIL FROM:anna@c.example\nS: 501 5.5.4 no\n'
    const off = '# smtp-disable-next-line syntax/missing-angle-brackets\n'
    assert.equal(
      fixed(hello + off + command + command + bye),
      hello + off + command + command.replace('anna@c.example', '<anna@c.example>') + bye,
    )
  })

  it('leave what the settings switch off', () => {
    const text = hello + message + bye
    const severities = new Map([['data/not-dot-stuffed', 'off'] as const])
    assert.equal(fixed(text, safe, { ...defaultSettings, severities }), text)
  })

  it('are what these rules offer first, and no others', () => {
    const strict = { ...defaultSettings, profile: 'strict' } as const
    const repaired = rules.filter(rule => fix(`${rule.example.trim()}\n`, safe, strict).edits.length > 0)
    assert.deepEqual(repaired.map(({ id }) => id).sort(), [
      'data/not-dot-stuffed',
      'reply/enhanced-malformed',
      'syntax/address-literal',
      'syntax/dsn-parameter',
      'syntax/hello-argument',
      'syntax/missing-angle-brackets',
      'syntax/missing-colon',
      'syntax/missing-from-or-to',
      'syntax/space-around-colon',
      'syntax/unbalanced-angle-brackets',
    ])
  })

  it('correct a label that is certainly the wrong one', () => {
    const rule = ruleNamed('transcript/wrong-direction')
    assert.ok(rule)
    const text = `${rule.example.trim()}\n`
    assert.equal(fixed(text), text.replace('C: 250 flushed', 'S: 250 flushed'))
  })

  it('of generated texts add no finding, and made again there are none', () => {
    fc.assert(
      fc.property(texts, text => {
        const result = fixed(text)
        const added = more(idsIn(result), idsIn(text)).filter(id => ruleNamed(id)?.mayFollowFix !== true)
        assert.deepEqual(added, [], result)
        assert.equal(fixed(result), result)
      }),
      { numRuns: 150 },
    )
  })
})

describe('all findings of one rule', () => {
  it('are repaired by the fix that is preferred for each', () => {
    const text = [hello + twice + bye, hello + bye, hello + twice + bye].join('\n')
    const reset = 'C: RSET\nS: 250 OK\nC: MAIL FROM:<carol'
    const expected = text.replaceAll('C: MAIL FROM:<carol', reset).replaceAll('S: 503 nested', 'S: 250 OK')
    assert.equal(fixed(text, nested), expected)
    assert.equal(fixed(text, nested).match(/RSET/g)?.length, 2)
    assert.equal(fix(text, nested).repairs.length, 2)
  })

  it('are repaired one after the other where the first comes back as the next', () => {
    const three = `${hello}${twice}${'C: MAIL FROM:<dave@c.example>\nS: 503 nested\n'}${bye}`
    assert.ok(idsIn(three).includes('sequence/nested-mail'))
    assert.ok(!idsIn(fixed(three, nested)).includes('sequence/nested-mail'))
  })

  it('and of no other', () => {
    const text = hello + message + twice + bye
    assert.ok(fixed(text, nested).includes('C: .bashrc'))
  })

  it('are repaired piece by piece, and what was repaired when the time is over is an edit, too', () => {
    const one = hello + twice + bye
    const fixing = beginFixing(readTranscript(`${one}\n${one}`), defaultSettings, nested)
    assert.equal(
      fixing.goOn(() => true),
      false,
    )
    const half = applyTextEdits(`${one}\n${one}`, fixing.fixed().edits)
    assert.equal(half.match(/RSET/g)?.length, 1)
  })
})
