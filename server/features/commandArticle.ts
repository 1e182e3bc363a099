import * as l10n from '@vscode/l10n'
import { type CommandFacts, commandFacts, repliesToAnyCommand } from '../protocol/commands.ts'
import { parameterKeywords, parametersNamed } from '../protocol/extensions.ts'
import { limitsOf } from '../protocol/limitsOf.ts'
import { statusFacts } from '../protocol/statusFacts.ts'
import {
  type Article,
  type ArticleBlock,
  type ArticleSection,
  grammar,
  linksTo,
  list,
  paragraph,
} from './article.ts'
import { headings } from './headings.ts'
import { limitSections } from './limitItems.ts'

/**
 * @param verb in any case, e.g. `mail`
 * @returns the article about a command; undefined for an unknown one
 */
export function commandArticle(verb: string): Article | undefined {
  const facts = commandFacts(verb)
  if (!facts) return undefined
  return {
    title: l10n.t`${facts.verb} command`,
    lead: l10n.t(facts.summary),
    sections: [
      { heading: headings.meaning, blocks: [paragraph(l10n.t(facts.effect)), ...origin(facts)] },
      { heading: headings.whenUsed, blocks: [paragraph(l10n.t(facts.whenToUse)), conditions(facts)] },
      ...mistakes(facts),
      { heading: headings.syntax, blocks: [grammar(facts.syntax), ...parameters(facts)] },
      { heading: headings.replies, blocks: replies(facts) },
      ...limitSections(limitsOf('command', facts.verb)),
    ],
    links: linksTo(facts.references),
  }
}

function origin({ status }: CommandFacts): readonly ArticleBlock[] {
  switch (status) {
    case 'base':
    case 'extension':
      return []
    case 'lmtp':
      return [paragraph(l10n.t`It belongs to LMTP and is no command of SMTP.`)]
    case 'deprecated':
      return [paragraph(l10n.t`RFC 5321 has retired it: neither send it nor offer it.`)]
    case 'vendor':
      return [paragraph(l10n.t`It belongs to one manufacturer and is no part of any standard.`)]
  }
}

function conditions({ requiredKeyword, lastInGroup }: CommandFacts): ArticleBlock {
  return list([
    ...(requiredKeyword === null ? [] : [[l10n.t`EHLO has to announce`, requiredKeyword] as const]),
    [l10n.t`In a pipelined group`, lastInGroup ? l10n.t`Only as the last command.` : l10n.t`At any place.`],
  ])
}

function mistakes({ mistakes: its }: CommandFacts): readonly ArticleSection[] {
  return its.length === 0
    ? []
    : [{ heading: headings.mistakes, blocks: [list(its.map(mistake => l10n.t(mistake)))] }]
}

/** The parameters that extensions add to MAIL and RCPT, each once. */
function parameters({ verb }: CommandFacts): readonly ArticleBlock[] {
  const its = parameterKeywords.flatMap(keyword =>
    parametersNamed(keyword)
      .filter(({ commands }) => commands.some(command => command === verb))
      .slice(0, 1),
  )
  if (its.length === 0) return []
  return [
    paragraph(l10n.t`Parameters, each only where the extension that defines it was announced:`),
    list(its.map(({ keyword, summary }) => [keyword, l10n.t(summary)] as const)),
  ]
}

function replies({ verb, replies: its, endOfData }: CommandFacts): readonly ArticleBlock[] {
  const toCommand = [...its.success, ...its.intermediate, ...its.error]
  const toMessage = endOfData ? [...endOfData.success, ...endOfData.error] : []
  return [
    ...(toCommand.length > 0 ? [named(toCommand)] : []),
    ...(toMessage.length > 0
      ? [paragraph(l10n.t`To the message that follows ${verb}:`), named(toMessage)]
      : []),
    paragraph(l10n.t`Any command may be answered with ${repliesToAnyCommand.join(', ')}.`),
  ]
}

function named(codes: readonly number[]): ArticleBlock {
  return list(codes.map(code => [`${code}`, statusFacts(`${code}`)?.name ?? ''] as const))
}
