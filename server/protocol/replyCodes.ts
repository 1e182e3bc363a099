import * as l10n from '@vscode/l10n'
import { classConsequences, factsByDigits } from './replyCodes/byDigits.ts'
import { permanentReplies } from './replyCodes/permanent.ts'
import { permanentSecurityReplies } from './replyCodes/permanentSecurity.ts'
import { positiveReplies } from './replyCodes/positive.ts'
import type { Consequences, ReplyClass, ReplyCodeRow, ReplyCodeStatus } from './replyCodes/replyCodeRow.ts'
import { transientReplies } from './replyCodes/transient.ts'

/** All that is known of one reply code; its texts are in the language of the reader. */
export interface ReplyCodeFacts extends Omit<ReplyCodeRow, 'status' | keyof Consequences>, Consequences {
  readonly code: number
  readonly class: ReplyClass
  readonly status: ReplyCodeStatus
}

const rows: ReadonlyMap<number, ReplyCodeRow> = new Map(
  [positiveReplies, transientReplies, permanentReplies, permanentSecurityReplies]
    .flatMap(table => Object.entries<ReplyCodeRow>(table))
    .map(([code, row]): [number, ReplyCodeRow] => [Number(code), row])
    .sort(([a], [b]) => a - b),
)

/** Every reply code that has a row, in numeric order. */
export const knownReplyCodes: readonly number[] = [...rows.keys()]

/** Whether a reply code has a row. */
export function isKnownReplyCode(code: number): boolean {
  return rows.has(code)
}

const classes: Readonly<Record<number, ReplyClass>> = {
  2: 'positive completion',
  3: 'positive intermediate',
  4: 'transient negative completion',
  5: 'permanent negative completion',
}

/**
 * @param code a reply code, e.g. 450
 * @returns the severity that its first digit tells (RFC 5321 4.2.1); undefined for what is no reply code,
 *   also for 1yz, which SMTP does not have
 */
export function replyClass(code: number): ReplyClass | undefined {
  if (!Number.isInteger(code)) return undefined
  return classes[Math.floor(code / 100)]
}

/**
 * @param code a reply code, e.g. 450
 * @returns its row, completed by what its class says; for a code without a row what its digits say (RFC 5321 4.2 bids
 *   clients to decide by the first digit then); undefined for what is no reply code
 */
export function replyCodeFacts(code: number): ReplyCodeFacts | undefined {
  const kind = replyClass(code)
  if (kind === undefined) return undefined
  const row = rows.get(code)
  return row
    ? { ...classConsequences(kind), ...told(row), code, class: kind }
    : { ...classConsequences(kind), ...factsByDigits(code, kind), code, class: kind, status: 'unknown' }
}

function told(row: ReplyCodeRow): ReplyCodeRow {
  return {
    name: l10n.t(row.name),
    status: row.status,
    meaning: l10n.t(row.meaning),
    whenYouSeeIt: row.whenYouSeeIt.map(situation => l10n.t(situation)),
    clientFix: l10n.t(row.clientFix),
    serverFix: l10n.t(row.serverFix),
    chooseWhen: row.chooseWhen === null ? null : l10n.t(row.chooseWhen),
    retry: { advice: row.retry.advice, note: l10n.t(row.retry.note) },
    affects: l10n.t(row.affects),
    ...ownConsequences(row),
    references: row.references,
  }
}

function ownConsequences({ whoActs, sessionState, forTheMessage }: ReplyCodeRow): Partial<Consequences> {
  return {
    ...(whoActs !== undefined && { whoActs: l10n.t(whoActs) }),
    ...(sessionState !== undefined && { sessionState: l10n.t(sessionState) }),
    ...(forTheMessage !== undefined && { forTheMessage: l10n.t(forTheMessage) }),
  }
}
