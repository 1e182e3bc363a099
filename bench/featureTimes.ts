// How long each feature of the editor takes on a long file, through the real server over its standard streams.
import { open, pulling, report, startServer, stopServer } from '../test/lsp/languageServer.ts'

const uri = 'file:///bench.smtp'
const textDocument = { uri }

/** What a feature took, in milliseconds: asked for the first time, and then in the middle and at most. */
export interface FeatureTime {
  readonly first: number
  readonly median: number
  readonly most: number
}

interface Place {
  readonly line: number
  readonly character: number
}

/** What is asked for at a place; every request has to be one that an editor sends. */
type Ask = (place: Place) => { readonly method: string; readonly params: object }

const lines = ({ line }: Place, count: number) => ({
  start: { line, character: 0 },
  end: { line: line + count, character: 0 },
})
const at =
  (method: string, more: object = {}): Ask =>
  position => ({ method, params: { textDocument, position, ...more } })
const on =
  (method: string, count: number, more: object = {}): Ask =>
  place => ({ method, params: { textDocument, range: lines(place, count), ...more } })
const ofAll =
  (method: string, more: object = { textDocument }): Ask =>
  () => ({ method, params: more })

const features: readonly (readonly [string, Ask])[] = [
  ['hover', at('textDocument/hover')],
  ['completion', at('textDocument/completion')],
  ['signature help', at('textDocument/signatureHelp')],
  ['highlights', at('textDocument/documentHighlight')],
  ['definition', at('textDocument/definition')],
  ['references', at('textDocument/references', { context: { includeDeclaration: true } })],
  ['rename', at('textDocument/rename', { newName: 'somebody.else@example.org' })],
  [
    'selection',
    place => ({ method: 'textDocument/selectionRange', params: { textDocument, positions: [place] } }),
  ],
  ['code actions', on('textDocument/codeAction', 0, { context: { diagnostics: [] } })],
  ['tokens in view', on('textDocument/semanticTokens/range', 60)],
  ['hints in view', on('textDocument/inlayHint', 60)],
  ['format in view', on('textDocument/rangeFormatting', 60, { options: { tabSize: 2, insertSpaces: true } })],
  ['folding', ofAll('textDocument/foldingRange')],
  ['links', ofAll('textDocument/documentLink')],
  ['code lenses', ofAll('textDocument/codeLens')],
  ['outline', ofAll('textDocument/documentSymbol')],
  ['symbols', ofAll('workspace/symbol', { query: 'mx' })],
]

/** Asks for each feature at places all over a text that is open and checked. */
export async function featureTimes(text: string): Promise<ReadonlyMap<string, FeatureTime>> {
  const server = await startServer({ capabilities: pulling })
  await open(server, uri, text)
  await report(server, uri)
  const recipients = text.split('\n').flatMap((line, at) => {
    const character = line.startsWith('C: RCPT TO:<') ? 14 : -1
    return character < 0 ? [] : [{ line: at, character }]
  })
  const places = Array.from(
    { length: 11 },
    (_, turn) => recipients[Math.floor((recipients.length - 1) * (turn / 11))],
  )
  const times = new Map<string, FeatureTime>()
  for (const [name, ask] of features) {
    const taken: number[] = []
    for (const place of places) {
      if (!place) continue
      const { method, params } = ask(place)
      const start = performance.now()
      await server.connection.sendRequest(method, params)
      taken.push(performance.now() - start)
    }
    const [first = Number.NaN, ...later] = taken
    const sorted = later.toSorted((a, b) => a - b)
    times.set(name, { first, median: sorted[sorted.length >> 1] ?? first, most: sorted.at(-1) ?? first })
  }
  await stopServer(server)
  return times
}
