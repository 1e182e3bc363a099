import * as l10n from '@vscode/l10n'
import { commands, type Disposable, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  explainRuleCommand,
  type RulePageParams,
  rulePageRequest,
  rulesRequest,
} from '../server/lsp/messages.ts'
import { chooseNamed } from './chooseNamed.ts'
import type { SpokenLanguage } from './language.ts'

const scheme = 'smtp-rule'

async function explain(client: BaseLanguageClient, language: SpokenLanguage, given: unknown): Promise<void> {
  const rule =
    typeof given === 'string' ? given : await chooseNamed(client, rulesRequest, l10n.t`The rule to explain`)
  if (rule === undefined) return
  // Another language is another page, for the editor keeps what it has shown.
  const uri = Uri.from({ scheme, path: `/${rule}.md`, query: language.now() })
  await commands.executeCommand('markdown.showPreview', uri)
}

/** The command that explains a rule, which the ids in the Problems panel and in hovers link to, and the page that it shows. */
export function registerRuleExplanation(client: BaseLanguageClient, language: SpokenLanguage): Disposable[] {
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const rule = path.slice(1, -'.md'.length)
      const params: RulePageParams = { rule }
      const markdown = await client.sendRequest<string | null>(rulePageRequest, params)
      return markdown ?? l10n.t`There is no rule ${rule}.`
    },
  })
  const command = commands.registerCommand(explainRuleCommand, (rule: unknown) =>
    explain(client, language, rule),
  )
  return [provider, command]
}
