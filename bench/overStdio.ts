// The real server as an editor uses it: a process, messages over its standard streams.
import { EventEmitter, once } from 'node:events'
import { DiagnosticRefreshRequest } from 'vscode-languageserver-protocol/node'
import { change, open, pulling, report, startServer, stopServer } from '../test/lsp/languageServer.ts'
import { timeOf } from './measure.ts'

const uri = 'file:///bench.smtp'

/** What opening a text costs, in milliseconds. */
export interface OpeningTimes {
  /** Until the first diagnostics, which are those of the lines in view. */
  readonly first: number
  /** Until all are there. */
  readonly all: number
}

/** Opens a text as an editor does that shows its first lines, and asks again when the server says so. */
export async function openingTimes(text: string): Promise<OpeningTimes> {
  const arrivals = new EventEmitter()
  const server = await startServer({
    capabilities: { ...pulling, workspace: { diagnostics: { refreshSupport: true } } },
    listen: connection =>
      connection.onRequest(DiagnosticRefreshRequest.type, () => void arrivals.emit('refresh')),
  })
  // A server that has been in use for a while, as it is when somebody opens a second file.
  const ready = once(arrivals, 'refresh')
  await open(server, 'file:///other.smtp', text.slice(0, 300_000))
  await report(server, 'file:///other.smtp')
  await ready
  const start = performance.now()
  const refresh = once(arrivals, 'refresh')
  await open(server, uri, text)
  const found = await report(server, uri)
  if (found.kind !== 'full' || found.items.length === 0) throw new Error('There are no first diagnostics.')
  const first = performance.now() - start
  await refresh
  await report(server, uri)
  const all = performance.now() - start
  await stopServer(server)
  return { first, all }
}

/** What edits of an open text cost until its diagnostics are there, in milliseconds. */
export interface EditTimes {
  readonly keystroke: number
  /** One notification with a thousand edits. */
  readonly thousand: number
}

/** One character typed and taken back at places all over the text; then a thousand edits at once. */
export async function editTimes(text: string): Promise<EditTimes> {
  const server = await startServer({ capabilities: pulling })
  await open(server, uri, text)
  let { resultId } = await report(server, uri)
  const lines = text.split('\n')
  let version = 1
  async function edit(edits: Parameters<typeof change>[3]): Promise<void> {
    version += 1
    await change(server, uri, version, edits)
    resultId = (await report(server, uri, resultId)).resultId
  }
  const at = (line: number, end: number, newText: string) => ({
    range: { start: { line, character: 3 }, end: { line, character: end } },
    text: newText,
  })
  let turn = 0
  const keystroke = await timeOf(async () => {
    const line = Math.floor((lines.length - 1) * ((turn % 10) / 10))
    turn += 1
    await edit([at(line, 3, 'x')])
    await edit([at(line, 4, '')])
  }, 21)
  const places = Array.from({ length: 1000 }, (_, index) => Math.floor((lines.length * index) / 1000))
  const thousand = await timeOf(async () => {
    await edit(places.map(line => at(line, 3, 'x')))
    await edit(places.map(line => at(line, 4, '')))
  }, 3)
  await stopServer(server)
  return { keystroke: keystroke / 2, thousand: thousand / 2 }
}
