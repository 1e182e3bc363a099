// npm run package: the extension as one file that any VS Code installs.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { main } from './lib/entry.mjs'
import { installPackages } from './lib/install.mjs'
import { alone } from './lib/lock.mjs'
import { run } from './lib/processes.mjs'
import { fromUser, inCheckout } from './lib/root.mjs'

const help = `Builds SMTP Transcript for production and packs it into a .vsix.

  npm run package                     into smtp-transcript-VERSION.vsix
  npm run package -- --out FILE       into FILE

Install it with "code --install-extension FILE", or in VS Code with "Extensions: Install from VSIX...".`

/**
 * @param {string} failure the message if it fails
 * @param {string[]} args a script of Node's and its arguments
 */
async function node(failure, ...args) {
  const status = await run(process.execPath, args, { cwd: inCheckout() })
  if (status !== 0) throw new Error(`${failure}; the reason stands above.`)
}

await main(help, async () => {
  const { out } = parseArgs({ options: { out: { type: 'string' } } }).values
  const { name, version } = JSON.parse(readFileSync(inCheckout('package.json'), 'utf8'))
  const file = out === undefined ? inCheckout(`${name}-${version}.vsix`) : fromUser(out)
  await alone(async () => {
    await installPackages()
    await node('The extension does not build', inCheckout('scripts', 'build.mjs'), '--production')
    const vsce = inCheckout('node_modules', '@vscode', 'vsce', 'vsce')
    // Everything is bundled, and there is no repository yet that links in the README could lead to.
    const honest = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links']
    await node('The package cannot be made', vsce, 'package', ...honest, '--out', file)
  })
})
