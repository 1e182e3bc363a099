/** What the place where the server runs gives it. */
export interface Runtime {
  /** Runs `work` when the connection has had its turn with the next of what has already arrived. */
  readonly defer: (work: () => void) => void
}
