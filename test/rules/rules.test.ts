import assert from 'node:assert/strict'
import { checkTranscript } from '../../server/rules/check.ts'
import { ruleNamed, rules } from '../../server/rules/registry.ts'
import { defaultSettings, type RuleSettings } from '../../server/rules/settings.ts'
import { bare } from '../../server/transcript/dialects/bare.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { writableDialects } from '../../server/transcript/dialects/registry.ts'
import { smtp } from '../../server/transcript/dialects/smtp.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { applyFix } from './applyFix.ts'
import { inDialect } from './inDialect.ts'

/** All rules on, also those that are asked only by the strict. */
const everything: RuleSettings = { ...defaultSettings, profile: 'strict' }

function idsIn(text: string, dialect: Dialect = smtp, settings = everything): string[] {
  const found = checkTranscript(readTranscript(text, dialect), settings)
  return found.flatMap(({ problems }) => problems.map(problem => problem.rule.id))
}

describe('every rule', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      for (const dialect of rule.isOfOwnDialect ? [smtp] : writableDialects) {
        it(`fires on its example written as ${dialect.name}`, () => {
          const ids = idsIn(inDialect(rule.example, dialect), dialect)
          assert.ok(ids.includes(rule.id), `found only ${ids.join(', ') || 'nothing'}`)
        })

        it(`is silent on its counter-example written as ${dialect.name}`, () => {
          assert.ok(!idsIn(inDialect(rule.instead, dialect), dialect).includes(rule.id))
        })

        it(`offers in ${dialect.name} only fixes that remove its finding and add none`, () => {
          const text = inDialect(rule.example, dialect)
          const before = idsIn(text, dialect, defaultSettings)
          for (const { placed, problems } of checkTranscript(readTranscript(text, dialect), everything)) {
            for (const problem of problems.filter(one => one.rule === rule)) {
              for (const fix of problem.fixes()) {
                const fixed = applyFix(text, placed.startLine, fix)
                const after = idsIn(fixed, dialect, defaultSettings)
                assert.ok(!idsIn(fixed, dialect).includes(rule.id), `${fix.title}:\n${fixed}`)
                assert.deepEqual(
                  after.filter(id => !before.includes(id) && !ruleNamed(id)?.mayFollowFix),
                  [],
                  `${fix.title}:\n${fixed}`,
                )
              }
            }
          }
        })
      }

      it('has one cause and so one finding in its example', () => {
        const others = idsIn(rule.example.trim(), smtp, defaultSettings).filter(id => id !== rule.id)
        assert.deepEqual(others, [])
      })

      it('says what it finds, why it matters and where that is written', () => {
        assert.match(rule.id, /^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/)
        assert.ok(rule.title.length > 0)
        for (const text of [rule.what, rule.why, rule.remedy]) assert.match(text, /^[A-Z`].*\.$/s)
      })
    })
  }

  it('has an id of its own', () => {
    assert.equal(new Set(rules.map(rule => rule.id)).size, rules.length)
  })
})

describe('bare text', () => {
  it('is what a text without prefixes reads as', () => {
    assert.equal(
      readTranscript('220 mx.example ESMTP\nEHLO c.example\n250 mx.example\n').reading.dialect,
      bare,
    )
  })
})
