import * as l10n from '@vscode/l10n'
import type { MailParameter } from '../protocol/extensions/extensionRow.ts'
import { extensionFacts, type NamedParameter, parametersNamed } from '../protocol/extensions.ts'
import { limitsOf } from '../protocol/limitsOf.ts'
import { rfc } from '../protocol/references.ts'
import { statusFacts } from '../protocol/statusFacts.ts'
import { type Article, type ArticleBlock, grammar, linksTo, list, paragraph } from './article.ts'
import { headings } from './headings.ts'
import { limitSections } from './limitItems.ts'

/** How a server refuses a parameter: for now, because of its value, because it does not know it (RFC 5321 4.3.2). */
const refusals = ['455', '501', '555'] as const

/** @returns the title of the article about a parameter, e.g. `BODY parameter of MAIL`. */
export function parameterTitle({ keyword, commands }: Pick<MailParameter, 'keyword' | 'commands'>): string {
  const [first, second] = commands
  return second === undefined
    ? l10n.t`${keyword} parameter of ${first ?? ''}`
    : l10n.t`${keyword} parameter of ${first ?? ''} and ${second}`
}

/** @returns what its words mean, where the table tells of any. */
export function parameterValues(parameters: readonly MailParameter[]): readonly ArticleBlock[] {
  const values = parameters.flatMap(({ values }) => Object.entries(values ?? {}))
  if (values.length === 0) return []
  return [
    paragraph(l10n.t`What can stand in it:`),
    list(values.map(([word, meaning]) => [word, l10n.t(meaning)] as const)),
  ]
}

/**
 * @param keyword of a parameter of MAIL or RCPT, in any case and without a value, e.g. `body`
 * @returns one article, also where several extensions define the parameter; undefined for an unknown one
 */
export function parameterArticle(keyword: string): Article | undefined {
  const its = parametersNamed(keyword)
  const [first] = its
  if (!first) return undefined
  return {
    title: parameterTitle(first),
    lead: l10n.t(first.summary),
    sections: [
      {
        heading: headings.meaning,
        blocks: [place(first, its), ...parameterValues(its)],
      },
      { heading: headings.whenUsed, blocks: whenUsed(its) },
      { heading: headings.syntax, blocks: [grammar(its.map(({ syntax }) => syntax).join('\n'))] },
      {
        heading: headings.replies,
        blocks: [
          paragraph(l10n.t`A server that does not take it answers with one of these:`),
          list(refusals.map(code => [code, statusFacts(code)?.name ?? ''] as const)),
        ],
      },
      ...limitSections(limitsOf('parameter', first.keyword)),
    ],
    links: linksTo([
      ...its.flatMap(({ extensions }) => extensions.flatMap(one => extensionFacts(one)?.references ?? [])),
      rfc(5321, '4.1.1.11'),
    ]),
  }
}

function place({ commands, value }: NamedParameter, its: readonly NamedParameter[]): ArticleBlock {
  const extensions = its.flatMap(parameter => parameter.extensions)
  return list([
    [l10n.t`Stands after`, commands.join(', ')],
    [l10n.t`Value`, valueWords(value)],
    [
      extensions.length > 1 ? l10n.t`EHLO has to announce one of` : l10n.t`EHLO has to announce`,
      extensions.join(', '),
    ],
  ])
}

function valueWords(value: MailParameter['value']): string {
  switch (value) {
    case 'none':
      return l10n.t`None.`
    case 'required':
      return l10n.t`Required.`
    case 'optional':
      return l10n.t`Optional.`
  }
}

/** What its extensions are good for; which one it is needs to be said only where the name does not say it. */
function whenUsed(its: readonly NamedParameter[]): readonly ArticleBlock[] {
  const facts = its.flatMap(({ extensions }) => extensions).flatMap(keyword => extensionFacts(keyword) ?? [])
  const [first] = facts
  return facts.length === 1 && first
    ? [paragraph(l10n.t(first.useful))]
    : [list(facts.map(({ keyword, useful }) => [keyword, l10n.t(useful)] as const))]
}
