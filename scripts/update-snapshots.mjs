// npm run update-snapshots: writes the files that are generated or compared as a whole. The diff is the review.
import { main } from './lib/entry.mjs'
import { build, install, runSteps, unit } from './lib/steps.mjs'

const help = `Writes the generated pages of docs/ and the golden files of the tests anew.`

await main(help, () => {
  process.env['UPDATE_SNAPSHOTS'] = '1'
  return runSteps([install, build, unit()])
})
