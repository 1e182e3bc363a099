import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getL10nJson } from '@vscode/l10n-dev'

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(join(folder, name), 'utf8'))
}

/**
 * The English texts that the sources hand to `l10n.t`, as the tool of VS Code finds them: sentences with `{0}` for what is
 * put in.
 */
export async function textsInSources(): Promise<string[]> {
  const files = [...sourcesIn('server'), ...sourcesIn('client')].map(contents => ({
    extension: '.ts' as const,
    contents,
  }))
  return Object.keys(await getL10nJson(files))
}
