// What it costs to have the server: until it is ready, and what an open document takes of its memory.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  createProtocolConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { diagnosticsOf } from '../server/features/diagnostics.ts'
import { openDocuments } from '../server/lsp/openDocument.ts'
import { median } from './measure.ts'

/** Milliseconds from the start of a server to its answer to `initialize`; the server is gone when this returns. */
async function untilReady(program: string): Promise<number> {
  const start = performance.now()
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
  const end = performance.now()
  connection.dispose()
  child.kill()
  await once(child, 'exit')
  return end - start
}

/**
 * Milliseconds until the server answers `initialize`, and until one does that has nothing else to it: medians of runs by
 * turns, because a machine is not equally fast all the time.
 */
export async function startingTimes(): Promise<{ readonly own: number; readonly idle: number }> {
  const idleServer = fileURLToPath(new URL('idleServer.js', import.meta.url))
  const times: { own: number; idle: number }[] = []
  for (let run = 0; run < 26; run++) {
    times.push({ own: await untilReady(join('dist', 'server.node.js')), idle: await untilReady(idleServer) })
  }
  // The first warms up.
  const counted = times.slice(1)
  return { own: median(counted.map(({ own }) => own)), idle: median(counted.map(({ idle }) => idle)) }
}

/** The octets in the heap after all that can be collected was: in a turn of its own, which weak references outlive. */
async function heapUsed(): Promise<number> {
  if (!globalThis.gc) throw new Error('Node was started without --expose-gc.')
  await setImmediate()
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

/** The octets that a text takes of the heap while it is open and its diagnostics were asked for, the text itself included. */
export async function heapOfOpen(make: () => string): Promise<number> {
  const before = await heapUsed()
  const document = openDocuments.create('file:///bench.smtp', 'smtp', 1, make())
  const { length } = diagnosticsOf(document)
  const after = await heapUsed()
  return length + document.version > 0 ? after - before : 0
}
