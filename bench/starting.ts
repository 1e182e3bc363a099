// What it costs to have the server: until it is ready, and what an open document takes of its memory.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createProtocolConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { diagnosticsOf, ruleReference } from '../server/features/diagnostics.ts'
import { openDocuments } from '../server/lsp/openDocument.ts'
import { defaultSettings } from '../server/rules/settings.ts'
import { timeOf } from './measure.ts'

/** Starts a server and waits for its answer to `initialize`. */
async function untilReady(program: string): Promise<void> {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.listen()
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  })
  connection.dispose()
  child.kill()
}

/** Milliseconds until the server answers `initialize`, and until one does that has nothing else to it. */
export async function startingTimes(): Promise<{ readonly own: number; readonly idle: number }> {
  const idleServer = fileURLToPath(new URL('idleServer.js', import.meta.url))
  return {
    own: await timeOf(() => untilReady(join('dist', 'server.node.js')), 15),
    idle: await timeOf(() => untilReady(idleServer), 15),
  }
}

/** The octets in the heap after all that can be collected was. */
function heapUsed(): number {
  if (!globalThis.gc) throw new Error('Node was started without --expose-gc.')
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

/** The octets that a text takes of the heap while it is open and its diagnostics were asked for, the text itself included. */
export function heapOfOpen(make: () => string): number {
  const before = heapUsed()
  const document = openDocuments.create('file:///bench.smtp', 'smtp', 1, make())
  const { length } = diagnosticsOf(document, defaultSettings, ruleReference)
  const after = heapUsed()
  return length + document.version > 0 ? after - before : 0
}
