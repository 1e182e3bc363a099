import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusOf, tools } from '../corpus/expectation.ts'

/** Every transcript of the corpus and of the examples: what a feature has to cope with, whatever the tool. */
export function realTexts(): readonly string[] {
  const examples = readdirSync('examples').map(name => readFileSync(join('examples', name), 'utf8'))
  return [...tools.flatMap(corpusOf).map(({ text }) => text), ...examples]
}
