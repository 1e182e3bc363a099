import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import oniguruma from 'vscode-oniguruma'
import textmate from 'vscode-textmate'

/** A stretch of one line and its scopes, outermost first; UTF-16 units, end exclusive. */
export type Token = { readonly start: number; readonly end: number; readonly scopes: readonly string[] }

/** Reads the lines of one document, in order, to their tokens; nothing is kept between two calls. */
export type Tokenizer = (lines: readonly string[]) => readonly (readonly Token[])[]

/** The repository's root, from wherever the bundled test stands. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)))

export const grammarPath = join(root, 'syntaxes', 'smtp.tmLanguage.json')

export const injectionPath = join(root, 'syntaxes', 'markdown.smtp.injection.tmLanguage.json')

const markdown = 'text.html.markdown'

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('no package.json above the test')
  return findRoot(parent)
}

let engine: Promise<void> | undefined

/** Oniguruma compiles to WebAssembly once for all tests of a process. */
async function loadEngine(): Promise<void> {
  const require = createRequire(import.meta.url)
  engine ??= oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
  await engine
}

/** The first complaint of Oniguruma about a regular expression, or undefined. */
export async function complaintAbout(pattern: string): Promise<string | undefined> {
  await loadEngine()
  try {
    oniguruma.createOnigScanner([pattern]).dispose()
    return undefined
  } catch (error) {
    return String(error)
  }
}

/** A tokenizer with the editor's own engine; `source` is the grammar as JSON text. Throws if it cannot be read. */
export function loadTokenizer(source: string): Promise<Tokenizer> {
  return tokenizerFor('source.smtp', new Map([['source.smtp', source]]))
}

/** A tokenizer for Markdown with transcripts in it; `host` is a grammar for text.html.markdown as JSON text. */
export function loadMarkdownTokenizer(host: string): Promise<Tokenizer> {
  const grammars = [
    [markdown, host],
    ['source.smtp', readFileSync(grammarPath, 'utf8')],
    ['markdown.smtp.codeblock', readFileSync(injectionPath, 'utf8')],
  ] as const
  return tokenizerFor(markdown, new Map(grammars))
}

/** `grammars` holds JSON texts by their scopes; a scope that is not there is left plain, as in the editor. */
async function tokenizerFor(scope: string, grammars: ReadonlyMap<string, string>): Promise<Tokenizer> {
  await loadEngine()
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => oniguruma.createOnigScanner(patterns),
      createOnigString: text => oniguruma.createOnigString(text),
    }),
    loadGrammar: async wanted => {
      const source = grammars.get(wanted)
      return source === undefined ? null : textmate.parseRawGrammar(source, `${wanted}.json`)
    },
    getInjections: host => (host === markdown ? ['markdown.smtp.codeblock'] : undefined),
  })
  const grammar = await registry.loadGrammar(scope)
  if (!grammar) throw new Error(`${scope} could not be loaded`)
  return lines => {
    let state = textmate.INITIAL
    return lines.map(line => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
      state = ruleStack
      return joinEqual(
        tokens.map(token => ({
          start: token.startIndex,
          end: Math.min(token.endIndex, line.length),
          scopes: token.scopes,
        })),
      )
    })
  }
}

/** Neighbours with the same scopes look like one token, so they are one. */
function joinEqual(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last && last.scopes.join(' ') === token.scopes.join(' ')) {
      joined[joined.length - 1] = { ...last, end: token.end }
    } else {
      joined.push(token)
    }
  }
  return joined
}
