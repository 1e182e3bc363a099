import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'

/** An import as it stands in a file; `what` is a path from the root for our own files, else the name of a package. */
interface Import {
  readonly from: string
  readonly what: string
  readonly isTypeOnly: boolean
}

const importForms =
  /^\s*(?:import|export)\s+(type\s)?[^'";`]*?\bfrom\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm

/** Every import and re-export in a source text, also those of types, which a bundler would not see. */
function importsIn(from: string, source: string): readonly Import[] {
  return [...source.matchAll(importForms)].map(match => {
    const name = match[2] ?? match[3] ?? match[4] ?? ''
    const what = name.startsWith('.') ? posix.join(posix.dirname(from), name) : name
    return { from, what, isTypeOnly: match[1] !== undefined }
  })
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:ts|mjs)$/.test(name))
    .map(name => posix.join(folder, name.replaceAll(sep, '/')))
}

const files = [...filesIn('server'), ...filesIn('client')]
const imports = files.flatMap(file => importsIn(file, readFileSync(file, 'utf8')))

/** Texts in the language of the reader; every room may ask for them. */
const l10n = '@vscode/l10n'

const facts = ['server/protocol/']
const text = [...facts, 'server/transcript/']
const judgement = [...text, 'server/rules/']
const explanation = [...judgement, 'server/features/']

/** Which room may know which (docs/architecture.md). What ends with a slash stands for all that begins so. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'server/protocol/': [...facts, l10n],
  'server/transcript/': [...text, l10n],
  'server/rules/': [...judgement, l10n],
  'server/features/': [...explanation, l10n, 'vscode-languageserver-types'],
  'server/lsp/': [...explanation, l10n, 'server/lsp/', 'vscode-languageserver'],
  'server/cli/': [...explanation, l10n, 'server/cli/', 'node:'],
  'server/main.node.ts': ['server/lsp/server.ts', 'vscode-languageserver/', 'node:'],
  'server/main.web.ts': ['server/lsp/server.ts', 'vscode-languageserver/', 'l10n/'],
  'server/main.cli.ts': ['server/cli/', 'package.json', 'node:'],
  'client/': [
    l10n,
    'client/',
    'server/lsp/messages.ts',
    'server/features/language.ts',
    'vscode',
    'vscode-languageclient',
    'vscode-languageclient/',
  ],
}

function isIn(place: string, name: string): boolean {
  return place.endsWith('/') || place.endsWith(':') ? name.startsWith(place) : name === place
}

function told({ from, what }: Import): string {
  return `${from} imports ${what}`
}

/** The imports that no wall has a door for. */
function breachesOf(list: readonly Import[]): readonly string[] {
  return list
    .filter(({ from, what }) => {
      const room = Object.keys(rooms).find(place => isIn(place, from))
      const doors = room === undefined ? [] : (rooms[room] ?? [])
      return !doors.some(door => isIn(door, what))
    })
    .map(told)
}

/** The files that `registry`, a file or a folder, gathers. */
function registered(registry: string, folder: string): ReadonlySet<string> {
  const gathered = imports.filter(({ from, what, isTypeOnly }) => {
    return isIn(registry, from) && what.startsWith(folder) && !isTypeOnly
  })
  return new Set(gathered.map(({ what }) => what))
}

/** Imports of one of `peers` by anything in `folder` but by those that gather them. */
function sidewaysImports(
  peers: ReadonlySet<string>,
  folder: string,
  gatherers: readonly string[],
): readonly string[] {
  return imports
    .filter(
      ({ from, what }) =>
        from.startsWith(folder) && peers.has(what) && !gatherers.some(gatherer => isIn(gatherer, from)),
    )
    .map(told)
}

describe('the rooms of the house', () => {
  it('are known, and every file stands in one', () => {
    assert.ok(imports.length > 100)
    for (const room of Object.keys(rooms)) {
      assert.ok(
        files.some(file => isIn(room, file)),
        room,
      )
    }
  })

  it('know only what the architecture lets them know', () => {
    assert.deepEqual(breachesOf(imports), [])
  })

  it('have walls: each of these imports would be a breach', () => {
    const wrong = [
      importsIn('server/protocol/judge.ts', "import { x } from '../transcript/session.ts'"),
      importsIn('server/protocol/judge.ts', "import { readFileSync } from 'node:fs'"),
      importsIn('server/transcript/lines.ts', "import type { Rule } from '../rules/rule.ts'"),
      importsIn('server/rules/rule.ts', "import { Range } from 'vscode-languageserver-types'"),
      importsIn('server/features/hover.ts', "import {\n  type Hover,\n} from 'vscode-languageserver'"),
      importsIn('server/features/hover.ts', "export { x } from '../lsp/messages.ts'"),
      importsIn('server/lsp/server.ts', "import 'node:fs'"),
      importsIn('server/cli/run.ts', "const x = await import('../lsp/server.ts')"),
      importsIn('client/extension.ts', "import { rules } from '../server/rules/registry.ts'"),
      importsIn('client/extension.ts', "import { x } from 'vscode-languageserver-types'"),
    ].flat()
    assert.equal(wrong.length, 10)
    assert.deepEqual(breachesOf(wrong), wrong.map(told))
  })
})

describe('nothing knows its neighbour', () => {
  it('no dialect another: only the registry and the detection know them', () => {
    const folder = 'server/transcript/dialects/'
    const registry = `${folder}registry.ts`
    const dialects = registered(registry, folder)
    assert.ok(dialects.size >= 3)
    assert.deepEqual(
      sidewaysImports(dialects, 'server/', [registry, 'server/transcript/detectDialect.ts']),
      [],
    )
  })

  it('no rule another: only the registry knows them', () => {
    const registry = 'server/rules/registry/'
    const rules = registered(registry, 'server/rules/')
    assert.ok(rules.size >= 20)
    assert.deepEqual(sidewaysImports(rules, 'server/', [registry]), [])
    const inFamilies = files.filter(file =>
      /^server\/rules\/(?!registry\/|evidence\/|repair\/)[^/]+\//.test(file),
    )
    assert.deepEqual(
      inFamilies.filter(file => !rules.has(file)),
      [],
      'a file in a family is a rule; what rules share stands in evidence/ and repair/',
    )
  })

  it('what rules ask knows nothing of how a transcript is repaired', () => {
    const [evidence, repair] = ['server/rules/evidence/', 'server/rules/repair/']
    assert.ok(files.some(file => isIn(repair, file)))
    const breaches = imports.filter(({ from, what }) => isIn(evidence, from) && isIn(repair, what))
    assert.deepEqual(breaches.map(told), [])
  })

  it('and neither knows who asks: of the rules only what a rule is', () => {
    const rooms = ['server/rules/evidence/', 'server/rules/repair/']
    const breaches = imports.filter(({ from, what }) => {
      const isShared = rooms.some(room => isIn(room, from)) && what.startsWith('server/rules/')
      return isShared && what !== 'server/rules/rule.ts' && !rooms.some(room => isIn(room, what))
    })
    assert.deepEqual(breaches.map(told), [])
  })

  // What an editor or the terminal asks for is a feature. The others are shared by features: texts (article, its headings
  // and columns, and the articles about one thing each), the explanation of a reply (explainReply with what it is made
  // of), words (faultText, language), conversions (ranges, fixData) and edits (workspaceEdits, lineOrigins). What a feature
  // hands to another goes through a type: data of a diagnostic.
  const shared = new Set(
    [
      ...['article', 'headings', 'columns', 'markdown', 'commandLink', 'faultText', 'language'],
      ...['replyCodeArticle', 'decidingQuestion', 'commandArticle', 'extensionArticle', 'parameterArticle'],
      ...['mechanismArticle', 'limitItems', 'typingErrors'],
      ...['tokenLegend', 'dialogueTokens', 'contentTokens', 'durationText', 'sessionNames', 'stateText'],
      ...['explainReply', 'explanation', 'explain450', 'explain503', 'conditions503', 'challengeText'],
      ...['replyPlace', 'ranges', 'fixData', 'outcomes', 'outcomeText', 'switchOff'],
      ...['workspaceEdits', 'lineOrigins'],
    ].map(name => `server/features/${name}.ts`),
  )
  const hovers = 'server/features/hovers/'
  const refactorings = 'server/features/refactorings/'
  // What features that lead through a transcript share: places, parts and names.
  const navigation = 'server/features/navigation/'
  const completions = 'server/features/completions/'
  const features = new Set(
    files.filter(file => {
      const isApart =
        [hovers, refactorings, navigation, completions].some(room => file.startsWith(room)) ||
        shared.has(file)
      return file.startsWith('server/features/') && !isApart
    }),
  )

  it('no feature another, but for types', () => {
    assert.ok(features.size >= 6)
    const sideways = imports.filter(({ from, what, isTypeOnly }) => {
      return from.startsWith('server/features/') && features.has(what) && !isTypeOnly
    })
    assert.deepEqual(sideways.map(told), [])
  })

  it('no kind of hover another: only the hover knows them, and what they share is theirs', () => {
    const kinds = registered('server/features/hover.ts', hovers)
    const wordsHovers = new Set([...kinds].filter(file => file.endsWith('Hover.ts')))
    assert.ok(wordsHovers.size >= 6)
    assert.deepEqual(sidewaysImports(wordsHovers, 'server/', ['server/features/hover.ts']), [])
    const fromOutside = imports.filter(
      ({ from, what }) =>
        what.startsWith(hovers) && !from.startsWith(hovers) && from !== 'server/features/hover.ts',
    )
    assert.deepEqual(fromOutside.map(told), [])
  })

  it('no refactoring another: only the list of them knows them, and what they share is theirs', () => {
    const gathered = registered('server/features/refactorings.ts', refactorings)
    const kinds = new Set([...gathered].filter(file => file !== `${refactorings}refactoring.ts`))
    assert.ok(kinds.size >= 4)
    assert.deepEqual(sidewaysImports(kinds, 'server/', ['server/features/refactorings.ts']), [])
  })

  it('what is typed at a cursor is known to completion and signature help alone', () => {
    const doors = ['server/features/completion.ts', 'server/features/signatureHelp.ts']
    const fromOutside = imports.filter(
      ({ from, what }) => isIn(completions, what) && !isIn(completions, from) && !doors.includes(from),
    )
    assert.deepEqual(fromOutside.map(told), [])
  })

  it('and what features share exists', () => {
    assert.deepEqual(
      [...shared].filter(file => !files.includes(file)),
      [],
    )
  })
})

describe('a file', () => {
  it('of the server, the client or the scripts has at most 400 lines', () => {
    const long = [...files, ...filesIn('scripts')].filter(
      file => readFileSync(file, 'utf8').split('\n').length > 401,
    )
    assert.deepEqual(long, [])
  })
})
