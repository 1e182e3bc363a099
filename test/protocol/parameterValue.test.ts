import assert from 'node:assert/strict'
import { parameterFor } from '../../server/protocol/extensions.ts'
import { checkParameterValue } from '../../server/protocol/parameterValue.ts'

/** What is wrong with `keyword=value`: the kind, the part that is wrong, and the value that was meant. */
function faultOf(command: 'MAIL' | 'RCPT', keyword: string, value: string | null) {
  const parameter = parameterFor(command, keyword, value)
  assert.ok(parameter, keyword)
  const fault = checkParameterValue(parameter, value)
  return fault && [fault.kind, (value ?? '').slice(fault.start, fault.end), fault.corrected]
}

describe('the value of a parameter', () => {
  it('is right as the extensions have it, in any case', () => {
    for (const [keyword, value] of [
      ['SIZE', '0'],
      ['BODY', '8bitmime'],
      ['SMTPUTF8', null],
      ['RET', 'hdrs'],
      ['ENVID', 'QQ+2B314'],
      ['AUTH', '<>'],
      ['BY', '-5;N'],
      ['BY', '120;RT'],
      ['MT-PRIORITY', '-9'],
      ['HOLDFOR', '999999999'],
    ] as const) {
      assert.equal(faultOf('MAIL', keyword, value), null, `${keyword}=${value}`)
    }
    for (const [keyword, value] of [
      ['NOTIFY', 'never'],
      ['NOTIFY', 'SUCCESS,failure,Delay'],
      ['ORCPT', 'rfc822;bob+2Btag@example.org'],
      ['ORCPT', 'utf-8;jürgen@example.org'],
      ['RRVS', '2025-01-01T00:00:00Z;C'],
    ] as const) {
      assert.equal(faultOf('RCPT', keyword, value), null, `${keyword}=${value}`)
    }
  })

  it('is missing, empty or unwanted', () => {
    assert.deepEqual(faultOf('MAIL', 'SIZE', null), ['missing', '', null])
    assert.deepEqual(faultOf('MAIL', 'SIZE', ''), ['empty', '', null])
    assert.deepEqual(faultOf('MAIL', 'SMTPUTF8', 'yes'), ['unwanted', 'yes', null])
  })

  it('is wrong in its form', () => {
    assert.deepEqual(faultOf('MAIL', 'SIZE', '10kB'), ['form', 'kB', null])
    assert.deepEqual(faultOf('MAIL', 'BODY', '8BIT'), ['form', '8BIT', null])
    assert.deepEqual(faultOf('MAIL', 'BY', 'soon'), ['form', 'soon', null])
    assert.deepEqual(faultOf('MAIL', 'SIZE', '123456789012345678901'), [
      'form',
      '123456789012345678901',
      null,
    ])
  })

  it('is in xtext where reports need it', () => {
    assert.deepEqual(faultOf('MAIL', 'ENVID', 'a+b'), ['report', '+', 'a+2Bb'])
    assert.deepEqual(faultOf('MAIL', 'ENVID', 'a+2b'), ['report', '+2b', 'a+2B'])
    assert.deepEqual(faultOf('MAIL', 'AUTH', 'a=b'), ['report', '=', 'a+3Db'])
    assert.deepEqual(faultOf('MAIL', 'ENVID', 'grün'), ['report', 'ü', null])
    assert.deepEqual(faultOf('MAIL', 'ENVID', 'x'.repeat(101)), ['report', 'x', null])
  })

  it('asks for reports as DSN has it', () => {
    assert.deepEqual(faultOf('MAIL', 'RET', 'BODY'), ['report', 'BODY', null])
    assert.deepEqual(faultOf('RCPT', 'NOTIFY', 'NEVER,DELAY'), ['report', 'NEVER', 'DELAY'])
    assert.deepEqual(faultOf('RCPT', 'NOTIFY', 'NEVER,NEVER'), ['report', 'NEVER', 'NEVER'])
    assert.deepEqual(faultOf('RCPT', 'NOTIFY', 'DELAY,DELAY'), ['report', 'DELAY', 'DELAY'])
    assert.deepEqual(faultOf('RCPT', 'NOTIFY', ',DELAY'), ['report', ',', null])
    assert.deepEqual(faultOf('RCPT', 'NOTIFY', 'DELAY,'), ['report', ',', null])
    assert.deepEqual(faultOf('RCPT', 'ORCPT', 'bob@x.org'), ['report', 'bob@x.org', 'rfc822;bob@x.org'])
    assert.deepEqual(faultOf('RCPT', 'ORCPT', 'rfc822;'), ['report', ';', null])
    assert.deepEqual(faultOf('RCPT', 'ORCPT', ';bob@x.org'), ['report', ';', null])
    assert.deepEqual(faultOf('RCPT', 'ORCPT', 'rfc822;a+b@x.org'), ['report', '+', 'rfc822;a+2Bb@x.org'])
  })

  it('is out of range', () => {
    assert.deepEqual(faultOf('MAIL', 'MT-PRIORITY', '-12'), ['range', '-12', null])
    assert.deepEqual(faultOf('MAIL', 'HOLDFOR', '0'), ['range', '0', null])
    assert.deepEqual(faultOf('MAIL', 'HOLDFOR', '1000000000'), ['range', '1000000000', null])
    assert.deepEqual(faultOf('MAIL', 'BY', '0;R'), ['range', '0', null])
    assert.deepEqual(faultOf('RCPT', 'RRVS', '2025-01-01T00:00:00.25Z'), [
      'range',
      '.25',
      '2025-01-01T00:00:00Z',
    ])
  })
})
