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
  /** How wide the screen is that standard error is shown on, in columns; null where it goes elsewhere. */
  readonly errorColumns: number | null
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number
}

/** A text as it can be shown on one line, whatever names it quotes. */
export function onOneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, character => JSON.stringify(character).slice(1, -1))
}

/** A message as the one line that it is on standard error. */
export function errorLine(message: string): string {
  return `smtp-transcript: ${onOneLine(message)}\n`
}

/** 0: no problem of severity error; 1: some; 2: wrong use, or a file that cannot be read. */
export type ExitStatus = 0 | 1 | 2
