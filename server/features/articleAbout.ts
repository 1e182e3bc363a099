import { commandFacts, commandVerbs } from '../protocol/commands.ts'
import { registeredEnhancedCodes } from '../protocol/enhancedStatusCodes.ts'
import { extensionKeywords, parameterKeywords } from '../protocol/extensions.ts'
import { once } from '../protocol/once.ts'
import { knownReplyCodes, replyCodeFacts } from '../protocol/replyCodes.ts'
import { saslMechanismNames } from '../protocol/saslMechanisms.ts'
import { type Article, type ArticleBlock, type ArticleSection, paragraph } from './article.ts'
import { commandArticle } from './commandArticle.ts'
import { extensionArticle } from './extensionArticle.ts'
import { headings } from './headings.ts'
import { mechanismArticle } from './mechanismArticle.ts'
import { parameterArticle } from './parameterArticle.ts'
import { replyCodeArticle } from './replyCodeArticle.ts'
import { typingErrors } from './typingErrors.ts'

/**
 * Explains a word of SMTP.
 *
 * @param word a reply code or enhanced status code; in any case a verb (also `MAIL FROM` and `RCPT TO`, with a path
 *   behind them), a keyword of EHLO, a parameter of MAIL or RCPT with or without a value, or a SASL mechanism with or
 *   without `AUTH`
 * @returns one article, also for a word that is several things; undefined for what is not known
 */
export function articleAbout(word: string): Article | undefined {
  const code = replyCodeArticle(word)
  if (code) return code
  const [main, ...others] = senses(word).filter(article => article !== undefined)
  return main && others.reduce(joined, main)
}

/** What a word can be, the most likely first. */
function senses(word: string): readonly (Article | undefined)[] {
  const [, verb = '', preposition = ''] = /^([a-z]+) +(from|to)(?: *:.*)?$/i.exec(word) ?? []
  if (verb) return [takes(verb, preposition) ? commandArticle(verb) : undefined]
  const [, mechanism = ''] = /^auth +([\w-]+)$/i.exec(word) ?? []
  if (mechanism) return [mechanismArticle(mechanism)]
  const [name = '', value] = word.split('=', 2)
  if (value !== undefined) return [parameterArticle(name), extensionArticle(name)]
  return [commandArticle(name), extensionArticle(name), parameterArticle(name), mechanismArticle(name)]
}

function takes(verb: string, preposition: string): boolean {
  return commandFacts(verb)?.syntax.startsWith(`"${verb} ${preposition}:"`.toUpperCase()) ?? false
}

/**
 * The first article, and behind it what the second tells beyond it: one section, the sections that only such an article
 * has, and further limits.
 */
function joined(first: Article, second: Article): Article {
  const told = new Set([first.title, ...first.sections.map(({ heading }) => heading)])
  if (told.has(second.title)) return first
  const common = new Set([headings.meaning, headings.whenUsed, headings.syntax])
  const paragraphs = new Set(first.sections.flatMap(({ blocks }) => blocks.map(paragraphText)))
  const blocks = second.sections
    .filter(({ heading }) => common.has(heading))
    .flatMap(({ blocks }) => blocks)
    .filter(block => block.kind !== 'paragraph' || !paragraphs.has(block.text))
  const ofItsOwn = second.sections.filter(({ heading }) => !common.has(heading) && !told.has(heading))
  const limits = (article: Article) => article.sections.filter(({ heading }) => heading === headings.limits)
  return {
    ...first,
    sections: [
      ...first.sections.filter(({ heading }) => heading !== headings.limits),
      { heading: second.title, blocks: [paragraph(second.lead), ...blocks] },
      ...ofItsOwn.filter(({ heading }) => heading !== headings.limits && heading !== headings.replies),
      ...mergedLists([...limits(first), ...limits(second)]),
    ],
    links: [...first.links, ...second.links.filter(link => first.links.every(({ url }) => url !== link.url))],
  }
}

function paragraphText(block: ArticleBlock): string | undefined {
  return block.kind === 'paragraph' ? block.text : undefined
}

/** Sections with lists under one heading, as one without repetitions. */
function mergedLists(sections: readonly ArticleSection[]): readonly ArticleSection[] {
  const [first] = sections
  if (!first) return []
  const items = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap(block => (block.kind === 'list' ? block.items : []))
  const unlike = items.filter((item, index) => items.findIndex(({ label }) => label === item.label) === index)
  return [{ heading: first.heading, blocks: [{ kind: 'list', items: unlike }] }]
}

/**
 * @returns the known word that was most likely meant, e.g. `503` for `5O3` and `EHLO` for `ELHO`; undefined where nothing
 *   that is known looks like it
 */
export function nearestTo(word: string): string | undefined {
  const [start = ''] = word.trim().split(' ', 1)
  const longest = /^\d/.test(start) ? 12 : 24
  if (start === '' || start.length > longest) return undefined
  const typed = start.toUpperCase()
  const [nearest] = knownWords()
    .map(known => ({ known, errors: typingErrors(typed, known), steps: stepsBetween(typed, known) }))
    .filter(({ known, errors }) => errors <= (/^\d/.test(known) ? known.length / 2 : known.length / 3))
    .sort((a, b) => a.errors - b.errors || a.steps - b.steps)
  return nearest?.known
}

/** The codes of RFC 5321 first, for they are meant most often; then what follows them in an article about a word. */
export const knownWords: () => readonly string[] = once(() => [
  ...new Set([
    ...knownReplyCodes.filter(code => replyCodeFacts(code)?.status === 'base').map(String),
    ...knownReplyCodes.filter(code => replyCodeFacts(code)?.status !== 'base').map(String),
    ...registeredEnhancedCodes.flatMap(({ key, classes }) => classes.map(kind => `${kind}.${key}`)),
    ...commandVerbs,
    ...extensionKeywords,
    ...parameterKeywords,
    ...saslMechanismNames,
  ]),
])

function stepsBetween(typed: string, known: string): number {
  const steps = Math.abs(Number(typed) - Number(known))
  return Number.isNaN(steps) ? Number.MAX_SAFE_INTEGER : steps
}
