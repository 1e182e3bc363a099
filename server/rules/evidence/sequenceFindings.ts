import type { SequenceCause } from '../../protocol/verdict.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import { rememberedLast } from '../../transcript/remembered.ts'
import type { CommandUnit, Exchange, Session } from '../../transcript/session.ts'

/** A command out of sequence, and those behind it that are so only because of it. */
export interface SequenceFinding {
  readonly cause: SequenceCause
  readonly exchange: Exchange
  readonly command: CommandUnit
  readonly followers: readonly Exchange[]
  /** The finding that this one only follows from, where another rule finds it. */
  readonly follows: SequenceFinding | null
}

/** What is missing, or what has happened, when a command is out of sequence: commands that lack the same thing have one cause. */
function rootOf(cause: SequenceCause): string | null {
  switch (cause) {
    case 'mail-before-hello':
    case 'mail-after-refused-hello':
    case 'hello-missing-after-starttls':
      return 'no hello'
    case 'rcpt-without-mail':
    case 'rcpt-after-refused-mail':
    case 'data-without-mail':
      return 'no transaction'
    case 'command-after-quit':
    case 'command-after-421':
    case 'command-after-rejected-greeting':
    case 'data-without-rcpt':
    case 'data-after-all-rcpt-refused':
    case 'already-authenticated':
    case 'rcpt-after-bdat':
    case 'command-after-failed-bdat':
      return cause
    default:
      return null
  }
}

/** Without a hello there can be no transaction, so a missing one follows from it. */
function followsFrom(root: string, first: string | null): boolean {
  return root === first || (root === 'no transaction' && first === 'no hello')
}

/** Whether a command makes a new beginning, so that what is wrong behind it has a cause of its own. */
function isNewBeginning(exchange: Exchange): boolean {
  const column = columnOfExchange(exchange)
  const resets =
    column === 'hello' || column === 'MAIL' || column === 'RCPT' || column === 'RSET' || column === 'STARTTLS'
  return resets && exchange.verdict.sequence !== 'out-of-sequence'
}

const findAll = rememberedLast((session: Session): readonly SequenceFinding[] => {
  const findings: (SequenceFinding & { followers: Exchange[] })[] = []
  let current: {
    root: string | null
    finding: (typeof findings)[number]
    causes: Set<SequenceCause>
  } | null = null
  for (const exchange of session.exchanges) {
    const { verdict, unit } = exchange
    if (unit.kind !== 'command') continue
    if (verdict.sequence !== 'out-of-sequence') {
      if (isNewBeginning(exchange)) current = null
      continue
    }
    const root = rootOf(verdict.cause)
    if (current && root !== null && followsFrom(root, current.root)) {
      const { finding, causes } = current
      finding.followers.push(exchange)
      if (!causes.has(verdict.cause)) {
        causes.add(verdict.cause)
        findings.push({ cause: verdict.cause, exchange, command: unit, followers: [], follows: finding })
      }
      continue
    }
    const finding = { cause: verdict.cause, exchange, command: unit, followers: [], follows: null }
    findings.push(finding)
    current = { root, finding, causes: new Set([verdict.cause]) }
  }
  return findings
})

/** The commands of a session that are out of sequence for `cause`: one finding for what has one cause. */
export function findingsOf(session: Session, cause: SequenceCause): SequenceFinding[] {
  return findAll(session).filter(finding => finding.cause === cause)
}
