import type { Damage } from '../lines.ts'
import { bare } from './bare.ts'
import type { Dialect } from './dialect.ts'
import { dialectNamed, dialects } from './registry.ts'

/** How many lines are looked at together: the first stretch that shows a sign of a dialect decides. */
export const detectionLines = 400

const directive = /^#\s*@dialect\s+(\S+)/

/** The dialect that a directive among these lines names. */
function namedDialect(lines: readonly string[]): Dialect | undefined {
  for (const line of lines) {
    const name = directive.exec(line)?.[1]
    const named = name === undefined ? undefined : dialectNamed(name)
    if (named) return named
  }
  return undefined
}

/** The dialect that a stretch of lines shows, or null where it shows none. */
function dialectOf(lines: readonly string[]): Dialect | null {
  const named = namedDialect(lines)
  if (named) return named
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

/**
 * Whether a text keeps its dialect after an edit. It does as long as something in it still shows that dialect, so that
 * what somebody types or pastes into a transcript does not turn it into another; unless a directive says so, or most
 * of the text is new.
 */
export function keepsDialect(
  dialect: Dialect,
  texts: readonly string[],
  { start, inserted }: Damage,
): boolean {
  const isTouched = start < detectionLines
  if (!isTouched) return true
  if (inserted * 2 > texts.length) return false
  const head = texts.slice(0, detectionLines)
  const named = namedDialect(head)
  return named ? named === dialect : dialect.recognize(head) > 0
}
