import * as l10n from '@vscode/l10n'
import { commands, type Disposable, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type ConvertAnswer,
  type ConvertParams,
  conversionTargetsRequest,
  convertRequest,
  type NamedChoice,
} from '../server/lsp/messages.ts'
import { activeTranscript } from './activeTranscript.ts'

async function convert(client: BaseLanguageClient): Promise<void> {
  const document = activeTranscript()
  if (!document) return
  const targets = await client.sendRequest<NamedChoice[]>(conversionTargetsRequest, {})
  const items = targets.map(({ name, title }) => ({ label: name, description: title }))
  const placeHolder = l10n.t`What shall the transcript be converted to?`
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDescription: true })
  if (!chosen) return
  const params: ConvertParams = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    to: chosen.label,
  }
  const answer = await client.sendRequest<ConvertAnswer>(convertRequest, params)
  if ('error' in answer) {
    void window.showWarningMessage(answer.error)
    return
  }
  const { text, languageId } = answer
  const converted = await workspace.openTextDocument({ content: text, language: languageId })
  await window.showTextDocument(converted, { preview: false })
}

/** The command that opens the active transcript in another form, as a new document; the transcript stays as it is. */
export function registerConversion(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('smtp.convertTranscript', () => convert(client))
}
