// npm run oracle: how far the verdicts agree with what eighteen recorded servers answered.
import { main } from './lib/entry.mjs'
import { installPackages } from './lib/install.mjs'
import { alone } from './lib/lock.mjs'
import { run } from './lib/processes.mjs'
import { inCheckout } from './lib/root.mjs'

const help = `Compares the verdict on each step of recorded sessions with what the server answered.

  npm run oracle               the recordings in test/oracle/recordings
  npm run oracle -- FOLDER     other recordings of the same form`

await main(help, async () => {
  await alone(installPackages)
  const status = await run(process.execPath, [inCheckout('scripts', 'build.mjs'), '--tests'], {})
  if (status !== 0) return status
  const report = inCheckout('out', 'test', 'oracle', 'report.mjs')
  return run(process.execPath, [report, ...process.argv.slice(2)], { cwd: inCheckout() })
})
