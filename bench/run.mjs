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

  npm run bench                tables
  npm run bench -- --json      the same as JSON, behind the tables
  npm run bench -- --long      with files of 50 and 100 MB, and a log of 1 GB, which takes minutes more`

await main(help, async () => {
  await alone(installPackages)
  if ((await run(process.execPath, [inCheckout('scripts', 'build.mjs')], {})) !== 0) return 1
  const { build } = await import('esbuild')
  const folder = mkdtempSync(join(tmpdir(), 'smtp-transcript-bench-'))
  try {
    const outfile = join(folder, 'reading.mjs')
    await build({
      entryPoints: [inCheckout('bench', 'reading.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      // Some packages are CommonJS inside, and ask for modules of Node's.
      banner: {
        js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)",
      },
      mainFields: ['module', 'main'],
      outfile,
    })
    // Beside the bundle, where they are looked for, and as small as what they are compared with.
    await build({
      entryPoints: [inCheckout('bench', 'idleServer.ts'), inCheckout('bench', 'peakMemory.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      target: 'node20',
      minify: true,
      outdir: folder,
    })
    const options = ['--max-old-space-size=4096', '--expose-gc']
    return await run(process.execPath, [...options, outfile, ...process.argv.slice(2)], {})
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
