import type { ClientAction } from './clientAction.ts'
import { isAnnounced } from './judge.ts'
import { isTransactionOpen, type Phase } from './phases.ts'
import {
  change,
  keywordList,
  oneRecipientMore,
  type SessionState,
  withoutTransaction,
} from './sessionState.ts'
import { columnOf, effectOf, type NextPhase, transitions } from './transitions.ts'

/** A reply as far as the state machine cares. */
export interface ReplyFacts {
  readonly code: number
  /** Upper-case keywords of a reply to EHLO or LHLO; null where they are not known. */
  readonly keywords: readonly string[] | null
}

type ReplyClass = 2 | 3 | 4 | 5

function classOf(code: number): ReplyClass {
  const digit = Math.trunc(code / 100)
  return digit === 2 || digit === 3 || digit === 4 ? digit : 5
}

function isRefusal(replyClass: ReplyClass): boolean {
  return replyClass >= 4
}

/** The phase that a reply of this class leads to from where the session is. */
function nextPhase(state: SessionState, action: ClientAction, replyClass: ReplyClass): Phase {
  const column = columnOf(action)
  const phase = state.phase === 'tls-handshake' ? 'tls-ready' : state.phase
  const row: Readonly<Record<string, { readonly next: NextPhase }>> | undefined =
    phase in transitions ? transitions[phase as keyof typeof transitions] : undefined
  const next = (row?.[column]?.next ?? effectOf(column))[replyClass]
  return next === '=' ? phase : next
}

function afterHello(state: SessionState, verb: string, replyClass: ReplyClass, reply: ReplyFacts) {
  if (replyClass === 2) {
    const isExtended = verb !== 'HELO'
    return withoutTransaction(state, 'ready', {
      hello: verb === 'HELO' || verb === 'LHLO' ? verb : 'EHLO',
      refusedHello: 0,
      keywords: isExtended ? reply.keywords && keywordList(reply.keywords) : keywordList([]),
      protocol: verb === 'LHLO' ? 'LMTP' : isExtended ? 'ESMTP' : 'SMTP',
    })
  }
  const phase = state.phase === 'connecting' ? 'greeted' : state.phase
  return change(state, { phase, refusedHello: state.hello === 'none' ? reply.code : 0 })
}

function afterRcpt(state: SessionState, next: Phase, replyClass: ReplyClass): SessionState {
  if (replyClass !== 2 && !isTransactionOpen(state.phase)) return state
  switch (replyClass) {
    case 2: {
      // A recipient that a server takes between chunks does not undo them.
      const phase = state.phase === 'bdat' ? 'bdat' : next
      return change(state, { phase, accepted: oneRecipientMore(state, state.accepted), refusedData: 0 })
    }
    case 4:
      return change(state, { deferred: oneRecipientMore(state, state.deferred) })
    case 5:
      return change(state, { refused: oneRecipientMore(state, state.refused) })
    default:
      return state
  }
}

function afterChunk(state: SessionState, action: ClientAction, next: Phase, replyClass: ReplyClass) {
  if (replyClass === 2) {
    return action.last
      ? withoutTransaction(state, 'ready', { afterLastChunk: true })
      : change(state, { phase: next })
  }
  // A server that never offered BDAT does not know that a chunk failed.
  if (!isAnnounced(state, action.verb)) return state
  // RFC 3030 section 2: BDAT after LAST leaves the session indeterminate until RSET.
  return change(state, { phase: state.afterLastChunk ? 'bdat-failed' : next, afterLastChunk: false })
}

function afterAuth(state: SessionState, code: number): SessionState {
  const replyClass = classOf(code)
  const resume = state.phase === 'auth-exchange' ? (state.resume ?? 'ready') : state.phase
  switch (replyClass) {
    case 2: {
      const phase = resume === 'unknown' ? 'ready' : resume
      return change(state, { phase, resume: null, authenticated: true, refusedAuth: 0, authSeen: true })
    }
    case 3:
      return change(state, { phase: 'auth-exchange', resume, refusedAuth: 0, authSeen: true })
    default:
      return change(state, { phase: resume, resume: null, refusedAuth: code, authSeen: true })
  }
}

function afterCommand(state: SessionState, action: ClientAction, reply: ReplyFacts): SessionState {
  const replyClass = classOf(reply.code)
  const next = nextPhase(state, action, replyClass)
  const accepted = replyClass === 2
  switch (columnOf(action)) {
    case 'hello':
      return afterHello(state, action.verb, replyClass, reply)
    case 'MAIL':
      if (replyClass <= 3) return withoutTransaction(state, 'mail', { binaryMime: action.binaryMime })
      return isTransactionOpen(state.phase) ? state : change(state, { refusedMail: reply.code })
    case 'RCPT':
      return afterRcpt(state, next, replyClass)
    case 'DATA': {
      // RFC 3030 sections 2 and 3: DATA among chunks, or for a binary message, leaves the session indeterminate until RSET.
      const needsReset = isRefusal(replyClass) && (state.phase === 'bdat' || state.binaryMime)
      if (needsReset && isTransactionOpen(state.phase)) return change(state, { phase: 'bdat-failed' })
      const refusedData =
        isRefusal(replyClass) && isTransactionOpen(state.phase) ? reply.code : state.refusedData
      return change(state, { phase: next, refusedData })
    }
    case 'BDAT':
    case 'BDAT LAST':
      return afterChunk(state, action, next, replyClass)
    case 'RSET':
      return accepted ? withoutTransaction(state, next) : state
    case 'STARTTLS':
      // RFC 3207 section 4.2: whatever was known before the handshake is void.
      return accepted
        ? withoutTransaction(state, next, {
            hello: 'none',
            refusedHello: 0,
            keywords: null,
            authenticated: false,
            tls: true,
          })
        : state
    case 'AUTH':
      return afterAuth(state, reply.code)
    case 'ETRN':
      return accepted && (action.verb === 'ATRN' || action.verb === 'TURN')
        ? withoutTransaction(state, 'reversed')
        : state
    case 'XCLIENT':
      return accepted
        ? withoutTransaction(state, next, { hello: 'none', refusedHello: 0, keywords: null })
        : state
    case 'QUIT':
      return accepted ? withoutTransaction(state, 'closed', { closedBy: 'quit' }) : state
    default:
      return state
  }
}

/**
 * The state after the server's reply to `action`. What the server really answered is followed,
 * also where it takes more than the RFCs let it.
 */
export function applyReply(state: SessionState, action: ClientAction, reply: ReplyFacts): SessionState {
  if (reply.code === 421) return close(state, '421')
  // Postfix answers what is no SMTP with 221, and hangs up.
  if (reply.code === 221 && columnOf(action) !== 'QUIT') return close(state, 'server')
  // Some servers announce that they close and go on all the same.
  const open =
    state.phase === 'closed' && state.closedBy === '421'
      ? change(state, { phase: state.resume ?? 'unknown', resume: null, closedBy: null })
      : state
  switch (action.kind) {
    case 'message':
      // RFC 5321 4.1.1.4: the buffers are cleared whatever the class of the reply.
      return open.phase === 'data-end' || open.phase === 'data-content'
        ? withoutTransaction(open, 'ready')
        : open
    case 'auth-response':
      return afterAuth(open, reply.code)
    case 'command':
      return afterCommand(open, action, reply)
  }
}

/** The state after the server's greeting (RFC 5321 3.1 and 4.3.1); `lmtp` where its text says so. */
export function applyGreeting(state: SessionState, code: number, lmtp: boolean): SessionState {
  const protocol = lmtp ? 'LMTP' : state.protocol
  switch (classOf(code)) {
    case 2:
    case 3:
      return change(state, { phase: 'greeted', protocol })
    case 4:
      return close(change(state, { protocol }), '421')
    default:
      return change(state, { phase: 'rejected', protocol })
  }
}

/** The state after the connection has been closed, or its closing announced. */
export function close(state: SessionState, closedBy: '421' | 'server' | 'lost'): SessionState {
  if (state.phase === 'closed') return state
  return change(state, { phase: 'closed', resume: closedBy === '421' ? state.phase : null, closedBy })
}

/** The state after a reply that nobody asked for, or whose command is not in the text. */
export function applyUnasked(state: SessionState, code: number): SessionState {
  if (code === 421) return close(state, '421')
  if (code === 221) return close(state, 'server')
  // The text begins with the go-ahead: what the client says next is mail data.
  if (code === 354 && state.phase === 'unknown') return change(state, { phase: 'data-content' })
  // The text begins in the middle of an AUTH exchange: the next line of the client is a secret.
  return code === 334 || state.phase === 'auth-exchange' ? afterAuth(state, code) : state
}

/** The state when the mail data has been sent to its final dot. */
export function applyEndOfData(state: SessionState): SessionState {
  return state.phase === 'data-content' ? change(state, { phase: 'data-end' }) : state
}
