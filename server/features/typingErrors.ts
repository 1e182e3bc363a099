/**
 * How far apart two words are: a missing or superfluous end counts little, else what to insert, remove or replace
 * (Levenshtein).
 */
export function typingErrors(from: string, to: string): number {
  if (to.startsWith(from) || from.startsWith(to)) return Math.abs(from.length - to.length) / 10
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [row, character] of [...from].entries()) {
    const line = [row + 1]
    for (let column = 1; column <= to.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (character === to[column - 1] ? 0 : 1)
      line.push(Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[to.length] ?? 0
}
