import assert from 'node:assert/strict'
import { commandFacts, commandVerbs, repliesToAnyCommand } from '../../server/protocol/commands.ts'
import { knownReplyCodes } from '../../server/protocol/replyCodes.ts'
import { assertSentences } from './sentences.ts'

/** RFC 5321 4.3.2, with 556 from RFC 7504 5.1. */
const repliesOfRfc5321: Readonly<
  Record<string, { success: number[]; intermediate: number[]; error: number[] }>
> = {
  EHLO: { success: [250], intermediate: [], error: [502, 504, 550] },
  HELO: { success: [250], intermediate: [], error: [502, 504, 550] },
  MAIL: { success: [250], intermediate: [], error: [451, 452, 455, 503, 550, 552, 553, 555] },
  RCPT: {
    success: [250, 251],
    intermediate: [],
    error: [450, 451, 452, 455, 503, 550, 551, 552, 553, 555, 556],
  },
  DATA: { success: [], intermediate: [354], error: [503, 554] },
  RSET: { success: [250], intermediate: [], error: [] },
  VRFY: { success: [250, 251, 252], intermediate: [], error: [502, 504, 550, 551, 553] },
  EXPN: { success: [250, 252], intermediate: [], error: [500, 502, 504, 550] },
  HELP: { success: [211, 214], intermediate: [], error: [502, 504] },
  NOOP: { success: [250], intermediate: [], error: [] },
  QUIT: { success: [221], intermediate: [], error: [] },
}

describe('commands', () => {
  it('knows every command of RFC 5321 4.1.1 as base, and no other as base', () => {
    const base = commandVerbs.filter(verb => commandFacts(verb)?.status === 'base')
    assert.deepEqual([...base].sort(), Object.keys(repliesOfRfc5321).sort())
  })

  for (const [verb, replies] of Object.entries(repliesOfRfc5321)) {
    it(`lists the replies of RFC 5321 4.3.2 for ${verb}`, () => {
      assert.deepEqual(commandFacts(verb)?.replies, replies)
    })
  }

  it('lists the replies to the end of the message apart from those to DATA', () => {
    assert.deepEqual(commandFacts('DATA')?.endOfData, {
      success: [250],
      error: [450, 451, 452, 550, 552, 554],
    })
  })

  it('lets 421, 500 and 501 answer any command', () => {
    assert.deepEqual([...repliesToAnyCommand].sort(), [421, 500, 501])
  })

  it('lets RSET, MAIL, SEND, SOML, SAML and RCPT stand anywhere in a pipelined group (RFC 2920 3.1)', () => {
    for (const verb of ['RSET', 'MAIL', 'SEND', 'SOML', 'SAML', 'RCPT']) {
      assert.equal(commandFacts(verb)?.lastInGroup, false, verb)
    }
  })

  it('lets EHLO, DATA, VRFY, EXPN, TURN, QUIT, NOOP and STARTTLS stand only last in a pipelined group', () => {
    for (const verb of ['EHLO', 'DATA', 'VRFY', 'EXPN', 'TURN', 'QUIT', 'NOOP', 'STARTTLS', 'AUTH']) {
      assert.equal(commandFacts(verb)?.lastInGroup, true, verb)
    }
  })

  it('lets chunks be pipelined (RFC 3030 4.2)', () => {
    assert.equal(commandFacts('BDAT')?.lastInGroup, false)
  })

  it('names the EHLO keyword that an extension command needs', () => {
    const keywords = {
      BDAT: 'CHUNKING',
      BURL: 'BURL',
      STARTTLS: 'STARTTLS',
      AUTH: 'AUTH',
      ETRN: 'ETRN',
      ATRN: 'ATRN',
    }
    for (const [verb, keyword] of Object.entries(keywords)) {
      assert.equal(commandFacts(verb)?.requiredKeyword, keyword)
      assert.equal(commandFacts(verb)?.status, 'extension')
    }
  })

  it('needs no keyword for a command of RFC 5321, nor for LHLO', () => {
    for (const verb of [...Object.keys(repliesOfRfc5321), 'LHLO']) {
      assert.equal(commandFacts(verb)?.requiredKeyword, null, verb)
    }
  })

  it('knows LHLO as LMTP, and TURN, SEND, SOML, SAML as deprecated (RFC 5321 appendix F)', () => {
    assert.equal(commandFacts('LHLO')?.status, 'lmtp')
    for (const verb of ['TURN', 'SEND', 'SOML', 'SAML'])
      assert.equal(commandFacts(verb)?.status, 'deprecated')
  })

  it('knows thirty commands', () => {
    assert.equal(commandVerbs.length, 30)
  })

  it('finds a verb in any case (RFC 5321 2.4)', () => {
    assert.equal(commandFacts('mAiL')?.verb, 'MAIL')
    assert.equal(commandFacts('x-exps')?.verb, 'X-EXPS')
  })

  it('knows nothing of a verb that is in no table', () => {
    for (const verb of ['FOO', '', 'MAIL FROM', 'constructor', '__proto__']) {
      assert.equal(commandFacts(verb), undefined, verb)
    }
  })

  it('tells of every command a sentence, its grammar and, unless a manufacturer kept it to himself, its source', () => {
    for (const verb of commandVerbs) {
      const facts = commandFacts(verb)
      assert.ok(facts, verb)
      assert.match(facts.summary, /^[A-Z].*\.$/, verb)
      assert.ok(facts.syntax.startsWith(`"${verb}`), verb)
      if (facts.status !== 'vendor') assert.ok(facts.references.length > 0, verb)
    }
  })

  it('tells of every command where it stands, what it does, and what goes wrong with it', () => {
    for (const verb of commandVerbs) {
      const facts = commandFacts(verb)
      assert.ok(facts, verb)
      assertSentences(facts.whenToUse, 2, `${verb}: whenToUse`)
      assertSentences(facts.effect, 2, `${verb}: effect`)
      assert.ok(facts.mistakes.length >= 1 && facts.mistakes.length <= 4, verb)
      for (const mistake of facts.mistakes) assertSentences(mistake, 1, `${verb}: mistakes`)
      assert.equal(new Set(facts.mistakes).size, facts.mistakes.length, verb)
    }
  })

  it('warns of no reply but those that have a row', () => {
    for (const verb of commandVerbs) {
      for (const [code] of commandFacts(verb)
        ?.mistakes.join(' ')
        .matchAll(/(?<!port )\b[2-5]\d\d\b/g) ?? []) {
        assert.ok(knownReplyCodes.includes(Number(code)), `${verb} ${code}`)
      }
    }
  })

  it('answers only with reply codes that have a row', () => {
    for (const verb of commandVerbs) {
      const facts = commandFacts(verb)
      const { success = [], intermediate = [], error = [] } = facts?.replies ?? {}
      for (const code of [...success, ...intermediate, ...error]) {
        assert.ok(knownReplyCodes.includes(code), `${verb} ${code}`)
      }
    }
  })
})
