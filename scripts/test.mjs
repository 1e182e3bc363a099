// npm test: everything that must hold before a change is handed over.
import { parseArgs } from 'node:util'
import { main } from './lib/entry.mjs'
import { build, endToEnd, install, lint, runSteps, types, unit } from './lib/steps.mjs'

const help = `Checks types, format and lint, and runs all tests, the last of them in a real VS Code.

  npm test                     everything
  npm test -- --grep TEXT      only the tests whose full name contains TEXT

The end-to-end tests need Chromium or Chrome: on the PATH, or named by the variable CHROMIUM. Without one they
are skipped; with CI=true that is a failure. The last line sums up: N passed, N failed, N skipped.`

await main(help, () => {
  const { grep } = parseArgs({ options: { grep: { type: 'string' } } }).values
  return runSteps([install, types, lint, build, unit(grep), endToEnd(grep)])
})
