// npm run compare: what tshark's expert information says of the sessions that the rules are asked about.
import { spawnSync } from 'node:child_process'
import { main, UsageError } from './lib/entry.mjs'
import { installPackages } from './lib/install.mjs'
import { alone } from './lib/lock.mjs'
import { run } from './lib/processes.mjs'
import { inCheckout } from './lib/root.mjs'

const help = `Replays the sessions of the corpus, the examples and the rules to tshark, as a packet capture.

  npm run compare     writes test/compare/tshark.json and docs/comparison.md

It needs tshark, of Wireshark, on the PATH; the tests read what it wrote and need none.`

await main(help, async () => {
  if (spawnSync('tshark', ['--version'], { stdio: 'ignore' }).status !== 0) {
    throw new UsageError('tshark is needed to compare with it, and there is none on the PATH.')
  }
  await alone(installPackages)
  const status = await run(process.execPath, [inCheckout('scripts', 'build.mjs'), '--tests'], {})
  if (status !== 0) return status
  const recorded = await run(process.execPath, [inCheckout('out', 'test', 'compare', 'record.mjs')], {
    cwd: inCheckout(),
  })
  if (recorded !== 0) return recorded
  const biome = inCheckout('node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const format = ['format', '--write', '--log-level=error', 'test/compare/tshark.json']
  return run(process.execPath, [biome, ...format], { cwd: inCheckout() })
})
