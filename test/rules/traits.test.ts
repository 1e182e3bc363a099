import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '../../server/rules/registry.ts'
import { traitBits, traitsOf } from '../../server/rules/traits.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { corpusOf, tools } from '../corpus/expectation.ts'
import { tickets } from '../tickets/ticket.ts'
import { withoutMarks } from './fixtures/marks.ts'

const fixtures = join('test', 'rules', 'fixtures')

/** Every transcript of the project: what rules find and what they do not. */
const texts: readonly string[] = [
  ...rules.flatMap(({ example, instead }) => [example.trim(), instead.trim()]),
  ...readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.smtp'))
    .map(name => withoutMarks(readFileSync(join(fixtures, name), 'utf8'))),
  ...readdirSync('examples').map(name => readFileSync(join('examples', name), 'utf8')),
  ...tools.flatMap(tool => corpusOf(tool).map(({ text }) => text)),
  ...tickets.map(({ transcript }) => transcript),
]

describe('the traits of sessions', () => {
  const transcripts = texts.map(text => readTranscript(text))
  const sessions = transcripts.flatMap(({ sessions: found, reading: { dialect } }) =>
    found.map(({ session }) => ({ session, dialect })),
  )

  for (const rule of rules.filter(({ onlyWith }) => onlyWith)) {
    it(`are such that ${rule.id} finds nothing without one of its own`, () => {
      const wanted = traitBits(rule.onlyWith ?? [])
      for (const { session, dialect } of sessions) {
        if ((traitsOf(session) & wanted) !== 0) continue
        for (const isLastSession of [true, false]) {
          const context = { dialect, isLastSession, isMixed: false, isRepairable: true }
          const [found] = [...rule.check(session, context)]
          assert.equal(found?.message, undefined, session.texts.join('\n'))
        }
      }
    })
  }

  it('keep most rules from sessions in which they find nothing', () => {
    const clean = readTranscript(readFileSync(join('examples', 'clean-session.smtp'), 'utf8')).sessions[0]
    assert.ok(clean)
    const asked = rules.filter(
      ({ onlyWith }) => !onlyWith || (traitsOf(clean.session) & traitBits(onlyWith)) !== 0,
    )
    assert.ok(asked.length < rules.length * 0.7, `${asked.length} of ${rules.length} are asked`)
  })
})
