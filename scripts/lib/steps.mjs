// The steps that `npm test` and `npm run verify` are made of.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { installEditor } from './editor.mjs'
import { installPackages } from './install.mjs'
import { alone } from './lock.mjs'
import { end, launch, run } from './processes.mjs'
import { inCheckout } from './root.mjs'
import { installWebEditor } from './web-editor.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A step without tests of its own counts only when it fails.
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} [needed] whether nothing that follows makes sense when it fails
 * @property {() => Promise<Counts>} run
 */

/** @type {Counts} */
const nothing = { passed: 0, failed: 0, skipped: 0 }
const oneFailure = { ...nothing, failed: 1 }

/** How long mocha may need to end after its last test, in milliseconds. */
const PARTING = 10_000

/**
 * Runs a program of Node's with the checkout as its folder.
 * @param {string[]} args the script and its arguments
 * @returns {Promise<Counts>}
 */
async function node(...args) {
  return (await run(process.execPath, args, { cwd: inCheckout() })) === 0 ? nothing : oneFailure
}

/** @param {string[]} parts */
const tool = (...parts) => inCheckout('node_modules', ...parts)

/** @returns {{ unit: string[], endToEnd: string[] }} the bundled test modules */
function testModules() {
  const folder = inCheckout('out', 'test')
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.mjs'))
    .sort()
  const isEndToEnd = (/** @type {string} */ name) => /^e2e[/\\]/.test(name)
  const paths = (/** @type {string[]} */ names) => names.map(name => join(folder, name))
  return {
    unit: paths(modules.filter(name => !isEndToEnd(name))),
    endToEnd: paths(modules.filter(isEndToEnd)),
  }
}

/**
 * @param {import('./run-mocha.mjs').Order} order
 * @returns {Promise<Counts>}
 */
async function mocha(order) {
  const child = launch(
    process.execPath,
    [inCheckout('scripts', 'lib', 'run-mocha.mjs'), JSON.stringify(order)],
    {
      cwd: inCheckout(),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  const exited = new Promise(resolve => child.once('exit', resolve))
  /** @type {Counts | undefined} */
  const counts = await Promise.race([
    new Promise(resolve => child.once('message', resolve)),
    exited.then(() => undefined),
  ])
  if (counts === undefined) {
    console.error('Mocha ended before it had run the tests.')
    return oneFailure
  }
  let overdue
  const late = new Promise(resolve => {
    overdue = setTimeout(() => resolve('late'), PARTING)
  })
  const leftovers = (await Promise.race([exited, late])) === 'late'
  clearTimeout(overdue)
  await end(child)
  if (!leftovers) return counts
  console.error('The tests are over, but something that they started was still running.')
  return { ...counts, failed: counts.failed + 1 }
}

/** @type {Step} */
export const install = {
  name: 'Packages',
  needed: true,
  run: async () => {
    await alone(installPackages)
    return nothing
  },
}

/** @type {Step} */
export const types = {
  name: 'Types',
  needed: true,
  run: () => node(tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'),
}

/** @type {Step} */
export const lint = {
  name: 'Format and lint',
  needed: true,
  run: () => {
    // "biome ci" colours its output even where nobody can see colours.
    const colours = process.stdout.isTTY ? [] : ['--colors=off']
    const strict = ['--error-on-warnings', '--diagnostic-level=warn']
    return node(tool('@biomejs', 'biome', 'bin', 'biome'), 'ci', ...strict, ...colours, '.')
  },
}

/** @type {Step} */
export const build = {
  name: 'Build',
  needed: true,
  run: () => alone(() => node(inCheckout('scripts', 'build.mjs'), '--tests')),
}

/**
 * @param {string} [grep] only the tests whose name contains this
 * @returns {Step}
 */
export const unit = grep => ({
  name: 'Unit and language server tests',
  run: () => mocha({ files: testModules().unit, timeout: 20_000, grep }),
})

/**
 * @param {string} [grep] only the tests whose name contains this
 * @returns {Step}
 */
export const endToEnd = grep => ({
  name: 'End-to-end tests in VS Code',
  run: async () => {
    const order = { files: testModules().endToEnd, timeout: 180_000, grep }
    if (findBrowser() !== undefined) {
      await installEditor()
      await installWebEditor()
      return mocha(order)
    }
    const all = await mocha({ ...order, countOnly: true })
    const skipped = { ...nothing, skipped: all.passed + all.skipped }
    if (process.env['CI'] !== 'true') {
      console.log('No Chromium or Chrome was found, so the end-to-end tests are skipped.')
      return skipped
    }
    console.error('No Chromium or Chrome was found, which is a failure where CI=true.')
    return { ...skipped, failed: 1 }
  },
})

/**
 * Runs steps in order and prints the sum of what they counted.
 * @param {Step[]} steps
 * @returns {Promise<number>} the exit status
 */
export async function runSteps(steps) {
  const sum = { ...nothing }
  for (const step of steps) {
    console.log(`\n== ${step.name}`)
    const counts = await step.run().catch(error => {
      console.error(error instanceof Error ? error.message : error)
      return oneFailure
    })
    sum.passed += counts.passed
    sum.failed += counts.failed
    sum.skipped += counts.skipped
    if (step.needed && counts.failed > 0) break
  }
  console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
  return sum.failed === 0 ? 0 : 1
}
