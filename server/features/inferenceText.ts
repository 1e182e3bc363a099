import type { Dialect } from '../transcript/dialects/dialect.ts'

const sureness = { sure: 'for sure', likely: 'probably', guess: 'a guess' } as const

/** By which marks a format was found out that nobody has described, and how sure that is; null for a described dialect. */
export function inferenceText({ inferred }: Dialect): string | null {
  return inferred ? `by its marks, ${sureness[inferred.sureness]} (${inferred.marks})` : null
}
