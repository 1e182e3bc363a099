import * as l10n from '@vscode/l10n'
import { commands, type Disposable, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  explainWordCommand,
  type WordPageParams,
  wordPageRequest,
  wordsRequest,
} from '../server/lsp/messages.ts'
import { chooseNamed } from './chooseNamed.ts'
import type { SpokenLanguage } from './language.ts'

const scheme = 'smtp-word'

async function explain(client: BaseLanguageClient, language: SpokenLanguage, given: unknown): Promise<void> {
  const placeHolder = l10n.t`The code, command, keyword or mechanism to explain`
  const word = typeof given === 'string' ? given : await chooseNamed(client, wordsRequest, placeHolder)
  if (word === undefined) return
  // Another language is another page, for the editor keeps what it has shown.
  const uri = Uri.from({ scheme, path: `/${word}.md`, query: language.now() })
  await commands.executeCommand('markdown.showPreview', uri)
}

/** The command that explains a word of SMTP, and the page that it shows. */
export function registerWordExplanation(client: BaseLanguageClient, language: SpokenLanguage): Disposable[] {
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const word = path.slice(1, -'.md'.length)
      const params: WordPageParams = { word }
      const markdown = await client.sendRequest<string | null>(wordPageRequest, params)
      return markdown ?? l10n.t`Nothing is known of ${word}.`
    },
  })
  const command = commands.registerCommand(explainWordCommand, (word: unknown) =>
    explain(client, language, word),
  )
  return [provider, command]
}
