import { bare } from './bare.ts'
import type { Dialect } from './dialect.ts'
import { dialectNamed, dialects } from './registry.ts'

/** How many lines at the beginning of a text decide its dialect. */
export const detectionLines = 400

const directive = /^#\s*@dialect\s+(\S+)/

/**
 * The dialect that a text is written in, judged by its first lines; a directive `# @dialect NAME` settles it.
 * A text that shows no sign of any is `bare`.
 */
export function detectDialect(texts: readonly string[]): Dialect {
  const lines = texts.slice(0, detectionLines)
  for (const line of lines) {
    const name = directive.exec(line)?.[1]
    const named = name === undefined ? undefined : dialectNamed(name)
    if (named) return named
  }
  let best = bare
  let bestScore = 0
  for (const dialect of dialects) {
    const score = dialect.recognize(lines)
    if (score > bestScore) {
      best = dialect
      bestScore = score
    }
  }
  return best
}
