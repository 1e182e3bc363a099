// Bundles the extension, the language server, the command line and, on request, the tests.
//   node scripts/build.mjs [--watch] [--production] [--tests]
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const flags = new Set(process.argv.slice(2))
const production = flags.has('--production')

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  sourcemap: !production,
  minify: production,
  logLevel: 'warning',
  target: 'es2022',
  // Some of the Language Server Protocol packages ship UMD for "main"; the ES module builds bundle smaller.
  mainFields: ['module', 'main'],
}

/** @type {esbuild.BuildOptions} */
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  alias: {
    // Its main file is CommonJS, of which each module that imports it would make a copy at start. The one for browsers, which
    // the web takes by itself, is an ES module; it cannot read a bundle of texts from a file, and is never asked to.
    '@vscode/l10n': './node_modules/@vscode/l10n/dist/browser.js',
    // vscode-languageserver brings a copy of its own.
    'vscode-languageserver-types': './node_modules/vscode-languageserver-types/lib/esm/main.js',
  },
}

/** @type {esbuild.BuildOptions} */
const web = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] }

/** @type {esbuild.BuildOptions[]} */
const product = [
  { ...node, entryPoints: ['client/main.node.ts'], outfile: 'dist/client.node.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/main.node.ts'], outfile: 'dist/server.node.js' },
  {
    ...web,
    entryPoints: ['client/main.web.ts'],
    outfile: 'dist/client.web.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...web, entryPoints: ['server/main.web.ts'], outfile: 'dist/server.web.js', format: 'iife' },
  {
    ...node,
    entryPoints: ['server/main.cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
]

/** Every `*.test.ts` becomes a module of its own; what they share is split off, so that a class exists once. */
function tests() {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .map(name => join('test', name))
  /** @type {esbuild.BuildOptions} */
  const options = {
    ...shared,
    entryPoints: [...files, 'test/oracle/report.ts', 'test/compare/record.ts'],
    outdir: 'out',
    outbase: '.',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    packages: 'external',
    sourcemap: true,
    minify: false,
    outExtension: { '.js': '.mjs' },
  }
  return options
}

if (production) rmSync(join(root, 'dist'), { recursive: true, force: true })
if (flags.has('--tests')) rmSync(join(root, 'out'), { recursive: true, force: true })
const wanted = flags.has('--tests') ? [...product, tests()] : product

if (flags.has('--watch')) {
  const contexts = await Promise.all(wanted.map(options => esbuild.context({ ...options, logLevel: 'info' })))
  await Promise.all(contexts.map(context => context.watch()))
} else {
  await Promise.all(wanted.map(options => esbuild.build(options)))
}
