import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser'
import { activateExtension, clientOptions } from './extension.ts'

/** The browser's own; the types of the DOM are not known to the rest of the project. */
declare const Worker: new (script: string) => Extract<ServerOptions, object>

/** Starts the extension in a web extension host (vscode.dev, github.dev), with the server in a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js')
  const startWorker = async () => new Worker(script.toString(true))
  await activateExtension(context, new LanguageClient('smtp', 'SMTP Transcript', startWorker, clientOptions))
}
