import { commands, type ExtensionContext } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { compareReplyCodesCommand, type InitializationOptions } from '../server/lsp/messages.ts'
import { registerComparison } from './compareReplyCodes.ts'

const initializationOptions: InitializationOptions = { commandLinks: true }

/** What every kind of client tells the editor: transcripts from anywhere, saved or not. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'smtp' }],
  initializationOptions,
  markdown: { isTrusted: { enabledCommands: [compareReplyCodesCommand] } },
}

/** Starts the language client and adds what only an editor can do. Everything ends with the extension. */
export async function activateExtension(
  context: ExtensionContext,
  client: BaseLanguageClient,
): Promise<void> {
  context.subscriptions.push(
    ...registerComparison(client),
    commands.registerCommand('smtp.restartLanguageServer', async () => {
      await client.stop()
      await client.start()
    }),
    { dispose: () => void client.dispose() },
  )
  await client.start()
}
