import { identity, interner } from './intern.ts'
import type { Phase } from './phases.ts'

/** The hello that is in force; `unknown` where the text begins after it. */
export type Hello = 'none' | 'HELO' | 'EHLO' | 'LHLO' | 'unknown'

/** Why a session is in phase `closed`. */
export type ClosedBy = 'quit' | '421' | 'server' | 'lost'

/**
 * What a session has come to: its phase and the flags that every transition may change (RFC 5321 section 4.1.4).
 * Immutable and interned: two equal states are the same object.
 */
export interface SessionState {
  readonly phase: Phase
  /** The phase to go back to after an AUTH exchange, or when a server goes on after its 421. */
  readonly resume: Phase | null
  readonly protocol: 'SMTP' | 'ESMTP' | 'LMTP' | 'unknown'
  readonly hello: Hello
  /** The code of the last hello that was refused while none is in force; 0 when there is none. */
  readonly refusedHello: number
  /** The extension keywords of the EHLO reply in force, upper case, or null where they are not known. */
  readonly keywords: readonly string[] | null
  readonly tls: boolean
  readonly authenticated: boolean
  /** The code with which the last AUTH was refused; 0 when it was not. What follows may be credentials all the same. */
  readonly refusedAuth: number
  /** AUTH or a challenge has been seen, so that what nobody knows may be a secret. */
  readonly authSeen: boolean
  /** The code with which the last MAIL was refused, 0 when there is no such MAIL since the last reset. */
  readonly refusedMail: number
  /** The code with which DATA was refused in the open transaction; 0 when it was not. */
  readonly refusedData: number
  /** MAIL carried BODY=BINARYMIME, so that the message needs BDAT (RFC 3030 section 3). */
  readonly binaryMime: boolean
  /** Replies to RCPT in the open transaction, by class (2yz, 4yz, 5yz), as far as `oneRecipientMore` counts. */
  readonly accepted: number
  readonly deferred: number
  readonly refused: number
  /** The last message was completed by BDAT LAST and nothing has begun since. */
  readonly afterLastChunk: boolean
  readonly closedBy: ClosedBy | null
}

/** Beyond so many recipients only LMTP needs their number: it says how many replies a message gets. */
export const countedRecipients = 1000

/** A count of recipients and one more. A session with a hundred thousand would else have as many states, which are kept. */
export function oneRecipientMore(
  { protocol }: Pick<SessionState, 'protocol'>,
  count: number,
  more = 1,
): number {
  return protocol === 'LMTP' ? count + more : Math.min(countedRecipients, count + more)
}

const internList = interner<readonly string[]>(list => list.join(' '))

/** A list of keywords as the one object for lists that are equal. */
export function keywordList(keywords: readonly string[]): readonly string[] {
  return internList(keywords)
}

const intern = interner<SessionState>(state =>
  [
    state.phase,
    state.resume,
    state.protocol,
    state.hello,
    state.refusedHello,
    state.keywords === null ? '?' : identity(state.keywords),
    state.tls,
    state.authenticated,
    state.refusedAuth,
    state.authSeen,
    state.refusedMail,
    state.refusedData,
    state.binaryMime,
    state.accepted,
    state.deferred,
    state.refused,
    state.afterLastChunk,
    state.closedBy,
  ].join('|'),
)

/** The state before anything has been seen of a connection. */
export const initialState: SessionState = intern({
  phase: 'connecting',
  resume: null,
  protocol: 'unknown',
  hello: 'none',
  refusedHello: 0,
  keywords: null,
  tls: false,
  authenticated: false,
  refusedAuth: 0,
  authSeen: false,
  refusedMail: 0,
  refusedData: 0,
  binaryMime: false,
  accepted: 0,
  deferred: 0,
  refused: 0,
  afterLastChunk: false,
  closedBy: null,
})

/** The state of a text that begins in mid-session: nothing is known, so nothing is held against anybody. */
export const unknownState: SessionState = intern({ ...initialState, phase: 'unknown', hello: 'unknown' })

/** `state` with some fields changed. */
export function change(state: SessionState, changes: Partial<SessionState>): SessionState {
  for (const name in changes) {
    if (state[name as keyof SessionState] !== changes[name as keyof SessionState]) {
      return intern({ ...state, ...changes })
    }
  }
  return state
}

/** `state` without its mail transaction, in another phase: what RSET, a hello or a finished message leave behind. */
export function withoutTransaction(
  state: SessionState,
  phase: Phase,
  changes: Partial<SessionState> = {},
): SessionState {
  return change(state, {
    phase,
    resume: null,
    refusedMail: 0,
    refusedData: 0,
    binaryMime: false,
    accepted: 0,
    deferred: 0,
    refused: 0,
    afterLastChunk: false,
    ...changes,
  })
}
