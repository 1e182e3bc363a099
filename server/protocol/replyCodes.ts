import { rfc } from './references.ts'
import { permanentReplies } from './replyCodes/permanent.ts'
import { permanentSecurityReplies } from './replyCodes/permanentSecurity.ts'
import { positiveReplies } from './replyCodes/positive.ts'
import type { Consequences, ReplyCodeRow, ReplyCodeStatus } from './replyCodes/replyCodeRow.ts'
import { transientReplies } from './replyCodes/transient.ts'

/** The four severities of a reply, in the words of RFC 5321 4.2.1. */
export type ReplyClass =
  | 'positive completion'
  | 'positive intermediate'
  | 'transient negative completion'
  | 'permanent negative completion'

/** All that is known of one reply code. */
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
    ? { ...consequences[kind], ...row, code, class: kind }
    : { ...consequences[kind], ...unknownCode(code, kind), code, class: kind, status: 'unknown' }
}

/** @returns what follows from a reply of that class, if its code says no more. */
export function classConsequences(kind: ReplyClass): Consequences {
  return consequences[kind]
}

const classes: Readonly<Record<number, ReplyClass>> = {
  2: 'positive completion',
  3: 'positive intermediate',
  4: 'transient negative completion',
  5: 'permanent negative completion',
}

const consequences: Readonly<Record<ReplyClass, Consequences>> = {
  'positive completion': {
    whoActs: 'Nobody; the client goes on.',
    sessionState: 'The command took effect.',
    forTheMessage: 'Nothing stands in its way so far.',
  },
  'positive intermediate': {
    whoActs: 'The client, which sends what the server waits for.',
    sessionState: 'The server waits for the rest of the command and reads everything as that.',
    forTheMessage: 'Nothing is decided yet; the reply that follows decides.',
  },
  'transient negative completion': {
    whoActs:
      'The client, by waiting and trying again; the receiving side, if the cause does not pass by itself.',
    sessionState: 'The command had no effect; the session is where it was.',
    forTheMessage:
      'It stays in the queue and is sent again later; it goes back to the sender only after days of trying (4 to 5 as a rule).',
  },
  'permanent negative completion': {
    whoActs: 'The client or the sender, who must change something before the next try.',
    sessionState: 'The command had no effect; the session is where it was.',
    forTheMessage: 'It cannot be delivered as it is; it goes back to the sender unless something is changed.',
  },
}

const categories: readonly string[] = [
  'syntax: the form of the command, or a command that is not known or not implemented',
  'information: help or status',
  'the connection',
  'no fixed category (AUTH and its relatives use it)',
  'no fixed category',
  'the mail system: the requested transfer or another mail action',
]

type Unknown = Omit<ReplyCodeRow, 'status' | keyof Consequences>

function unknownCode(code: number, kind: ReplyClass): Unknown {
  const first = Math.floor(code / 100)
  const second = Math.floor(code / 10) % 10
  const category = categories[second]
  return {
    name: `Unregistered code, ${kind} by its first digit`,
    meaning: `No RFC that this program knows defines ${code}. The first digit, ${first}, ${firstDigit[kind]}. ${
      category
        ? `The second digit, ${second}, stands for ${category}.`
        : `A second digit of ${second} is outside the grammar, which knows 0 to 5.`
    }`,
    whenYouSeeIt: [
      'From servers and gateways that use codes of their own; the text of the reply is the best source.',
    ],
    clientFix: unknownFix[kind],
    serverFix: `Use a registered code of the same class instead; clients read ${code} by its first digit only.`,
    chooseWhen: null,
    retry: unknownRetry[kind],
    affects: 'The command that it answers.',
    references: [rfc(5321, '4.2'), rfc(5321, '4.2.1')],
  }
}

const firstDigit: Readonly<Record<ReplyClass, string>> = {
  'positive completion': 'says that the command succeeded',
  'positive intermediate': 'says that the command was understood and that the server waits for more',
  'transient negative completion': 'says that the command failed for now and may succeed later',
  'permanent negative completion': 'says that the command failed and will fail again in the same form',
}

const unknownFix: Readonly<Record<ReplyClass, string>> = {
  'positive completion': 'Treat it as success.',
  'positive intermediate':
    'Send what the command still needs; after a command that has no continuation treat it as an error and end the transaction.',
  'transient negative completion': 'Keep the message in the queue and retry later.',
  'permanent negative completion': 'Do not repeat the command unchanged; read the text for the reason.',
}

const unknownRetry: Readonly<Record<ReplyClass, ReplyCodeRow['retry']>> = {
  'positive completion': { advice: 'not needed', note: 'The command succeeded.' },
  'positive intermediate': { advice: 'not needed', note: 'The command is not finished yet.' },
  'transient negative completion': {
    advice: 'later',
    note: 'The first digit decides: the same command may work later.',
  },
  'permanent negative completion': {
    advice: 'never',
    note: 'The first digit decides: the same command will fail again.',
  },
}
