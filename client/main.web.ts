import { type ExtensionContext, Uri } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { activateExtension, clientOptions } from './extension.ts'

/** The browser's own; the types of the DOM are not known to the rest of the project. */
declare const Worker: new (script: string) => ConstructorParameters<typeof BrowserMessageReader>[0]

/** Starts the extension in a web extension host (vscode.dev, github.dev), with the server in a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString(true)
  const startServer = async () => {
    const worker = new Worker(script)
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  await activateExtension(context, new LanguageClient('smtp', 'SMTP Transcript', startServer, clientOptions))
}
