import * as l10n from '@vscode/l10n'
import { commands, type Disposable } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  explainRuleCommand,
  type RulePageParams,
  rulePageRequest,
  rulesRequest,
} from '../server/lsp/messages.ts'
import { registerExplanationPages } from './explanationPages.ts'
import type { SpokenLanguage } from './language.ts'

/** The command that explains a rule, which the ids in the Problems panel and in hovers link to, and the page that it shows. */
export function registerRuleExplanation(client: BaseLanguageClient, language: SpokenLanguage): Disposable[] {
  const { provider, explain } = registerExplanationPages(client, language, {
    scheme: 'smtp-rule',
    namesRequest: rulesRequest,
    placeHolder: () => l10n.t`The rule to explain`,
    read: rule => client.sendRequest(rulePageRequest, { rule } satisfies RulePageParams),
    unknown: rule => l10n.t`There is no rule ${rule}.`,
  })
  return [provider, commands.registerCommand(explainRuleCommand, explain)]
}
