import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { startServer } from './lsp/server.ts'

startServer(createConnection(ProposedFeatures.all), {
  // The connection takes one message at each turn, and only the second turn from here is behind the next message.
  defer: work => setImmediate(() => setImmediate(work)),
  now: () => performance.now(),
  // Without a wait, so that the next request is answered in the new language.
  readBundle: language =>
    language === 'en'
      ? null
      : JSON.parse(readFileSync(join(__dirname, '..', 'l10n', `bundle.l10n.${language}.json`), 'utf8')),
})
