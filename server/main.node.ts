import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { startServer } from './lsp/server.ts'

startServer(createConnection(ProposedFeatures.all), { defer: work => setImmediate(work) })
