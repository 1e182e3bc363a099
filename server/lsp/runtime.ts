import type { Bundle, Language } from '../features/language.ts'

/** What the place where the server runs gives it. */
export interface Runtime {
  /** Runs `work` when the connection has had its turn with the next of what has already arrived. */
  readonly defer: (work: () => void) => void
  /** Milliseconds since some moment. */
  readonly now: () => number
  /** The texts in a language, null for English. Throws where they cannot be read. */
  readonly readBundle: (language: Language) => Bundle | null
}
