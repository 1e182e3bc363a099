// npm run bench: how fast transcripts are read and checked, as ratios within one run. Not a test.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../scripts/lib/entry.mjs'
import { installPackages } from '../scripts/lib/install.mjs'
import { alone } from '../scripts/lib/lock.mjs'
import { run } from '../scripts/lib/processes.mjs'
import { inCheckout } from '../scripts/lib/root.mjs'

const help = `Measures reading, checking and editing of long transcripts.

  npm run bench                a table
  npm run bench -- --json      the same as JSON, behind the table`

await main(help, async () => {
  await alone(installPackages)
  const { build } = await import('esbuild')
  const folder = mkdtempSync(join(tmpdir(), 'smtp-transcript-bench-'))
  try {
    const outfile = join(folder, 'reading.mjs')
    await build({
      entryPoints: [inCheckout('bench', 'reading.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
    })
    return await run(process.execPath, ['--max-old-space-size=4096', outfile, ...process.argv.slice(2)], {})
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
