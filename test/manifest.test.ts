import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver-types'
import koreanBundle from '../l10n/bundle.l10n.ko.json' with { type: 'json' }
import manifest from '../package.json' with { type: 'json' }
import english from '../package.nls.json' with { type: 'json' }
import korean from '../package.nls.ko.json' with { type: 'json' }
import { tokenModifiers, tokenTypes } from '../server/features/tokenLegend.ts'
import type { Rule } from '../server/rules/rule.ts'
import { expectFile } from './expectFile.ts'
import { ruleTextPrefix, ruleTexts, settingsSchema } from './rules/settingsSchema.ts'

const readme = readFileSync('README.md', 'utf8')
const { contributes } = manifest
const languageClient = JSON.parse(
  readFileSync(join('node_modules', 'vscode-languageclient', 'package.json'), 'utf8'),
) as { readonly engines: { readonly vscode: string } }

/** The commands that the client registers, by their ids; names of constants stand for what the messages say. */
function registeredCommands(): readonly string[] {
  const constants = new Map(
    [...readFileSync(join('server', 'lsp', 'messages.ts'), 'utf8').matchAll(/const (\w+) = '([^']+)'/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
  const sources = readdirSync('client').map(name => readFileSync(join('client', name), 'utf8'))
  return sources
    .flatMap(source => [...source.matchAll(/registerCommand\(\s*(?:'([^']+)'|(\w+))/g)])
    .map(([, id, constant = '']) => id ?? constants.get(constant) ?? constant)
}

type Texts = Readonly<Record<string, string>>

/** Each `%key%` in the manifest, by its key. */
function keysIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [...value.matchAll(/^%([^%]+)%$/g)].map(([, key = '']) => key)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysIn) : []
}

/** A value of the manifest as a person sees it: a key is replaced by its English text. */
function shown(value: string): string {
  const texts: Texts = english
  return value.replace(/^%([^%]+)%$/, (_, key: string) => texts[key] ?? '')
}

/** The descriptions of settings, however deep they stand. */
function descriptionsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    /descriptions?$/i.test(name) ? [inner].flat().map(String) : descriptionsIn(inner),
  )
}

/** Compares the generated texts in one of the files with those that the rules give; all others are kept as they are. */
function expectTexts(path: string, texts: Texts, generated: Texts): void {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith(ruleTextPrefix))
  const current = { ...Object.fromEntries(others), ...generated }
  expectFile(path, `${JSON.stringify(current, null, 2)}\n`)
}

function koreanTitle({ title }: Rule): string {
  const texts: Texts = koreanBundle
  return texts[title] ?? title
}

function lines(pattern: RegExp): readonly string[] {
  return [...readme.matchAll(pattern)].map(([, found = '']) => found)
}

describe('the manifest', () => {
  it('declares just the commands that the client registers, all of them SMTP', () => {
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).sort(),
      [...registeredCommands()].sort(),
    )
    for (const { command, title, category } of contributes.commands) {
      assert.match(command, /^smtp\.[a-z][A-Za-z]+$/)
      assert.equal(shown(category), 'SMTP')
      assert.match(shown(title), /^[A-Z]/)
    }
  })

  it('offers what needs a transcript only for one, and to make one of a text only for others', () => {
    const { commandPalette, ...menus } = contributes.menus
    const conditions = new Map(commandPalette.map(({ command, when }) => [command, when]))
    assert.equal(conditions.get('smtp.chooseDialect'), 'editorLangId == smtp')
    assert.equal(conditions.get('smtp.convertTranscript'), 'editorLangId == smtp')
    assert.equal(conditions.get('smtp.readAsTranscript'), 'editorLangId && editorLangId != smtp')
    const commands = contributes.commands.map(({ command }) => command)
    for (const { command, when } of [...commandPalette, ...Object.values(menus).flat()]) {
      assert.ok(commands.includes(command), command)
      if (command !== 'smtp.checkWorkspace') assert.ok(when.includes('editorLangId'), command)
    }
  })

  it('has its settings under smtp., each with a default and a description', () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      assert.match(name, /^smtp\./)
      assert.ok('default' in setting, name)
      assert.ok('markdownDescription' in setting || 'description' in setting, name)
    }
  })

  it('declares the settings of the rules, each rule by its id', () => {
    const { configuration } = contributes
    const properties = { ...settingsSchema(), ...configuration.properties, ...settingsSchema() }
    const current = {
      ...manifest,
      contributes: { ...contributes, configuration: { ...configuration, properties } },
    }
    expectFile('package.json', `${JSON.stringify(current, null, 2)}\n`)
  })

  it('tells of each rule in both languages', () => {
    const inEnglish = ruleTexts({
      title: ({ title }) => title,
      strictOnly: 'strict profile only',
      together: (title, where) => `${title} (${where}).`,
    })
    const inKorean = ruleTexts({
      title: koreanTitle,
      strictOnly: 'strict 프로필에서만',
      together: (title, where) => `${title} (${where})`,
    })
    expectTexts('package.nls.json', english, inEnglish)
    expectTexts('package.nls.ko.json', korean, inKorean)
  })

  it('has a text in both languages for every key, and no other', () => {
    const keys = [...new Set(keysIn(manifest))].sort()
    assert.ok(keys.length > 100)
    assert.deepEqual(Object.keys(english).sort(), keys)
    assert.deepEqual(Object.keys(korean).sort(), keys)
  })

  it('has Korean that is Korean, but for names', () => {
    const names = new Set(['SMTP', 'SMTP Transcript', 'RCPT TO:<> (error)'])
    for (const [key, text] of Object.entries(korean)) {
      if (!names.has(text)) assert.match(text, /\p{Script=Hangul}/u, key)
    }
  })

  it('has no text for people outside of these files, but for names', () => {
    const { commands, configuration, semanticTokenTypes, semanticTokenModifiers } = contributes
    const told = [
      ...[...semanticTokenTypes, ...semanticTokenModifiers].map(({ description }) => description),
      manifest.description,
      ...commands.flatMap(({ title, category }) => [title, category]),
      configuration.title,
      ...descriptionsIn(configuration.properties),
    ]
    assert.deepEqual(
      told.filter(text => !/^%[\w.-]+%$/.test(text)),
      [],
    )
  })

  it('tells where the translations of what is made at run time stand', () => {
    assert.ok(existsSync(join(manifest.l10n, 'bundle.l10n.ko.json')))
  })

  it('declares the tokens that themes do not know, and says what they look like', () => {
    const standard = new Set<string>([
      ...Object.values(SemanticTokenTypes),
      ...Object.values(SemanticTokenModifiers),
    ])
    const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = contributes
    assert.deepEqual(
      semanticTokenTypes.map(({ id }) => id),
      tokenTypes.filter(type => !standard.has(type)),
    )
    assert.deepEqual(
      semanticTokenModifiers.map(({ id }) => id),
      tokenModifiers.filter(modifier => !standard.has(modifier)),
    )
    const styled = semanticTokenScopes.flatMap(({ scopes }) => Object.keys(scopes))
    for (const { id } of semanticTokenTypes) assert.ok(styled.includes(id), id)
    for (const name of styled) {
      const [type = '', ...modifiers] = name.split('.')
      assert.ok(
        tokenTypes.some(one => one === type) &&
          modifiers.every(one => tokenModifiers.some(other => other === one)),
        name,
      )
    }
  })

  it('names the language and its files as the contract does', () => {
    const [language, ...others] = contributes.languages
    assert.deepEqual(others, [])
    assert.equal(language?.id, 'smtp')
    assert.deepEqual(language.extensions, ['.smtp', '.esmtp', '.lmtp'])
    assert.equal(language.configuration, './syntaxes/language-configuration.json')
    assert.equal(manifest.name, 'smtp-transcript')
    assert.equal(manifest.displayName, 'SMTP Transcript')
    assert.deepEqual(Object.keys(manifest.bin), ['smtp-transcript'])
  })

  it('declares only files that are there', () => {
    const declared = [
      manifest.main,
      ...('browser' in manifest ? [String(manifest.browser)] : []),
      ...Object.values(manifest.bin),
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image)),
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
    ]
    assert.deepEqual(
      declared.filter(file => !existsSync(file)),
      [],
    )
  })

  it('wants the version of VS Code whose types it is written against, and that its language client needs', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`)
    assert.equal(manifest.engines.vscode, languageClient.engines.vscode)
  })

  it('leaves the activation events to VS Code, which knows them from the rest', () => {
    assert.deepEqual('activationEvents' in manifest ? manifest.activationEvents : [], [])
  })

  it('works in folders that are not trusted and not on a disk, beside the files', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true)
    assert.equal(manifest.capabilities.virtualWorkspaces, true)
    assert.deepEqual(manifest.extensionKind.slice(0, 1), ['workspace'])
  })

  it('has a file for every script that it starts', () => {
    const started = Object.values(manifest.scripts).flatMap(script => {
      const [, file] = /^node (\S+)/.exec(script) ?? []
      return file === undefined ? [] : [file]
    })
    assert.ok(started.length > 5)
    assert.deepEqual(
      started.filter(file => !existsSync(file)),
      [],
    )
  })
})

describe('the README', () => {
  it('names only scripts that the manifest has', () => {
    const named = [...lines(/\bnpm run ([a-z-]+)/g), ...lines(/\bnpm (start|test)\b/g)]
    assert.ok(named.includes('start') && named.includes('test') && named.includes('package'))
    assert.deepEqual(
      named.filter(name => !(name in manifest.scripts)),
      [],
    )
  })

  it('names the package as npm run package makes it', () => {
    for (const name of lines(/\b(smtp-transcript-[\d.]+\.vsix)\b/g)) {
      assert.equal(name, `${manifest.name}-${manifest.version}.vsix`)
    }
  })

  it('tells of every command, and of no other', () => {
    const titles = contributes.commands.map(({ category, title }) => `${shown(category)}: ${shown(title)}`)
    assert.deepEqual([...new Set(lines(/`(SMTP: [^`]+)`/g))].sort(), titles.sort())
  })

  it('links to files that are there', () => {
    const links = lines(/\]\((?!https?:)([^)#]+)\)/g)
    assert.deepEqual(
      links.filter(file => !existsSync(file)),
      [],
    )
  })

  it('wants the Node that the manifest wants', () => {
    const [, version = ''] = /^>=(.+)$/.exec(manifest.engines.node) ?? []
    assert.ok(readme.includes(`Node.js ${version}`))
  })
})
