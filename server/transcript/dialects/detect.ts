import { bare } from './bare.ts'
import type { Dialect } from './dialect.ts'
import { dialectNamed, dialects } from './registry.ts'

/** How many lines are looked at together: the first stretch that shows a sign of a dialect decides. */
export const detectionLines = 400

const directive = /^#\s*@dialect\s+(\S+)/

/** The dialect that a stretch of lines shows, or null where it shows none. */
function dialectOf(lines: readonly string[]): Dialect | null {
  for (const line of lines) {
    const name = directive.exec(line)?.[1]
    const named = name === undefined ? undefined : dialectNamed(name)
    if (named) return named
  }
  let best: Dialect | null = null
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

/**
 * The dialect that a text is written in, judged by the first lines that show any; a directive `# @dialect NAME` among
 * them settles it. A text that shows no sign of any is `bare`.
 */
export function detectDialect(texts: readonly string[]): Dialect {
  for (let from = 0; from < texts.length; from += detectionLines) {
    const dialect = dialectOf(texts.slice(from, from + detectionLines))
    if (dialect) return dialect
  }
  return bare
}
