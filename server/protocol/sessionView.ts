import {
  applyEndOfData,
  applyGreeting,
  applyReply,
  applyUnasked,
  close,
  type ReplyFacts,
} from './applyReply.ts'
import { type ClientAction, messageAction } from './clientAction.ts'
import { identity, interner } from './intern.ts'
import { judge } from './judge.ts'
import { change, initialState, oneRecipientMore, type SessionState, unknownState } from './sessionState.ts'
import { columnOf } from './transitions.ts'
import { consequence, type Verdict } from './verdict.ts'

/** Equal actions in a row that wait for their replies. */
interface Outstanding {
  readonly action: ClientAction
  readonly count: number
  /** Once some of an LMTP message's replies have come: how many still will. */
  readonly replies: number
  /** Some of an LMTP message's replies have come. */
  readonly begun: boolean
}

/**
 * The views of one session that a transcript needs (pipelining, RFC 2920):
 * - `confirmed`: only replies that were seen. It explains replies.
 * - `optimistic`: what is outstanding is assumed to succeed. It judges what the client sent.
 * - `innocent`: as optimistic, but without the refusals that came while the group was under way.
 *   A command that may stand there is at worst a consequence: the client could not have known.
 */
export interface SessionView {
  readonly confirmed: SessionState
  readonly optimistic: SessionState
  readonly innocent: SessionState
  readonly outstanding: readonly Outstanding[]
}

const intern = interner<SessionView>(
  view =>
    `${identity(view.confirmed)} ${identity(view.optimistic)} ${identity(view.innocent)} ${view.outstanding
      .map(one => `${identity(one.action)}x${one.count}r${one.replies}${one.begun ? 'b' : ''}`)
      .join(',')}`,
)

function settled(state: SessionState): SessionView {
  return intern({ confirmed: state, optimistic: state, innocent: state, outstanding: [] })
}

/** A connection of which nothing has been seen yet. */
export const newSession: SessionView = settled(initialState)

/** A session that the text enters in its middle. */
export const midSession: SessionView = settled(unknownState)

/** A session that the text enters in the middle of mail data. */
export const midContent: SessionView = settled(change(unknownState, { phase: 'data-content' }))

/** What a well-behaved server answers to a command that may stand there; 250 to any other. */
const expectedCodes: Readonly<Partial<Record<ReturnType<typeof columnOf>, number>>> = {
  DATA: 354,
  STARTTLS: 220,
  AUTH: 235,
  XCLIENT: 220,
  QUIT: 221,
}

/** What a well-behaved server answers to `action`. */
function expectedCode(action: ClientAction): number {
  if (action.kind === 'message') return 250
  return action.kind === 'command' ? (expectedCodes[columnOf(action)] ?? 250) : 235
}

function assumeAnswer(state: SessionState, action: ClientAction, verdict: Verdict): SessionState {
  if (action.kind === 'message')
    return applyReply(applyEndOfData(state), action, { code: 250, keywords: null })
  // Nothing comes of a command that cannot stand there, and no reply to it is invented.
  if (verdict.sequence === 'out-of-sequence') return state
  const code = expectedCode(action)
  const next = applyReply(state, action, { code, keywords: null })
  return next.phase === 'closed' ? change(next, { phase: 'closing' }) : next
}

/** A command behind DATA means that the mail data was sent and is not in the text. */
function pastContent(state: SessionState, action: ClientAction): SessionState {
  if (action.kind !== 'command' || state.phase !== 'data-content') return state
  return applyReply(state, messageAction, { code: 250, keywords: null })
}

function push(outstanding: readonly Outstanding[], action: ClientAction) {
  const last = outstanding.at(-1)
  if (last && last.action === action && !last.begun && !completesMessage(action)) {
    return [...outstanding.slice(0, -1), { ...last, count: last.count + 1 }]
  }
  return [...outstanding, { action, count: 1, replies: 0, begun: false }]
}

function completesMessage(action: ClientAction): boolean {
  return action.kind === 'message' || columnOf(action) === 'BDAT LAST'
}

/**
 * How many replies what was sent first still gets: LMTP answers a message once for each recipient that was accepted
 * (RFC 2033 section 4.2), which is settled when all replies before are in.
 */
export function repliesLeft({ confirmed, outstanding: [first] }: SessionView): number {
  if (!first) return 0
  if (first.begun) return first.replies
  return confirmed.protocol === 'LMTP' && completesMessage(first.action) ? Math.max(1, confirmed.accepted) : 1
}

function optimisticView(confirmed: SessionState, outstanding: readonly Outstanding[]): SessionState {
  let state = confirmed
  for (const { action, count } of outstanding) {
    const before = pastContent(state, action)
    state = assumeAnswer(before, action, judge(before, action))
    // Of all commands only RCPT counts: once more is one recipient more, twice NOOP is as once.
    if (count > 1 && columnOf(action) === 'RCPT' && state.accepted > before.accepted) {
      state = change(state, { accepted: oneRecipientMore(state, state.accepted, count - 1) })
    }
  }
  return state
}

/** What `send` found out about an action. */
export interface Sent {
  readonly view: SessionView
  /** The optimistic state that the action met. */
  readonly before: SessionState
  readonly verdict: Verdict
}

/** What came of sending: views and actions are few, and the same come together again and again. */
const sentBefore = new WeakMap<SessionView, Map<ClientAction, Sent>>()

/** The client sends `action`. */
export function send(view: SessionView, action: ClientAction, limit = outstandingLimit): Sent {
  if (limit !== outstandingLimit) return sendWithin(view, action, limit)
  let sent = sentBefore.get(view)
  if (!sent) {
    sent = new Map()
    sentBefore.set(view, sent)
  }
  const before = sent.get(action)
  if (before) return before
  const now = sendWithin(view, action, limit)
  sent.set(action, now)
  return now
}

function sendWithin(view: SessionView, action: ClientAction, limit: number): Sent {
  const begun = view.outstanding[0]?.begun === true && view.outstanding.length === 1
  const current = begun ? finishMessage(view) : view
  const before = pastContent(current.optimistic, action)
  const innocent = pastContent(current.innocent, action)
  const own = judge(before, action)
  const couldNotKnow =
    own.sequence === 'out-of-sequence' &&
    current.outstanding.length > 0 &&
    judge(innocent, action).sequence !== 'out-of-sequence'
  const verdict = couldNotKnow ? consequence : own
  const sent: SessionView = {
    confirmed: current.confirmed,
    optimistic: assumeAnswer(before, action, own),
    innocent: assumeAnswer(innocent, action, judge(innocent, action)),
    outstanding: push(current.outstanding, action),
  }
  return { before, verdict, view: intern(withinLimit(sent, limit)) }
}

/** Nobody pipelines so many different commands: replies that are that late are not in the text. */
const outstandingLimit = 4096

function withinLimit(view: SessionView, limit: number): SessionView {
  const [first, ...rest] = view.outstanding
  if (!first || rest.length < limit) return view
  return { ...view, confirmed: optimisticView(view.confirmed, [first]), outstanding: rest }
}

/** An LMTP server that sent fewer replies than it had accepted recipients, and the client went on. */
function finishMessage(view: SessionView): SessionView {
  const first = view.outstanding[0]
  if (!first) return view
  return settled(applyReply(applyEndOfData(view.confirmed), first.action, { code: 250, keywords: null }))
}

/** Codes that answer nothing but these commands (RFC 5321 section 4.3.2, RFC 3207, RFC 4954). */
const distinctiveCodes: Readonly<Record<number, readonly string[]>> = {
  220: ['STARTTLS', 'XCLIENT'],
  221: ['QUIT'],
  235: ['AUTH'],
  334: ['AUTH'],
  354: ['DATA'],
}

function isDistinctive({ kind, verb }: ClientAction, code: number): boolean {
  const verbs = distinctiveCodes[code]
  if (kind === 'auth-response') return verbs?.includes('AUTH') === true
  return kind === 'command' && verbs?.includes(verb) === true
}

/** What `passOver` found out: how many actions never got their replies. */
export interface Passed {
  readonly view: SessionView
  readonly passed: number
}

/**
 * Replies are counted off. But a code that only one command can get shows that the replies to what was sent before it
 * are missing: they are passed over, as if they had been what a server says that takes the command.
 */
export function passOver(view: SessionView, code: number): Passed {
  const { outstanding } = view
  const index = distinctiveCodes[code]
    ? outstanding.findIndex(({ action }) => isDistinctive(action, code))
    : 0
  if (index <= 0) return { view, passed: 0 }
  const missing = outstanding.slice(0, index)
  const rest = outstanding.slice(index)
  const confirmed = optimisticView(view.confirmed, missing)
  const passed = missing.reduce((sum, { count }) => sum + count, 0)
  return { view: intern({ ...view, confirmed, outstanding: rest }), passed }
}

/** What `receive` found out about a reply. */
export interface Received {
  readonly view: SessionView
  /** The action that the reply answers; null for a reply that nobody asked for. */
  readonly answers: ClientAction | null
}

/** The server replies. Replies are counted off against what was sent, never matched by content (RFC 2920). */
export function receive(view: SessionView, reply: ReplyFacts): Received {
  const [first, ...rest] = view.outstanding
  if (!first) {
    const confirmed = applyUnasked(view.confirmed, reply.code)
    return { view: settled(confirmed), answers: null }
  }
  const left = repliesLeft(view)
  if (left > 1 && reply.code !== 421) {
    const waiting = { ...first, replies: left - 1, begun: true }
    return { view: intern({ ...view, outstanding: [waiting, ...rest] }), answers: first.action }
  }
  const outstanding = first.count > 1 ? [{ ...first, count: first.count - 1 }, ...rest] : rest
  const isMessage = first.action.kind === 'message'
  const before = isMessage ? applyEndOfData(view.confirmed) : view.confirmed
  // One of several replies speaks for one recipient; with the last of them the transaction is over (RFC 2033 section 4.2).
  const confirmed = applyReply(
    before,
    first.action,
    first.begun && reply.code !== 421 ? { ...reply, code: 250 } : reply,
  )
  if (outstanding.length === 0) return { view: settled(confirmed), answers: first.action }
  const optimistic = optimisticView(confirmed, outstanding)
  return {
    view: intern({ confirmed, optimistic, innocent: view.innocent, outstanding }),
    answers: first.action,
  }
}

/**
 * The server says something that is no SMTP reply where one belongs; `code` is what it seems to mean. Where nobody can
 * tell, null, it is read as what a well-behaved server would have said, so that nothing else is held against anybody.
 */
export function receiveMalformed(view: SessionView, code: number | null): SessionView {
  const [first] = view.outstanding
  return first ? receive(view, { code: code ?? expectedCode(first.action), keywords: null }).view : view
}

/** How many commands and messages wait for a reply. */
export function outstandingCount({ outstanding }: SessionView): number {
  return outstanding.reduce((sum, { count }) => sum + count, 0)
}

/** The server greets; what the client had already sent stays outstanding. */
export function greet(view: SessionView, code: number, lmtp: boolean): SessionView {
  const confirmed = applyGreeting(view.confirmed, code, lmtp)
  if (view.outstanding.length === 0) return settled(confirmed)
  const optimistic = optimisticView(confirmed, view.outstanding)
  return intern({ ...view, confirmed, optimistic, innocent: optimistic })
}

/** TLS is up. */
export function completeHandshake(view: SessionView): SessionView {
  return view.confirmed.phase === 'tls-handshake'
    ? settled(change(view.confirmed, { phase: 'tls-ready' }))
    : view
}

/** The connection is gone. What was outstanding gets no reply any more. */
export function loseConnection(view: SessionView, closedBy: 'server' | 'lost'): SessionView {
  if (view.optimistic.phase === 'closing') return settled(change(view.optimistic, { phase: 'closed' }))
  return settled(close(view.confirmed, closedBy))
}

/** What was sent last and has not been answered; null when nothing is outstanding. */
export function lastOutstanding(view: SessionView): ClientAction | null {
  return view.outstanding.at(-1)?.action ?? null
}
