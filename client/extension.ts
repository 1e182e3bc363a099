import { commands, type ExtensionContext, workspace } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import {
  compareReplyCodesCommand,
  explainWordCommand,
  type InitializationOptions,
} from '../server/lsp/messages.ts'
import { registerFolderCheck } from './checkFolder.ts'
import { registerDialectChoice } from './chooseDialect.ts'
import { registerComparison } from './compareReplyCodes.ts'
import { registerSessionComparison } from './compareSessions.ts'
import { registerConversion } from './convertTranscript.ts'
import { registerRuleExplanation } from './explainRule.ts'
import { registerWordExplanation } from './explainWord.ts'
import { speakAsAsked } from './language.ts'
import { registerExamples } from './openExample.ts'
import { registerReadAsTranscript } from './readAsTranscript.ts'
import { showReadingStatus } from './readingStatus.ts'
import { keepReadings } from './readings.ts'
import { tellVisibleLines } from './visibleLines.ts'

function initializationOptions(): InitializationOptions {
  // A configuration has functions, which do not go into a web worker.
  const settings: unknown = JSON.parse(JSON.stringify(workspace.getConfiguration('smtp')))
  return { commandLinks: true, readingNotices: true, settings }
}

/** What every kind of client tells the editor: transcripts from anywhere, saved or not. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'smtp' }],
  initializationOptions,
  markdown: { isTrusted: { enabledCommands: [compareReplyCodesCommand, explainWordCommand] } },
}

/** Starts the language client and adds what only an editor can do. Everything ends with the extension. */
export async function activateExtension(
  context: ExtensionContext,
  client: BaseLanguageClient,
): Promise<void> {
  const language = await speakAsAsked(context)
  const readings = keepReadings(client)
  context.subscriptions.push(
    language,
    readings,
    showReadingStatus(readings, language),
    registerDialectChoice(client, readings),
    registerConversion(client),
    registerFolderCheck(client),
    registerExamples(context),
    registerReadAsTranscript(),
    tellVisibleLines(client),
    ...registerComparison(client),
    ...registerSessionComparison(client),
    ...registerRuleExplanation(client, language),
    ...registerWordExplanation(client, language),
    commands.registerCommand('smtp.restartLanguageServer', async () => {
      await client.stop()
      await client.start()
    }),
    { dispose: () => void client.dispose() },
  )
  await client.start()
}
