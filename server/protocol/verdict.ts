/**
 * Why a command may not stand where it stands. Each cause has one rule that reports it;
 * `ruleIdOf` in the rules knows its id.
 */
export type SequenceCause =
  | 'command-after-rejected-greeting'
  | 'command-after-quit'
  | 'command-after-421'
  | 'mail-before-hello'
  | 'mail-after-refused-hello'
  | 'hello-missing-after-starttls'
  | 'nested-mail'
  | 'mail-after-refused-data'
  | 'rcpt-without-mail'
  | 'rcpt-after-refused-mail'
  | 'rcpt-after-bdat'
  | 'data-without-mail'
  | 'data-without-rcpt'
  | 'data-after-all-rcpt-refused'
  | 'data-after-bdat'
  | 'bdat-after-last'
  | 'command-after-failed-bdat'
  | 'verb-inside-transaction'
  | 'auth-inside-transaction'
  | 'already-authenticated'

/**
 * What the state machine says of a command, from all that stands before it:
 * - `allowed`: it may stand there.
 * - `out-of-sequence`: the RFCs call for 503 (or for 554 where they allow that instead).
 * - `consequence`: out of sequence only because an earlier command of the same pipelined group was refused.
 * - `server-dependent`: the RFCs leave it open and real servers differ; also a command of an extension that was not announced.
 * - `unknown`: the text begins in mid-session.
 */
export type Verdict =
  | { readonly sequence: 'allowed' | 'consequence' | 'server-dependent' | 'unknown'; readonly cause: null }
  | { readonly sequence: 'out-of-sequence'; readonly cause: SequenceCause }

export const allowed: Verdict = { sequence: 'allowed', cause: null }
export const consequence: Verdict = { sequence: 'consequence', cause: null }
export const serverDependent: Verdict = { sequence: 'server-dependent', cause: null }
export const unknownVerdict: Verdict = { sequence: 'unknown', cause: null }

const verdicts = new Map<SequenceCause, Verdict>()

/** The one verdict object for a cause. */
export function outOfSequence(cause: SequenceCause): Verdict {
  const known = verdicts.get(cause)
  if (known) return known
  const verdict: Verdict = { sequence: 'out-of-sequence', cause }
  verdicts.set(cause, verdict)
  return verdict
}
