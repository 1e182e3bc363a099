import type { SequenceCause } from '../protocol/verdict.ts'

/** The family of a rule, for causes whose rule is not in `sequence/`. */
const families: Readonly<Partial<Record<SequenceCause, string>>> = {
  'hello-missing-after-starttls': 'tls',
  'auth-inside-transaction': 'auth',
  'already-authenticated': 'auth',
  'rcpt-after-bdat': 'data',
  'data-after-bdat': 'data',
  'bdat-after-last': 'data',
  'command-after-failed-bdat': 'data',
}

/** The id of the rule that reports a cause: `family/name` in kebab-case. */
export function ruleIdOf(cause: SequenceCause): string {
  if (cause === 'auth-inside-transaction') return 'auth/inside-transaction'
  return `${families[cause] ?? 'sequence'}/${cause}`
}
