import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The texts of the corpus and of the examples, those that are not very long. */
export function corpusTexts(): string[] {
  return ['test/corpus', 'examples'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:txt|log|mbox|smtp|lmtp)$/.test(name))
      .toSorted()
      .map(name => readFileSync(join(folder, name), 'utf8'))
      .filter(text => text.length < 60_000),
  )
}
