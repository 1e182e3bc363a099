import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import { extensionFacts, parametersNamed } from '../../protocol/extensions.ts'
import { type Reference, referenceLabel, referenceUrl } from '../../protocol/references.ts'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { statusFacts } from '../../protocol/statusFacts.ts'
import { ruleNamed } from '../../rules/registry.ts'
import { escapeMarkdown, markdownCode } from '../markdown.ts'

/** What a completion is documented by: a row of a table, or the value of a parameter. */
export interface About {
  readonly kind: 'command' | 'extension' | 'mechanism' | 'parameter' | 'status' | 'rule'
  readonly word: string
  /** Of a parameter: its value. */
  readonly value?: string
}

/** At most so many links under a short paragraph. */
const linksShown = 2

function page(sentences: readonly string[], syntax: string | null, references: readonly Reference[]): string {
  const links = references
    .slice(0, linksShown)
    .map(one => `[${referenceLabel(one)}](${referenceUrl(one)})`)
    .join(' · ')
  const paragraphs = [escapeMarkdown(sentences.join(' ')), syntax === null ? '' : markdownCode(syntax), links]
  return paragraphs.filter(text => text !== '').join('\n\n')
}

function aboutParameter({ word, value }: About): string | null {
  const its = parametersNamed(word)
  const meaning = its.flatMap(({ values }) => (value === undefined ? [] : (values?.[value] ?? [])))
  const [first] = its
  if (!first) return null
  const references = its.flatMap(one =>
    one.extensions.flatMap(name => extensionFacts(name)?.references ?? []),
  )
  const summaries = [first.summary, ...meaning].map(text => l10n.t(text))
  return page(summaries, its.map(({ syntax }) => syntax).join(' / '), references)
}

function aboutStatus(code: string): string | null {
  const facts = statusFacts(code)
  if (!facts) return null
  const chosen = facts.chooseWhen === null ? [] : [l10n.t`Choose it when ${facts.chooseWhen}.`]
  return page([facts.meaning, ...chosen], null, facts.references)
}

/** A short paragraph in Markdown about what is offered; null where no table knows it. */
export function documentationOf(about: About): string | null {
  switch (about.kind) {
    case 'command': {
      const facts = commandFacts(about.word)
      return facts
        ? page([l10n.t(facts.summary), l10n.t(facts.whenToUse)], facts.syntax, facts.references)
        : null
    }
    case 'extension': {
      const facts = extensionFacts(about.word)
      return facts ? page([l10n.t(facts.summary), l10n.t(facts.useful)], null, facts.references) : null
    }
    case 'mechanism': {
      const facts = saslMechanismFacts(about.word)
      return facts ? page([l10n.t(facts.summary), l10n.t(facts.protection)], null, facts.references) : null
    }
    case 'parameter':
      return aboutParameter(about)
    case 'status':
      return aboutStatus(about.word)
    case 'rule': {
      const rule = ruleNamed(about.word)
      return rule ? page([l10n.t(rule.what), l10n.t(rule.why)], null, rule.references) : null
    }
  }
}
