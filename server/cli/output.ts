/** What a command of the terminal has to say. */
export interface Output {
  readonly write: (text: string) => void
  readonly writeError: (text: string) => void
}

/** 0: no problem of severity error; 1: some; 2: wrong use, or a file that cannot be read. */
export type ExitStatus = 0 | 1 | 2
