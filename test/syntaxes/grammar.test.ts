import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { differences, readCases } from './markedTranscript.ts'
import { complaintAbout, grammarPath, loadTokenizer, root, type Tokenizer } from './tokenize.ts'

const source = readFileSync(grammarPath, 'utf8')
const fixtures = join(root, 'test', 'syntaxes', 'fixtures')

/** The strings that stand under these keys in the grammar, however deep. */
function collect(keys: readonly string[], node: unknown = JSON.parse(source)): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(item => collect(keys, item))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? (keys.includes(key) ? [value] : []) : collect(keys, value),
  )
}

describe('The grammar', () => {
  let tokenize: Tokenizer

  before(async () => {
    tokenize = await loadTokenizer(source)
  })

  const dialects = {
    'own.txt': 'its own prefixes',
    'bare.txt': 'no prefixes',
    'swaks.txt': 'swaks',
    'logs.txt': 'the output of other tools',
  }
  for (const [file, dialect] of Object.entries(dialects)) {
    describe(`in ${dialect}`, () => {
      for (const one of readCases(readFileSync(join(fixtures, file), 'utf8'))) {
        it(one.sentence, () => {
          const found = differences(one, tokenize)
          if (found.length > 0) assert.fail(`${file}\n${found.join('\n')}`)
        })
      }
    })
  }

  it('calls things by names that every colour theme knows', () => {
    const roots = [
      ...['comment', 'constant', 'entity', 'invalid', 'keyword', 'markup'],
      ...['meta', 'punctuation', 'storage', 'string', 'support', 'variable'],
    ]
    const scopes = collect(['name', 'contentName']).flatMap(names => names.split(' '))
    const strange = scopes.filter(
      scope => !/^[a-z][a-z.0-9-]*\.smtp$/.test(scope) || !roots.includes(scope.split('.')[0] ?? ''),
    )
    assert.deepEqual(strange, ['SMTP', 'Transcript'], "only the grammar's own name is no scope")
  })

  it('has no regular expression that the engine refuses', async () => {
    const patterns = collect(['match', 'begin', 'end'])
    assert.ok(patterns.length > 40)
    const complaints = await Promise.all(patterns.map(complaintAbout))
    assert.deepEqual(
      complaints.filter(complaint => complaint !== undefined),
      [],
    )
  })

  it('never looks behind, and anchors whatever a line begins or ends', () => {
    const patterns = collect(['match', 'begin', 'end'])
    assert.deepEqual(
      patterns.filter(pattern => pattern.includes('(?<')),
      [],
    )
    const rules = Object.entries<unknown>(JSON.parse(source).repository)
    for (const [name, rule] of rules.filter(([name]) => /^(?:swaks|prefixed|logged|bare)-/.test(name))) {
      for (const pattern of collect(['match', 'begin', 'end'], rule)) {
        assert.ok(pattern === '$' || /^(?:\^|\(\?:\^\|\\G\))/.test(pattern), `${name}: ${pattern}`)
      }
    }
  })

  it('knows every verb of the RFCs and of real servers, in any case', () => {
    const verbs = [
      ...[
        'EHLO',
        'HELO',
        'LHLO',
        'MAIL',
        'RCPT',
        'DATA',
        'BDAT',
        'BURL',
        'RSET',
        'NOOP',
        'QUIT',
        'VRFY',
        'EXPN',
      ],
      ...['HELP', 'STARTTLS', 'AUTH', 'ETRN', 'ATRN', 'TURN', 'SEND', 'SOML', 'SAML', 'XCLIENT', 'XFORWARD'],
      ...['XEXCH50', 'X-EXPS', 'X-LINK2STATE', 'X-ANONYMOUSTLS', 'VERB', 'ONEX'],
    ]
    const forms = verbs.flatMap(verb => [verb, verb.toLowerCase(), `${verb} x`, `${verb} `])
    for (const form of forms.flatMap(form => [form, `C: ${form}`, ` -> ${form}`])) {
      const verb = tokenize([form])[0]?.find(token => token.scopes.at(-1) === 'keyword.control.verb.smtp')
      const expected = /[A-Z][A-Z0-9-]+/i.exec(form.replace(/^C: /, ''))?.[0]
      assert.equal(verb && form.slice(verb.start, verb.end), expected, form)
    }
  })

  it('knows every registered keyword of the EHLO reply, first, last or in between', () => {
    const keywords = [
      ...[
        'SIZE',
        '8BITMIME',
        'BINARYMIME',
        'CHUNKING',
        'PIPELINING',
        'ENHANCEDSTATUSCODES',
        'DSN',
        'STARTTLS',
      ],
      ...['AUTH', 'SMTPUTF8', 'UTF8SMTP', 'DELIVERBY', 'FUTURERELEASE', 'MT-PRIORITY', 'REQUIRETLS', 'RRVS'],
      ...[
        'LIMITS',
        'MTRK',
        'NO-SOLICITING',
        'CONPERM',
        'CONNEG',
        'SUBMITTER',
        'ETRN',
        'ATRN',
        'BURL',
        'EXPN',
      ],
      ...['HELP', 'VRFY', 'TURN', 'SEND', 'SOML', 'SAML', 'XCLIENT', 'XFORWARD', 'X-EXPS', 'VERB', 'ONEX'],
    ]
    for (const keyword of keywords) {
      for (const line of [
        `S: 250-${keyword}`,
        `S: 250 ${keyword}`,
        `250-${keyword} x`,
        `<-  250 ${keyword} 1`,
      ]) {
        const found = tokenize([line])[0]?.find(
          token => token.scopes.at(-1) === 'support.class.extension.smtp',
        )
        assert.equal(found && line.slice(found.start, found.end), keyword, line)
      }
    }
  })

  it('includes what it has, and has what it includes', () => {
    const included = new Set(collect(['include']))
    const rules = Object.keys(JSON.parse(source).repository).map(name => `#${name}`)
    assert.deepEqual([...included].sort(), rules.sort())
  })

  describe('reads a line of 10,000 characters within a second:', () => {
    const long = (text: string) => text.repeat(Math.ceil(10_000 / text.length))
    const lines = {
      'one word': long('a'),
      spaces: long(' '),
      'a command': `C: MAIL FROM:<${long('a')}@example.net>`,
      'an endless quoted local part': `C: RCPT TO:<${long('"\\')}`,
      'opening brackets': `C: RCPT TO:${long('<')}`,
      'opening brackets in a reply': `S: 250 ${long('<a@')}`,
      parameters: `C: MAIL FROM:<> ${long('A=1 ')}`,
      'blanks between parameters': `C: MAIL FROM:<> ${long(' ')}x=`,
      credentials: `C: AUTH PLAIN ${long('QUFB')}`,
      'a keyword with parameters': `S: 250-AUTH ${long('LOGIN ')}`,
      'bare digits': long('250'),
      'bare words': long('NOOP '),
      'an arrow': ` -> ${long(' ->')}`,
      'opening arrows': long('> '),
      'arrows and peers': long('< a: '),
      'an arrow with an endless peer': `< ${long('a:')}`,
      'quoted arrows': long('-> "\''),
      'labels and spaces': long(`send: 'C: In:   `),
      'almost commands': long('> MAIL '),
      'a verb and spaces': `x > MAIL${long(' ')}x`,
      'a quoted command with escapes': `send: 'mail FROM:<a@example.net>${long('\\r\\n')}`,
      brackets: long(']: '),
      'a comment': `# smtp-disable ${long('a/b, ')}`,
    }
    for (const [what, line] of Object.entries(lines)) {
      it(what, () => {
        const began = performance.now()
        const before = [[], ['S: 354 go ahead'], ['354 go ahead'], ['S: 334 '], ['C: BDAT 10000']]
        for (const context of before) {
          const tokens = tokenize([...context, line]).at(-1) ?? []
          assert.equal(tokens.at(0)?.start, 0)
          assert.equal(tokens.at(-1)?.end, line.length)
        }
        assert.ok(performance.now() - began < 1000 * before.length)
      })
    }
  })
})
