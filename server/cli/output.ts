import type { Bundle, Language } from '../features/language.ts'

/** What a command of the terminal has to say. */
export interface Output {
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
}

/** The terminal that a command runs in. */
export interface Terminal extends Output {
  /** What `--version` prints. */
  readonly version: string
  /** The variables of the environment. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The texts in a language, null for English. Throws where they cannot be read. */
  readonly readBundle: (language: Language) => Bundle | null
}

/** A message as the one line that it is on standard error, whatever names it quotes. */
export function errorLine(message: string): string {
  const visible = message.replace(/\p{Cc}/gu, character => JSON.stringify(character).slice(1, -1))
  return `smtp-transcript: ${visible}\n`
}

/** 0: no problem of severity error; 1: some; 2: wrong use, or a file that cannot be read. */
export type ExitStatus = 0 | 1 | 2
