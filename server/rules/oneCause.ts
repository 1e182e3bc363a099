import type { LineRange, Problem } from './rule.ts'

/** A problem whose fixes have not been tried, and the lines on which what is found only follows from it; they may begin in front of its own. */
export interface Found extends Omit<Problem, 'fixes'> {
  readonly consequences: LineRange | null
}

/** Without what stands on lines that an earlier problem accounts for. */
function withoutFollowers(problems: readonly Found[]): Found[] {
  let first = Number.POSITIVE_INFINITY
  let last = -1
  // A problem that accounts for its own line has the say there, wherever on the line it stands.
  const onOwnLine = new Map<number, Found>()
  for (const problem of problems) {
    const { line } = problem.span
    if (problem.consequences && problem.consequences.first <= line && !onOwnLine.has(line)) {
      onOwnLine.set(line, problem)
    }
  }
  return problems.filter(problem => {
    const { rule, span, consequences } = problem
    if (!rule.standsAlone && span.line >= first && span.line <= last) return false
    const owner = onOwnLine.get(span.line)
    if (!rule.standsAlone && owner && owner !== problem) return false
    if (consequences && consequences.last > last) ({ first, last } = consequences)
    return true
  })
}

/** Without what stands in front of a later problem that accounts for it all the same. */
function withoutForerunners(problems: readonly Found[]): Found[] {
  let first = Number.POSITIVE_INFINITY
  const kept = problems.toReversed().filter(({ rule, span, consequences }) => {
    if (!rule.standsAlone && span.line >= first) return false
    if (consequences && consequences.first < span.line) first = Math.min(first, consequences.first)
    return true
  })
  return kept.toReversed()
}

/** Without what another rule says better on the same line. */
function withoutGeneral(problems: readonly Found[]): Found[] {
  const onLine = new Map<number, string[]>()
  for (const { span, rule } of problems) onLine.set(span.line, [...(onLine.get(span.line) ?? []), rule.id])
  return problems.filter(({ rule, span }) => {
    return !rule.yieldsTo?.some(id => onLine.get(span.line)?.includes(id))
  })
}

/**
 * One cause, one finding: without the problems that another one says better, and without those that only follow from an
 * earlier one. `problems` are in the order of the text.
 */
export function withoutConsequences(problems: readonly Found[]): Found[] {
  return withoutGeneral(withoutFollowers(withoutForerunners(withoutGeneral(problems))))
}
