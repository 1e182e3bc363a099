/**
 * How far apart two words are: a missing or superfluous end counts little, else what to insert, remove, replace, or swap
 * with its neighbour (optimal string alignment).
 */
export function typingErrors(from: string, to: string): number {
  if (to.startsWith(from) || from.startsWith(to)) return Math.abs(from.length - to.length) / 10
  const typed = [...from]
  let [twoAbove, above]: [number[], number[]] = [
    [],
    Array.from({ length: to.length + 1 }, (_, column) => column),
  ]
  for (const [row, character] of typed.entries()) {
    const line = [row + 1]
    for (let column = 1; column <= to.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (character === to[column - 1] ? 0 : 1)
      const isSwapped = character === to[column - 2] && typed[row - 1] === to[column - 1]
      const swapped = isSwapped ? (twoAbove[column - 2] ?? 0) + 1 : replaced
      line.push(Math.min(replaced, swapped, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    ;[twoAbove, above] = [above, line]
  }
  return above[to.length] ?? 0
}
