import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { activateExtension, clientOptions } from './extension.ts'

/** Starts the extension in a desktop or remote extension host, with the server in a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.node.js')
  const run = { module, transport: TransportKind.ipc }
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } }
  const client = new LanguageClient('smtp', 'SMTP Transcript', { run, debug }, clientOptions)
  await activateExtension(context, client)
}
