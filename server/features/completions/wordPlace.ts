import type { CursorPlace, SpokenPlace } from './cursorPlace.ts'

/** The columns of a word under the cursor. */
export interface WordPlace {
  readonly start: number
  readonly end: number
  /** Nothing stands behind it. */
  readonly isLast: boolean
}

/**
 * The columns of a word of which `typed` stands in front of the cursor.
 *
 * @param breaks what ends it behind the cursor, a pattern of one character
 */
export function wordPlace(
  { character }: CursorPlace,
  { rest }: SpokenPlace,
  typed: string,
  breaks = /[\s]/,
): WordPlace {
  const found = rest.search(breaks)
  const length = found < 0 ? rest.length : found
  return {
    start: character - typed.length,
    end: character + length,
    isLast: rest.slice(length).trim() === '',
  }
}
