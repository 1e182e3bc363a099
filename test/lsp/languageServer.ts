import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import {
  type ClientCapabilities,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  MessageType,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node'
import { type DocumentRead, documentReadNotification } from '../../server/lsp/messages.ts'

/** A language server in a process of its own, and the client that talks to it over stdio. */
export interface LanguageServer {
  readonly process: ChildProcess
  readonly connection: ProtocolConnection
  readonly answer: InitializeResult
  /** What the server logged as an error. */
  readonly errors: readonly string[]
  /** What it pushed, in order. */
  readonly pushed: readonly PublishDiagnosticsParams[]
  /** How it said that it has read documents, in order. */
  readonly readings: readonly DocumentRead[]
  /** Says `pushed` whenever it has pushed something, and `read` whenever it has told of a reading. */
  readonly arrivals: EventEmitter
}

/** What a client says of itself. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities
  readonly initializationOptions?: unknown
  /** Its display language. */
  readonly locale?: string
  /** Answers what the server asks, from the start. */
  readonly listen?: (connection: ProtocolConnection) => void
}

/** A client that asks for diagnostics. */
export const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } }

/** Starts the built server and initializes it. */
export async function startServer(options: ClientOptions = {}): Promise<LanguageServer> {
  const child = spawn(process.execPath, [join('dist', 'server.node.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const errors: string[] = []
  const pushed: PublishDiagnosticsParams[] = []
  connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
    if (type === MessageType.Error) errors.push(message)
  })
  const arrivals = new EventEmitter()
  connection.onNotification(PublishDiagnosticsNotification.type, params => {
    pushed.push(params)
    arrivals.emit('pushed')
  })
  const readings: DocumentRead[] = []
  connection.onNotification(documentReadNotification, (read: DocumentRead) => {
    readings.push(read)
    arrivals.emit('read')
  })
  options.listen?.(connection)
  connection.listen()
  const answer = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
    ...(options.locale !== undefined && { locale: options.locale }),
  })
  await connection.sendNotification(InitializedNotification.type, {})
  return { process: child, connection, answer, errors, pushed, readings, arrivals }
}

/** Waits for the process to end; null where a signal ended it. */
export async function exitStatus({ process: child }: LanguageServer): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** Ends the server as the protocol has it; its exit status. */
export async function stopServer(server: LanguageServer): Promise<number | null> {
  await server.connection.sendRequest(ShutdownRequest.type)
  await server.connection.sendNotification(ExitNotification.type)
  const status = await exitStatus(server)
  server.connection.dispose()
  return status
}

/** Opens a document. */
export function open(server: LanguageServer, uri: string, text: string, version = 1): Promise<void> {
  const textDocument = { uri, languageId: 'smtp', version, text }
  return server.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument })
}

/** Changes a document; the changes are made one after the other. */
export function change(
  server: LanguageServer,
  uri: string,
  version: number,
  contentChanges: TextDocumentContentChangeEvent[],
): Promise<void> {
  const textDocument = { uri, version }
  return server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument,
    contentChanges,
  })
}

/** Closes a document. */
export function close(server: LanguageServer, uri: string): Promise<void> {
  return server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
}

/** Asks for the diagnostics of a document. */
export function report(server: LanguageServer, uri: string, previousResultId?: string) {
  return server.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
    ...(previousResultId !== undefined && { previousResultId }),
  })
}

/** The diagnostics of a document; throws for a report that is not full. */
export async function diagnosticsOf(server: LanguageServer, uri: string): Promise<readonly Diagnostic[]> {
  const found = await report(server, uri)
  if (found.kind !== 'full') throw new TypeError(`The report is ${found.kind}.`)
  return found.items
}

/** The hover at a position. */
export function hover(server: LanguageServer, uri: string, position: Position) {
  return server.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position })
}

/** What the light bulb offers for diagnostics. */
export function codeActions(server: LanguageServer, uri: string, diagnostics: readonly Diagnostic[]) {
  const start = { line: 0, character: 0 }
  return server.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: diagnostics[0]?.range ?? { start, end: start },
    context: { diagnostics: [...diagnostics] },
  })
}

/**
 * Waits for the diagnostics that the server pushes for a version of a document; without a version: for its closing.
 * The first `after` of all that it has pushed do not count.
 */
export async function pushedFor(
  server: LanguageServer,
  uri: string,
  version?: number,
  after = 0,
): Promise<PublishDiagnosticsParams> {
  const find = () => server.pushed.slice(after).findLast(one => one.uri === uri && one.version === version)
  let found = find()
  while (!found) {
    await once(server.arrivals, 'pushed')
    found = find()
  }
  return found
}

/** Waits until the server has told of a document something that fits. */
export async function readingOf(
  server: LanguageServer,
  uri: string,
  fits: (read: DocumentRead) => boolean = () => true,
): Promise<DocumentRead> {
  const find = () => server.readings.findLast(one => one.uri === uri && fits(one))
  let found = find()
  while (!found) {
    await once(server.arrivals, 'read')
    found = find()
  }
  return found
}
