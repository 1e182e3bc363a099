import * as l10n from '@vscode/l10n'
import type { MailParameter } from '../protocol/extensions/extensionRow.ts'
import { type ExtensionFacts, extensionFacts } from '../protocol/extensions.ts'
import { limitsOf } from '../protocol/limitsOf.ts'
import { type Article, type ArticleSection, grammar, linksTo, list, paragraph } from './article.ts'
import { headings } from './headings.ts'
import { limitSections } from './limitItems.ts'
import { parameterTitle, parameterValues } from './parameterArticle.ts'

/**
 * @param keyword of EHLO, in any case and without what stands behind it, e.g. `size`
 * @returns the article about an extension, also about the parameters that it adds; undefined for an unknown one
 */
export function extensionArticle(keyword: string): Article | undefined {
  const facts = extensionFacts(keyword)
  if (!facts) return undefined
  const name = l10n.t(facts.name)
  return {
    title:
      facts.name === facts.keyword
        ? l10n.t`${facts.keyword} extension`
        : l10n.t`${facts.keyword} extension: ${name}`,
    lead: l10n.t(facts.summary),
    sections: [
      { heading: headings.meaning, blocks: [list([...additions(facts), standing(facts)])] },
      { heading: headings.whenUsed, blocks: [paragraph(l10n.t(facts.useful))] },
      {
        heading: headings.syntax,
        blocks: [paragraph(l10n.t`In the reply to EHLO:`), grammar(announcement(facts))],
      },
      ...facts.parameters.map(parameterSection),
      ...limitSections([
        ...facts.parameters.flatMap(parameter => limitsOf('parameter', parameter.keyword)),
        ...limitsOf('extension', facts.keyword),
      ]),
    ],
    links: linksTo(facts.references),
  }
}

type Item = readonly [label: string, text: string]

function additions({ verbs, parameters, requires }: ExtensionFacts): readonly Item[] {
  const its = parameters.map(({ keyword, commands }) => `${keyword} (${commands.join(', ')})`)
  return [
    ...(verbs.length > 0 ? [[l10n.t`Commands`, verbs.join(', ')] as const] : []),
    ...(its.length > 0 ? [[l10n.t`Parameters`, its.join(', ')] as const] : []),
    ...(requires.length > 0 ? [[l10n.t`Announced only together with`, requires.join(', ')] as const] : []),
  ]
}

function standing({ status }: ExtensionFacts): Item {
  return [l10n.t`Status`, statusWords(status)]
}

function statusWords(status: ExtensionFacts['status']): string {
  switch (status) {
    case 'standard':
      return l10n.t`A standard of the IETF.`
    case 'experimental':
      return l10n.t`An experiment of the IETF.`
    case 'obsolete':
      return l10n.t`Retired; no server should offer it any more.`
    case 'vendor':
      return l10n.t`Of one manufacturer.`
  }
}

function parameterSection(parameter: MailParameter): ArticleSection {
  return {
    heading: parameterTitle(parameter),
    blocks: [
      paragraph(l10n.t(parameter.summary)),
      ...parameterValues([parameter]),
      grammar(parameter.syntax),
    ],
  }
}

/** The line of the reply in ABNF: ehlo-keyword *( SP ehlo-param ) (RFC 5321 4.1.1.1). */
function announcement({ keyword, keywordParameters: its }: ExtensionFacts): string {
  const word = `"${keyword}"`
  if (its === null) return word
  if (/^\d?\*\( SP /.test(its)) return `${word} ${its}`
  const onlyOptional = /^\[ ([^\]]*) \]$/.exec(its)
  if (onlyOptional) return `${word} [ SP ${onlyOptional[1]} ]`
  return its.startsWith('[') ? `${word} [ SP ${its} ]` : `${word} SP ${its}`
}
