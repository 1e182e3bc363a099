import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkTranscript } from '../../server/rules/check.ts'
import { rules } from '../../server/rules/registry.ts'
import type { Severity } from '../../server/rules/rule.ts'
import { defaultSettings, type RuleSettings } from '../../server/rules/settings.ts'
import type { Span } from '../../server/transcript/session.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { type Mark, markedRules, withMarks, withoutMarks } from './fixtures/marks.ts'

const folder = join('test', 'rules', 'fixtures')
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.smtp'))
  .sort()
  .map(file => ({
    name: file.slice(0, -'.smtp'.length).replaceAll('\\', '/'),
    marked: readFileSync(join(folder, file), 'utf8'),
  }))

/** The severities that a fixture asks for in its first line, as in `# rule: sequence/redundant-rset=hint`. */
function settingsIn(text: string): RuleSettings {
  const asked = /^# rule: (\S+)=(\S+)\s/.exec(text)
  return { ...defaultSettings, severities: new Map(asked ? [[asked[1] ?? '', asked[2] as Severity]] : []) }
}

function marksIn(text: string): readonly Mark[] {
  const found = checkTranscript(readTranscript(text), settingsIn(text))
  return found.flatMap(({ placed: { startLine }, problems }) =>
    problems.flatMap(({ rule, span, related }) => {
      const mark = (kind: Mark['kind'], { line, start, end }: Span): Mark => ({
        line: startLine + line,
        start,
        end,
        kind,
        rule: rule.id,
      })
      return [mark('found', span), ...related.map(one => mark('related', one.span))]
    }),
  )
}

/** Fails with the whole transcript, what was found marked in place. */
function assertFinds(marked: string): void {
  const text = withoutMarks(marked)
  const actual = withMarks(text, marksIn(text))
  if (actual === marked) return
  throw new assert.AssertionError({
    message: `Found (^, with ~ as related):\n\n${actual}`,
    actual,
    expected: marked,
    operator: 'strictEqual',
  })
}

describe('the rules find exactly what is marked', () => {
  for (const { name, marked } of fixtures) {
    it(name.replaceAll('-', ' '), () => assertFinds(marked))
  }
})

describe('the fixtures', () => {
  it('give the same with every kind of line end', () => {
    for (const { marked } of fixtures) {
      const text = withoutMarks(marked)
      for (const lineEnd of ['\r\n', '\r']) {
        assert.deepEqual(marksIn(text.replaceAll('\n', lineEnd)), marksIn(text))
      }
    }
  })

  it('mark every rule at least once', () => {
    const marked = new Set(fixtures.flatMap(fixture => markedRules(fixture.marked)))
    assert.deepEqual(
      rules.map(rule => rule.id).filter(id => !marked.has(id)),
      [],
    )
  })

  it('hold transcripts of several dialects', () => {
    const names = fixtures.map(({ marked }) => readTranscript(withoutMarks(marked)).reading.dialect.name)
    assert.deepEqual(
      ['bare', 'smtp', 'swaks'].filter(name => !names.includes(name)),
      [],
    )
  })

  it('hold near misses, in which nothing is found', () => {
    assert.ok(fixtures.filter(({ marked }) => markedRules(marked).length === 0).length >= 15)
  })
})
