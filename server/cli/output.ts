/** What a command of the terminal has to say. */
export interface Output {
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
}

/** A message as the one line that it is on standard error, whatever names it quotes. */
export function errorLine(message: string): string {
  const visible = message.replace(/\p{Cc}/gu, character => JSON.stringify(character).slice(1, -1))
  return `smtp-transcript: ${visible}\n`
}

/** 0: no problem of severity error; 1: some; 2: wrong use, or a file that cannot be read. */
export type ExitStatus = 0 | 1 | 2
