import * as l10n from '@vscode/l10n'
import { commands, type Disposable } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  explainWordCommand,
  type WordPageParams,
  wordPageRequest,
  wordsRequest,
} from '../server/lsp/messages.ts'
import { registerExplanationPages } from './explanationPages.ts'
import type { SpokenLanguage } from './language.ts'

/** The command that explains a word of SMTP, and the page that it shows. */
export function registerWordExplanation(client: BaseLanguageClient, language: SpokenLanguage): Disposable[] {
  const { provider, explain } = registerExplanationPages(client, language, {
    scheme: 'smtp-word',
    namesRequest: wordsRequest,
    placeHolder: () => l10n.t`The code, command, keyword or mechanism to explain`,
    read: word => client.sendRequest(wordPageRequest, { word } satisfies WordPageParams),
    unknown: word => l10n.t`Nothing is known of ${word}.`,
  })
  return [provider, commands.registerCommand(explainWordCommand, explain)]
}
