// npm run oracle: how far the verdicts agree with what eighteen recorded servers answered.
import { main } from './lib/entry.mjs'
import { run } from './lib/processes.mjs'
import { inCheckout } from './lib/root.mjs'
import { build, install, runSteps } from './lib/steps.mjs'

const help = `Compares the verdict on each step of recorded sessions with what the server answered.

  npm run oracle               the recordings in test/oracle/recordings
  npm run oracle -- FOLDER     other recordings of the same form`

await main(help, async () => {
  const status = await runSteps([install, build])
  if (status !== 0) return status
  const report = inCheckout('out', 'test', 'oracle', 'report.mjs')
  return run(process.execPath, [report, ...process.argv.slice(2)], { cwd: inCheckout() })
})
