import { identity, interner } from '../protocol/intern.ts'
import type { SessionState } from '../protocol/sessionState.ts'
import type { Verdict } from '../protocol/verdict.ts'

/** What a reply answers: replies are counted off against what was sent. */
export type Answers = 'greeting' | 'outstanding' | 'nothing'

interface Base {
  /** The UTF-16 column where the payload starts. */
  readonly start: number
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
  /** The reply ends mail data whose final dot the text does not show. */
  readonly endsMessage: boolean
  /** One of several replies to the same message (LMTP), and not the last. */
  readonly moreFollow: boolean
  /** What replies had confirmed before this one. */
  readonly before: SessionState
}

/** A line that is no part of the dialogue, or mail data. */
export interface OtherRecord extends Base {
  readonly kind: 'message' | 'chunk' | 'tls' | 'note' | 'comment' | 'blank' | 'unreadable'
}

/** What the fold found on one line. Interned, so that a million lines of mail data are one object. */
export type LineRecord = ClientRecord | ReplyRecord | OtherRecord

function keyOf(record: LineRecord): string {
  const base = `${record.kind} ${record.start}${record.opens ? '^' : ''}`
  switch (record.kind) {
    case 'command':
    case 'auth-response':
    case 'end-of-data':
      return `${base} ${identity(record.before)} ${identity(record.verdict)}`
    case 'reply':
      return `${base} ${record.code}${record.isFirst ? 'f' : ''}${record.isLast ? 'l' : ''}${record.endsMessage ? 'e' : ''}${record.moreFollow ? 'm' : ''} ${record.answers} ${identity(record.before)}`
    default:
      return base
  }
}

/** The one object for records that are equal. */
export const internRecord = interner<LineRecord>(keyOf)
