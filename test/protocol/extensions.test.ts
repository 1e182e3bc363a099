import assert from 'node:assert/strict'
import { commandFacts, commandVerbs } from '../../server/protocol/commands.ts'
import {
  commandLineLimit,
  extensionFacts,
  extensionKeywords,
  parameterFor,
  parameterKeywords,
  parametersNamed,
  valueFits,
} from '../../server/protocol/extensions.ts'
import { assertSentences } from './sentences.ts'

/** Each parameter of MAIL and RCPT with values that its RFC allows and values that it does not; null: no `=`. */
const values: Readonly<Record<string, { good: (string | null)[]; bad: (string | null)[] }>> = {
  'MAIL SIZE': { good: ['0', '1000', '9'.repeat(20)], bad: [null, '', '-1', '1k', '9'.repeat(21)] },
  'MAIL BODY': { good: ['7BIT', '8bitmime', 'BINARYMIME'], bad: [null, '', '8BIT', 'BINARY', '8BITMIME '] },
  'MAIL REQUIRETLS': { good: [null], bad: ['', 'yes'] },
  'MAIL AUTH': {
    good: ['<>', 'e+3Dmc2@c.example', 'a+2Bb@c.example'],
    bad: [null, '', 'a=b', 'a+3d', 'a b', 'a+'],
  },
  'MAIL SMTPUTF8': { good: [null], bad: ['', '1'] },
  'MAIL ALT-ADDRESS': { good: ['a@c.example'], bad: [null, '\u00fc@c.example'] },
  'RCPT ALT-ADDRESS': { good: ['a@c.example'], bad: [null, '\u00fc@c.example'] },
  'MAIL RET': { good: ['FULL', 'hdrs'], bad: [null, 'ALL', 'FULL,HDRS'] },
  'MAIL ENVID': { good: ['QQ314159', 'a+2Bb'], bad: [null, '', 'a+2bb', '\u00fc'] },
  'RCPT NOTIFY': {
    good: ['NEVER', 'SUCCESS', 'failure,delay', 'SUCCESS,FAILURE,DELAY'],
    bad: [null, '', 'NEVER,SUCCESS', 'SUCCESS, FAILURE', 'SUCCESS,', 'ALWAYS'],
  },
  'RCPT ORCPT': {
    good: ['rfc822;Bob@mx.example', 'rfc822;a+2Bb@mx.example', 'utf-8;j\u00fcrgen@mx.example', 'x400;a'],
    bad: [null, '', 'Bob@mx.example', 'rfc822;', ';a', 'rfc822;j\u00fcrgen@mx.example', 'rfc822;a=b'],
  },
  'MAIL BY': {
    good: ['125;R', '+125;nt', '-125;N', '0;N', '999999999;RT'],
    bad: [null, '125', '125;X', ';R', '1234567890;R', '125;TR'],
  },
  'MAIL HOLDFOR': { good: ['1', '999999999'], bad: [null, '0', '01', '1000000000', '-1'] },
  'MAIL HOLDUNTIL': {
    good: ['2030-01-02T03:04:05Z', '2030-01-02t03:04:05.5z'],
    bad: [null, '2030-01-02', '2030-01-02 03:04:05Z', '2030-01-02T03:04:05'],
  },
  'MAIL MT-PRIORITY': { good: ['0', '9', '-9'], bad: [null, '+3', '10', '-0', '-10'] },
  'RCPT RRVS': {
    good: ['2014-04-03T23:01:00Z', '2014-04-03T23:01:00+02:00;C', '2014-04-03T23:01:00Z;r'],
    bad: [null, '2014-04-03T23:01:00.5Z', '2014-04-03T23:01:00Z;X', '2014-04-03'],
  },
  'MAIL MTRK': { good: ['bXRyaw', 'a/b+c:86400'], bad: [null, 'bXRyaw==', 'bXRyaw:', ':1', 'a:1234567890'] },
  'MAIL SOLICIT': {
    good: ['net.example:ADV', 'org.example:ADV:ADLT,net.example:ADV'],
    bad: [null, '', '1net', 'a,', 'a, b'],
  },
  'MAIL CONPERM': { good: [null], bad: ['', '1'] },
  'RCPT CONNEG': { good: [null], bad: ['', '1'] },
  'MAIL TRANSID': { good: ['<12345@c.example>'], bad: [null, '12345@c.example', '<12345>', '<a@b@c>'] },
  'MAIL SUBMITTER': { good: ['a@c.example'], bad: [null, '', 'a=b@c.example'] },
  'RCPT IGNOREQUOTA': { good: [null], bad: ['1'] },
}

function splitUse(use: string): ['MAIL' | 'RCPT', string] {
  return [use.startsWith('MAIL') ? 'MAIL' : 'RCPT', use.slice(5)]
}

describe('extensions', () => {
  it('are forty-six, each with its keyword as EHLO writes it (RFC 5321 4.1.1.1)', () => {
    assert.equal(extensionKeywords.length, 46)
    for (const keyword of extensionKeywords) assert.match(keyword, /^[A-Z\d][A-Z\d-]*$/)
  })

  it('are found in any case, and an unknown one is not', () => {
    assert.equal(extensionFacts('8bitMime')?.keyword, '8BITMIME')
    for (const keyword of ['FOO', '', 'SIZE 1000', 'constructor', '__proto__']) {
      assert.equal(extensionFacts(keyword), undefined, keyword)
    }
  })

  it('tell a name, a sentence and, unless a manufacturer kept it to himself, a source', () => {
    for (const keyword of extensionKeywords) {
      const facts = extensionFacts(keyword)
      assert.ok(facts, keyword)
      assert.notEqual(facts.name, '', keyword)
      assert.match(facts.summary, /^[A-Z].*\.$/, keyword)
      if (facts.status !== 'vendor') assert.ok(facts.references.length > 0, keyword)
    }
  })

  it('tell what a client does with them once they are announced', () => {
    for (const keyword of extensionKeywords) {
      assertSentences(extensionFacts(keyword)?.useful ?? '', 2, keyword)
    }
  })

  it('add commands that need exactly their keyword', () => {
    for (const keyword of extensionKeywords) {
      for (const verb of extensionFacts(keyword)?.verbs ?? []) {
        const required = commandFacts(verb)?.requiredKeyword
        assert.ok(required === keyword || required === null, `${keyword} ${verb}`)
      }
    }
  })

  it('are there for every command that needs a keyword', () => {
    for (const verb of commandVerbs) {
      const required = commandFacts(verb)?.requiredKeyword
      if (required) assert.ok(extensionFacts(required)?.verbs.includes(verb), verb)
    }
  })

  it('require others as their RFCs say', () => {
    const requirements = {
      BINARYMIME: ['CHUNKING'],
      SMTPUTF8: ['8BITMIME'],
      BURL: ['8BITMIME'],
      MTRK: ['DSN'],
      REQUIRETLS: [],
      CHUNKING: [],
    }
    for (const [keyword, required] of Object.entries(requirements)) {
      assert.deepEqual(extensionFacts(keyword)?.requires, required, keyword)
    }
    for (const keyword of extensionKeywords) {
      for (const required of extensionFacts(keyword)?.requires ?? [])
        assert.ok(extensionFacts(required), keyword)
    }
  })

  it('know what is experimental and what is obsolete', () => {
    const withStatus = (status: string) =>
      extensionKeywords.filter(keyword => extensionFacts(keyword)?.status === status)
    assert.deepEqual(withStatus('experimental'), ['CHECKPOINT'])
    assert.deepEqual(withStatus('obsolete'), ['UTF8SMTP', 'SUBMITTER', 'TURN', 'SEND', 'SOML', 'SAML'])
    assert.equal(withStatus('vendor').length, 13)
  })
})

describe('parameters of MAIL and RCPT', () => {
  it('are those of the table, for the commands of the table', () => {
    const uses = parameterKeywords.flatMap(keyword => {
      const commands = parametersNamed(keyword).flatMap(parameter => parameter.commands)
      return [...new Set(commands)].map(command => `${command} ${keyword}`)
    })
    assert.deepEqual(uses.sort(), Object.keys(values).sort())
  })

  for (const [use, { good, bad }] of Object.entries(values)) {
    const [command, keyword] = splitUse(use)
    it(`${use} has values as its RFC says`, () => {
      for (const value of good) assert.ok(fits(command, keyword, value), `${use}=${value}`)
      for (const value of bad) assert.ok(!fits(command, keyword, value), `${use}=${value}`)
    })
  }

  it('show their grammar with their keyword', () => {
    for (const keyword of parameterKeywords) {
      for (const { syntax, value } of parametersNamed(keyword)) {
        assert.ok(syntax.startsWith(value === 'none' ? `"${keyword}"` : `"${keyword}=`), syntax)
      }
    }
  })

  it('tell what they ask of the server', () => {
    for (const keyword of parameterKeywords) {
      for (const { summary } of parametersNamed(keyword)) assertSentences(summary, 1, keyword)
    }
  })

  it('tell of each fixed value what it means, and what fixed values there are', () => {
    const told: Readonly<Record<string, readonly string[]>> = {
      BODY: ['7BIT', '8BITMIME', 'BINARYMIME'],
      AUTH: ['<>'],
      RET: ['FULL', 'HDRS'],
      NOTIFY: ['NEVER', 'SUCCESS', 'FAILURE', 'DELAY'],
      ORCPT: ['RFC822', 'UTF-8'],
      BY: ['N', 'R', 'T'],
      'MT-PRIORITY': ['-9', '0', '9'],
      RRVS: ['R', 'C'],
    }
    for (const keyword of parameterKeywords) {
      const values = parametersNamed(keyword).flatMap(parameter => Object.entries(parameter.values ?? {}))
      for (const [value, meaning] of values) assertSentences(meaning, 1, `${keyword}=${value}`)
      const names = values.map(([value]) => value)
      assert.deepEqual([...names].sort(), [...(told[keyword] ?? [])].sort(), keyword)
    }
  })

  it('need the extension that defines them', () => {
    const needed = {
      SIZE: 'SIZE',
      AUTH: 'AUTH',
      RET: 'DSN',
      ENVID: 'DSN',
      BY: 'DELIVERBY',
      SOLICIT: 'NO-SOLICITING',
    }
    for (const [keyword, extension] of Object.entries(needed)) {
      assert.deepEqual(parameterFor('MAIL', keyword, null)?.extensions, [extension], keyword)
    }
    assert.deepEqual(parameterFor('RCPT', 'notify', 'NEVER')?.extensions, ['DSN'])
  })

  it('need for BODY the extension that defines the value (RFC 6152 2, RFC 3030 3)', () => {
    const extensions = (value: string | null) => parameterFor('MAIL', 'body', value)?.extensions
    assert.deepEqual(extensions('7BIT'), ['8BITMIME'])
    assert.deepEqual(extensions('8bitmime'), ['8BITMIME'])
    assert.deepEqual(extensions('binarymime'), ['BINARYMIME'])
    assert.deepEqual(extensions('9BIT'), ['8BITMIME', 'BINARYMIME'])
    assert.deepEqual(extensions(null), ['8BITMIME', 'BINARYMIME'])
    assert.equal(parametersNamed('BODY').length, 2)
  })

  it('belong to one command, as a rule', () => {
    assert.equal(parameterFor('RCPT', 'SIZE', '1'), undefined)
    assert.equal(parameterFor('MAIL', 'NOTIFY', 'NEVER'), undefined)
    assert.equal(parameterFor('MAIL', 'FOO', null), undefined)
    assert.deepEqual(parametersNamed('constructor'), [])
  })

  it('are matched in a moment, however long a value is', () => {
    for (const keyword of parameterKeywords) {
      for (const { pattern } of parametersNamed(keyword)) {
        for (const piece of ['a', '1', '+2B', 'SUCCESS,', 'a,', 'a@', 'utf-8;', '<a@']) {
          const before = performance.now()
          pattern?.test(`${piece.repeat(1e4)}\n`)
          assert.ok(performance.now() - before < 500, `${keyword} ${piece}`)
        }
      }
    }
  })
})

describe('the limit of a command line (RFC 5321 4.5.3.1.4)', () => {
  const increases: readonly (readonly [string, string, number])[] = [
    ['MAIL', 'SIZE', 26],
    ['MAIL', 'BINARYMIME', 16],
    ['MAIL', 'DSN', 107],
    ['RCPT', 'DSN', 507],
    ['MAIL', 'AUTH', 500],
    ['MAIL', 'SMTPUTF8', 10],
    ['MAIL', 'DELIVERBY', 17],
    ['MAIL', 'FUTURERELEASE', 34],
    ['MAIL', 'MT-PRIORITY', 15],
    ['MAIL', 'REQUIRETLS', 11],
    ['RCPT', 'RRVS', 33],
    ['MAIL', 'MTRK', 40],
    ['MAIL', 'NO-SOLICITING', 1007],
    ['MAIL', 'CHECKPOINT', 88],
    ['MAIL', '8BITMIME', 0],
    ['RCPT', 'SMTPUTF8', 0],
  ]
  for (const [verb, keyword, octets] of increases) {
    it(`grows for ${verb} by ${octets} octets with ${keyword}`, () => {
      assert.equal(commandLineLimit(verb, [keyword]), 512 + octets)
    })
  }

  it('adds up, each keyword once, for MAIL and RCPT alone', () => {
    const announced = ['size', 'SIZE', '8BITMIME', 'DSN', 'AUTH', 'SMTPUTF8', 'FOO']
    assert.equal(commandLineLimit('MAIL', announced), 1155)
    assert.equal(commandLineLimit('RCPT', announced), 1019)
    assert.equal(commandLineLimit('EHLO', announced), 512)
    assert.equal(commandLineLimit('MAIL', []), 512)
  })
})

function fits(command: 'MAIL' | 'RCPT', keyword: string, value: string | null): boolean {
  const parameter = parameterFor(command, keyword, value)
  assert.ok(parameter, `${command} ${keyword}`)
  return valueFits(parameter, value)
}
