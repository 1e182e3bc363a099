import type { ReplyCause } from '../replyCause.ts'

/** A reason for 503, and what proves it. */
export interface Reply503Row extends ReplyCause {
  /**
   * `state`: the condition of that id holds in the session. The text only helps where the state is not known.
   * `text`: the wording of the reply says so, for the state does not tell.
   * `command`: the answered command is enough.
   */
  readonly judgedBy: 'state' | 'text' | 'command'
  /** The order was right, or is not known to be wrong: what the server says may tell more. */
  readonly isGuess?: true
}
