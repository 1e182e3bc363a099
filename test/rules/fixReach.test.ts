import assert from 'node:assert/strict'
import fc from 'fast-check'
import { beginFixing } from '../../server/features/fixing.ts'
import { checkTranscript } from '../../server/rules/check.ts'
import { ruleNamed, rules } from '../../server/rules/registry.ts'
import type { Fix, Problem, Rule } from '../../server/rules/rule.ts'
import type { SessionProblems } from '../../server/rules/sessionFindings.ts'
import { defaultSettings, type RuleSettings } from '../../server/rules/settings.ts'
import type { Dialect, WritableDialect } from '../../server/transcript/dialects/dialect.ts'
import { writableDialects } from '../../server/transcript/dialects/registry.ts'
import { smtp } from '../../server/transcript/dialects/smtp.ts'
import { linesOfExchange } from '../../server/transcript/exchangeLines.ts'
import { textOf } from '../../server/transcript/reading.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { applyFix } from './applyFix.ts'
import { inDialect } from './inDialect.ts'

const everything: RuleSettings = { ...defaultSettings, profile: 'strict' }

function dialectsOf(rule: Rule): readonly WritableDialect[] {
  return rule.isOfOwnDialect ? [smtp] : writableDialects
}

function check(text: string, dialect: Dialect, settings = everything): readonly SessionProblems[] {
  return checkTranscript(readTranscript(text, dialect), settings)
}

function problemsOf(rule: Rule, text: string, dialect: Dialect): Problem[] {
  return check(text, dialect)
    .flatMap(({ problems }) => problems)
    .filter(problem => problem.rule === rule)
}

function titles(problems: readonly Problem[]): string[] {
  return problems.flatMap(problem => problem.fixes().map(({ title }) => title))
}

/** In the record of a tool the server did say what stands there. */
const ofOwnDialectOnly = new Set([
  'auth/cancel-reply',
  'reply/too-many-recipients-code',
  'reply/text-contradicts-class',
  'reply/421-but-session-continues',
  'reply/quit-not-221',
  'lmtp/data-without-recipient',
  'lmtp/missing-recipient-replies',
  'lmtp/per-recipient-replies-in-smtp',
  'transcript/no-greeting',
])

/** Fixes that a dialect has more or fewer of, and why. */
const particular: Readonly<Record<string, readonly string[]>> = {
  // Its marks would go on to deny that TLS is active.
  'auth/clear-text-password': ['swaks'],
  'tls/required': ['swaks'],
  'tls/offered-but-unused': ['swaks'],
  // It reads the octets of a chunk in another way.
  'data/bdat-without-last': ['curl'],
  // What it plays is not on the network, so that a password in it is safe.
  'auth/required': ['exim-bh'],
}

describe('the fixes for the example of a rule', () => {
  for (const rule of rules) {
    const own = titles(problemsOf(rule, rule.example.trim(), smtp))
    for (const dialect of dialectsOf(rule)) {
      if (dialect === smtp || own.length === 0 || particular[rule.id]?.includes(dialect.name)) continue
      it(`of ${rule.id} are the same in ${dialect.name}`, () => {
        const found = problemsOf(rule, inDialect(rule.example, dialect), dialect)
        const offered = titles(found)
        if (found.length === 0) return
        if (rule.id === 'reply/unsolicited') assert.equal(offered.length, dialect.isTyped ? 1 : 0)
        else if (ofOwnDialectOnly.has(rule.id)) assert.ok(offered.length < own.length)
        else assert.deepEqual(offered, own)
      })
    }
  }
})

/** Lines of a session that a fix changes, takes out, or writes in front of. */
function linesOf({ edits }: Fix): number[] {
  return edits.flatMap(({ start, end }) =>
    Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index),
  )
}

function isOfWords({ edits }: Fix): boolean {
  return edits.every(({ start, end, newText }) => start.line === end.line && !newText.includes('\n'))
}

/** The lines of what a finding is about: of the exchanges and replies that it names. */
function linesNamed({ placed: { session } }: SessionProblems, { span, related }: Problem): Set<number> {
  const named = [span, ...related.map(one => one.span)].map(({ line }) => line)
  const all = session.exchanges.map(linesOfExchange).filter(lines => named.some(line => lines.includes(line)))
  return new Set([...named, ...all.flat()])
}

const clean = `S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`

function findings({ problems }: SessionProblems): string[] {
  return problems.map(
    ({ rule, span, message }) => `${span.line}:${span.start}-${span.end} ${rule.id} ${message}`,
  )
}

function ids(found: readonly SessionProblems[]): string[] {
  return found.flatMap(({ problems }) => problems.map(({ rule }) => rule.id))
}

function more(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return some.filter(one => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** What holds for every fix of a text, wherever it stands. */
function checkFix(text: string, dialect: Dialect, found: SessionProblems, problem: Problem, fix: Fix): void {
  const { placed } = found
  const before = check(text, dialect)
  const fixed = applyFix(text, placed.startLine, fix)
  const after = check(fixed, dialect)
  const story = `${problem.rule.id}, "${fix.title}" in ${dialect.name}\n--- before\n${text}\n--- after\n${fixed}`
  // Its finding goes, and no other comes.
  const count = (all: readonly string[]) => all.filter(id => id === problem.rule.id).length
  assert.ok(count(ids(after)) < count(ids(before)), `the finding stays: ${story}`)
  const added = more(ids(after), ids(before)).filter(id => ruleNamed(id)?.mayFollowFix !== true)
  assert.deepEqual(added, [], `a new finding: ${story}`)
  // Other sessions are what they were.
  const at = before.findIndex(one => one.placed.startLine === placed.startLine)
  const behind = before.length - at - 1
  assert.deepEqual(after.slice(0, at).map(findings), before.slice(0, at).map(findings), story)
  const rest = behind === 0 ? [] : after.slice(-behind)
  assert.deepEqual(
    rest.map(one => one.placed.session.texts),
    before.slice(at + 1).map(one => one.placed.session.texts),
    story,
  )
  assert.deepEqual(rest.map(findings), before.slice(at + 1).map(findings), story)
  // It stays in its session, and a repair of words in the exchanges that it names.
  for (const { start, end } of fix.edits) {
    assert.ok(start.line >= 0 && end.line <= placed.lineCount, story)
  }
  if (!fix.isSafe) return
  assert.ok(isOfWords(fix), `a safe fix changes words, and no lines come or go: ${story}`)
  const named = linesNamed(found, problem)
  assert.deepEqual(
    linesOf(fix).filter(line => !named.has(line)),
    [],
    `it changes other lines: ${story}`,
  )
}

describe('a fix among other sessions', () => {
  for (const rule of rules) {
    for (const dialect of dialectsOf(rule)) {
      it(`of ${rule.id} in ${dialect.name} changes nothing but its own`, () => {
        const text = [clean, rule.example, clean].map(part => inDialect(part, dialect)).join('\n')
        for (const found of check(text, dialect)) {
          for (const problem of found.problems.filter(one => one.rule === rule)) {
            for (const fix of problem.fixes()) checkFix(text, dialect, found, problem, fix)
          }
        }
      })
    }
  }
})

/** The lines of an example, of which some are missing or stand there twice. */
const damaged = fc
  .record({
    rule: fc.constantFrom(...rules),
    gone: fc.option(fc.nat(30), { freq: 3 }),
    twice: fc.option(fc.nat(30), { freq: 3 }),
  })
  .map(({ rule, gone, twice }) => {
    const lines = rule.example.trim().split('\n')
    return lines.flatMap((line, at) => (at === gone ? [] : at === twice ? [line, line] : [line])).join('\n')
  })

/** The text after all fixes of a rule. */
function allFixed(text: string, dialect: Dialect, rule: Rule): string {
  const fixing = beginFixing(readTranscript(text, dialect), everything, { kind: 'rule', rule: rule.id })
  assert.ok(fixing.goOn(() => false))
  return textOf(fixing.fixed().transcript.reading)
}

describe('fixes of generated texts', () => {
  for (const dialect of writableDialects) {
    it(`change nothing but their own (${dialect.name})`, () => {
      fc.assert(
        fc.property(fc.array(damaged, { minLength: 1, maxLength: 3 }), parts => {
          const text = parts.map(part => inDialect(part, dialect)).join('\n')
          for (const found of check(text, dialect)) {
            for (const problem of found.problems) {
              for (const fix of problem.fixes()) checkFix(text, dialect, found, problem, fix)
            }
          }
        }),
        { numRuns: dialect === smtp ? 200 : 30 },
      )
    })

    it(`of one rule, made twice, change nothing more (${dialect.name})`, () => {
      fc.assert(
        fc.property(fc.array(damaged, { minLength: 1, maxLength: 3 }), parts => {
          const text = parts.map(part => inDialect(part, dialect)).join('\n')
          const found = check(text, dialect).flatMap(({ problems }) => problems)
          for (const rule of new Set(found.map(problem => problem.rule))) {
            const once = allFixed(text, dialect, rule)
            const left = more(ids(check(once, dialect)), ids(check(text, dialect)))
            assert.deepEqual(
              left.filter(id => ruleNamed(id)?.mayFollowFix !== true),
              [],
              once,
            )
            assert.equal(allFixed(once, dialect, rule), once, `${rule.id} in\n${text}\n---\n${once}`)
          }
        }),
        { numRuns: dialect === smtp ? 100 : 15 },
      )
    })
  }
})
