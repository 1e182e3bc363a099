import { identity, interner } from '../protocol/intern.ts'
import type { SessionState } from '../protocol/sessionState.ts'
import type { Verdict } from '../protocol/verdict.ts'
import type { Stretch } from './stretch.ts'

/** What a reply answers: replies are counted off against what was sent. */
export type Answers = 'greeting' | 'outstanding' | 'nothing'

interface Base extends Stretch {
  /** A session begins with this line. */
  readonly opens: boolean
}

/** A line on which the client sends a command, answers a challenge or ends the mail data. */
export interface ClientRecord extends Base {
  readonly kind: 'command' | 'auth-response' | 'end-of-data'
  /** The optimistic state that it meets. */
  readonly before: SessionState
  readonly verdict: Verdict
}

/** A line of a reply; `answers` stands on its first line. */
export interface ReplyRecord extends Base {
  readonly kind: 'reply'
  readonly code: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly answers: Answers
  /** It answers what the tool did not print: mail data or their final dot, or a line of an AUTH exchange. */
  readonly implies: 'message' | 'auth-response' | null
  /** How many of the things that were sent before what it answers never got their replies. */
  readonly passed: number
  /** One of several replies to the same message (LMTP), and not the last. */
  readonly moreFollow: boolean
  /** What replies had confirmed before this one. */
  readonly before: SessionState
}

/** A line that is no part of the dialogue, or mail data; `more` continues the command or reply before it. */
export interface OtherRecord extends Base {
  readonly kind:
    | 'message'
    | 'chunk'
    | 'more'
    | 'tls'
    | 'unprinted-reply'
    | 'note'
    | 'comment'
    | 'blank'
    | 'unreadable'
}

/** What the fold found on one line. Interned, so that a million lines of mail data are one object. */
export type LineRecord = ClientRecord | ReplyRecord | OtherRecord

function keyOf(record: LineRecord): string {
  const base = `${record.kind} ${record.start} ${record.tail} ${record.encoding}${record.opens ? '^' : ''}`
  switch (record.kind) {
    case 'command':
    case 'auth-response':
    case 'end-of-data':
      return `${base} ${identity(record.before)} ${identity(record.verdict)}`
    case 'reply':
      return `${base} ${record.code}${record.isFirst ? 'f' : ''}${record.isLast ? 'l' : ''}${record.moreFollow ? 'm' : ''}${record.passed > 0 ? record.passed : ''} ${record.implies} ${record.answers} ${identity(record.before)}`
    default:
      return base
  }
}

/** The one object for records that are equal. */
export const internRecord = interner<LineRecord>(keyOf)

/** What was found on one physical line: more than one record where a tool prints several things on it. */
export type LineRecords = readonly LineRecord[]

const singles = new WeakMap<LineRecord, LineRecords>()

/** The records of a line; the one object for lines that hold one and the same record. */
export function recordsOf(records: LineRecords): LineRecords {
  const [only] = records
  if (records.length !== 1 || !only) return records
  const known = singles.get(only)
  if (known) return known
  singles.set(only, records)
  return records
}

/** Whether two lines hold the same records. */
export function sameRecords(one: LineRecords | undefined, other: LineRecords | undefined): boolean {
  if (one === other) return true
  return one?.length === other?.length && one?.every((record, index) => record === other?.[index]) === true
}
