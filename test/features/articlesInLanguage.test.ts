import assert from 'node:assert/strict'
import * as l10n from '@vscode/l10n'
import { type Article, articleToText } from '../../server/features/article.ts'
import { articleAbout } from '../../server/features/articleAbout.ts'
import { columns } from '../../server/features/columns.ts'
import { compareReplyCodes } from '../../server/features/compareReplyCodes.ts'
import { ruleArticle } from '../../server/features/ruleArticle.ts'
import { commandVerbs } from '../../server/protocol/commands.ts'
import { providerMeanings } from '../../server/protocol/enhancedStatusCodes/providers.ts'
import { registeredEnhancedCodes } from '../../server/protocol/enhancedStatusCodes.ts'
import { extensionKeywords, parameterKeywords } from '../../server/protocol/extensions.ts'
import { knownReplyCodes } from '../../server/protocol/replyCodes.ts'
import { saslMechanismNames } from '../../server/protocol/saslMechanisms.ts'
import { rules } from '../../server/rules/registry.ts'

/** A translation of everything: each lower-case letter becomes a syllable as wide as two, all else stays. */
const inSyllables = new Proxy<Record<string, string>>(
  {},
  { get: (_, key) => (typeof key === 'string' ? key.replace(/[a-z]/g, '한') : undefined) },
)

/** An article as text in that language, without what is the same in all: transcripts, grammar, links. */
function prose(make: () => Article | undefined): string {
  l10n.config({ contents: inSyllables })
  try {
    const article = make()
    assert.ok(article)
    const sections = article.sections.map(({ heading, blocks }) => ({
      heading,
      blocks: blocks.filter(({ kind }) => kind !== 'transcript' && kind !== 'grammar'),
    }))
    return articleToText({ ...article, sections, links: [] }, 80)
  } finally {
    l10n.config({ contents: {} })
  }
}

/** What is no English word although it has small letters: 4yz, and the names of companies. */
const names: ReadonlySet<string> = new Set([
  'yz',
  ...providerMeanings.flatMap(({ provider }) => provider.split(' ')),
])

/** The English words that are left in a text. */
function englishIn(text: string): string {
  const words = new Set(text.match(/[A-Za-z]*[a-z]{2,}/g) ?? [])
  return [...words].filter(word => !names.has(word)).join(' ')
}

const words = [
  ...knownReplyCodes.map(String),
  ...['499', '5.7.999', '5.99.1'],
  ...registeredEnhancedCodes.flatMap(({ key, classes }) => classes.map(kind => `${kind}.${key}`)),
  ...[...commandVerbs, ...extensionKeywords, ...parameterKeywords, ...saslMechanismNames],
]

describe('an article in another language', () => {
  it('has no English left, whatever it is about', () => {
    for (const word of words) assert.equal(englishIn(prose(() => articleAbout(word))), '', word)
  })

  for (const [a, b] of [
    ['450', '503'],
    ['450', '550'],
    ['250', '535'],
    ['354', '250'],
    ['354', '503'],
    ['501', '535'],
    ['450', '450'],
    ['450', '4.2.1'],
    ['450', '5.7.1'],
    ['4.7.1', '5.7.1'],
    ['422', '599'],
  ] as const) {
    it(`has no English left where it compares ${a} and ${b}`, () => {
      assert.equal(englishIn(prose(() => compareReplyCodes(a, b))), '')
    })
  }

  it('has only the words of the settings left where it is about a rule', () => {
    for (const rule of rules) {
      const text = prose(() => ruleArticle(rule))
      assert.equal(englishIn(text.replace(rule.id, '').replace(`: ${rule.severity}\n`, '\n')), '', rule.id)
    }
  })

  it('keeps to the columns of the terminal', () => {
    for (const word of words) {
      for (const line of prose(() => articleAbout(word)).split('\n')) {
        assert.ok(columns(line) <= 80 || !/\S \S/.test(line), `${word}: ${line}`)
      }
    }
  })
})
