import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getL10nJson } from '@vscode/l10n-dev'

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .filter(source => source.includes('l10n'))
}

/**
 * The English texts that the sources hand to `l10n.t`, as the tool of VS Code finds them: sentences with `{0}` for what is
 * put in.
 */
export async function textsInSources(): Promise<string[]> {
  // As one file, for the tool takes its time for each.
  const contents = [...sourcesIn('server'), ...sourcesIn('client')].join('\n')
  return Object.keys(await getL10nJson([{ extension: '.ts', contents }]))
}
