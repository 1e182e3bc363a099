// npm run verify: the part of `npm test` that needs no editor, to be run often.
import { main } from './lib/entry.mjs'
import { build, install, lint, runSteps, types, unit } from './lib/steps.mjs'

const help =
  'Checks types, format and lint, and runs the unit and language server tests, which also compare the generated files.'

await main(help, () => runSteps([install, types, lint, build, unit()]))
