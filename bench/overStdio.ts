// The real server as an editor uses it: a process, messages over its standard streams.
import {
  change,
  diagnosticsOf,
  open,
  pulling,
  report,
  startServer,
  stopServer,
} from '../test/lsp/languageServer.ts'
import { timeOf } from './measure.ts'

const uri = 'file:///bench.smtp'

/** Milliseconds from opening a text to its first diagnostics. */
export async function openingTime(text: string): Promise<number> {
  const server = await startServer({ capabilities: pulling })
  // A server that has been in use for a while, as it is when somebody opens a second file.
  await open(server, 'file:///other.smtp', text.slice(0, 200_000))
  await diagnosticsOf(server, 'file:///other.smtp')
  const start = performance.now()
  await open(server, uri, text)
  await report(server, uri)
  const time = performance.now() - start
  await stopServer(server)
  return time
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
