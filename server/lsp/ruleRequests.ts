import * as l10n from '@vscode/l10n'
import type { Connection } from 'vscode-languageserver'
import { articleToMarkdown } from '../features/article.ts'
import { exampleFixes, ruleArticle } from '../features/ruleArticle.ts'
import { ruleNamed, rules } from '../rules/registry.ts'
import { guarded } from './guard.ts'
import { type NamedChoice, type RulePageParams, rulePageRequest, rulesRequest } from './messages.ts'

function rulePage({ rule: id }: RulePageParams): string | null {
  const rule = ruleNamed(id)
  return rule ? articleToMarkdown(ruleArticle(rule, exampleFixes(rule))) : null
}

/** Answers the requests about the documentation of the rules. */
export function answerRuleRequests(connection: Connection): void {
  const choices = (): NamedChoice[] => rules.map(({ id, title }) => ({ name: id, title: l10n.t(title) }))
  connection.onRequest(
    rulesRequest,
    guarded(connection, 'rules', () => [], choices),
  )
  connection.onRequest(
    rulePageRequest,
    guarded(connection, 'rule page', () => null, rulePage),
  )
}
