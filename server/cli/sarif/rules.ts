import * as l10n from '@vscode/l10n'
import { articleToMarkdown, articleToText } from '../../features/article.ts'
import { ruleArticle } from '../../features/ruleArticle.ts'
import { referenceUrl } from '../../protocol/references.ts'
import { rules } from '../../rules/registry.ts'
import type { Rule, Severity } from '../../rules/rule.ts'
import { askedSeverity, profileOf, type RuleSettings } from '../../rules/settings.ts'

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const

/** The severity in the words of SARIF, which has none for a hint. */
export function levelOf(severity: Severity): (typeof levels)[Severity] {
  return levels[severity]
}

/** `sequence/data-without-rcpt` as `SequenceDataWithoutRcpt`. */
function pascalCase(id: string): string {
  return id.replace(/(?:^|[/-])([a-z0-9])/g, (_, first: string) => first.toUpperCase())
}

/** What a rule is set to where nobody says otherwise: what only the strict ask for is off. */
function defaultConfiguration(rule: Rule) {
  return { enabled: profileOf(rule) !== 'strict', level: levelOf(rule.severity) }
}

function descriptorOf(rule: Rule) {
  const { id, title, what, why, fault, references } = rule
  const article = ruleArticle(rule)
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: l10n.t(title) },
    fullDescription: { text: `${l10n.t(what)} ${l10n.t(why)}` },
    help: { text: articleToText(article, Number.POSITIVE_INFINITY), markdown: articleToMarkdown(article) },
    helpUri: referenceUrl(references[0]),
    defaultConfiguration: defaultConfiguration(rule),
    properties: {
      tags: [id.slice(0, id.indexOf('/')), `fault:${fault}`],
      fault,
      profile: profileOf(rule),
    },
  }
}

/** Every rule as a `reportingDescriptor` (SARIF 2.1.0, 3.49). */
export function ruleDescriptors() {
  return rules.map(descriptorOf)
}

const indexes: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]))

/** The place of a rule among the descriptors; -1, as SARIF wants it, for none. */
export function ruleIndexOf(id: string): number {
  return indexes.get(id) ?? -1
}

/** The rules that these settings ask in another way than by default (SARIF 2.1.0, 3.51). */
export function ruleConfigurationOverrides(settings: RuleSettings) {
  return rules.flatMap(rule => {
    const usual = defaultConfiguration(rule)
    const asked = askedSeverity(rule, settings)
    const enabled = asked !== 'off'
    const level = asked === null || asked === 'off' ? usual.level : levelOf(asked)
    if (enabled === usual.enabled && level === usual.level) return []
    return [{ descriptor: { id: rule.id, index: ruleIndexOf(rule.id) }, configuration: { enabled, level } }]
  })
}
