import { identity, interner } from '../protocol/intern.ts'
import { newSession, type SessionView } from '../protocol/sessionView.ts'
import type { LineRecord } from './lineRecord.ts'

/** A reply of which the last line has not come yet. */
export interface ReplyInProgress {
  readonly code: number
  /** The keywords of a reply to EHLO so far, upper case. */
  readonly keywords: readonly string[]
  /** It answers what was sent first (true), or it is the greeting, or nobody asked for it. */
  readonly answers: 'greeting' | 'outstanding' | 'nothing'
  readonly lmtp: boolean
}

/** What the fold knows after a line; interned, so that two equal states are the same object. */
export interface ReaderState {
  readonly view: SessionView
  readonly reply: ReplyInProgress | null
  /** A line that is no reply stands where one belongs, with the code that it seems to mean, if any; else null. */
  readonly malformed: { readonly code: number | null } | null
  /** The client is sending mail data. */
  readonly inMessage: boolean
  /** Octets of a BDAT chunk that have not been seen. */
  readonly chunkLeft: number
  /** Part of the mail data or of the chunk has been seen. */
  readonly contentSeen: boolean
  /** Who has spoken in this session. */
  readonly clientSpoke: boolean
  readonly serverSpoke: boolean
  /** The server's greeting is in the text. */
  readonly greeted: boolean
  /** The tool said that it connects; the session has begun although nobody has spoken. */
  readonly connecting: boolean
  /** What the dialect remembers of the session. */
  readonly memory: string
  /** The view before a lone dot that may be part of the mail data; null where there is no doubt. */
  readonly beforeDot: SessionView | null
}

const intern = interner<ReaderState>(state =>
  [
    identity(state.view),
    state.reply &&
      `${state.reply.code} ${state.reply.answers} ${state.reply.lmtp} ${state.reply.keywords.join(' ')}`,
    state.malformed && `m${state.malformed.code}`,
    state.inMessage,
    state.chunkLeft,
    state.contentSeen,
    state.clientSpoke,
    state.serverSpoke,
    state.connecting,
    state.greeted,
    state.memory,
    state.beforeDot && identity(state.beforeDot),
  ].join('|'),
)

/** Before the first line, and between two connections. */
export const beforeSession: ReaderState = intern({
  view: newSession,
  reply: null,
  malformed: null,
  inMessage: false,
  chunkLeft: 0,
  contentSeen: false,
  clientSpoke: false,
  serverSpoke: false,
  connecting: false,
  greeted: false,
  memory: '',
  beforeDot: null,
})

/** `state` with some fields changed. */
export function changeReader(state: ReaderState, changes: Partial<ReaderState>): ReaderState {
  return isChange(state, changes) ? intern({ ...state, ...changes }) : state
}

/** Whether a field becomes another; most lines change nothing, and names of states are costly to make. */
function isChange(state: ReaderState, changes: Partial<ReaderState>): boolean {
  for (const name in changes) {
    if (state[name as keyof ReaderState] !== changes[name as keyof ReaderState]) return true
  }
  return false
}

/** Somebody has spoken. */
export function hasBegun(state: ReaderState): boolean {
  return state.clientSpoke || state.serverSpoke
}

/** One step of the fold: what was found, and the state after it. */
export interface Step {
  readonly record: LineRecord
  readonly after: ReaderState
}
