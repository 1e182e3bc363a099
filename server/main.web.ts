import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser'
import korean from '../l10n/bundle.l10n.ko.json'
import { startServer } from './lsp/server.ts'

/** The scope of the worker; the types of the DOM are not known to the rest of the project. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0]

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
)

// As in the other entry: the second turn from here is behind the next message.
startServer(connection, {
  defer: work => setTimeout(() => setTimeout(work, 0), 0),
  now: () => performance.now(),
  readBundle: language => (language === 'ko' ? korean : null),
})
