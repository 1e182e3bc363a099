import { authResponseAction, messageAction } from '../protocol/clientAction.ts'
import {
  greet,
  midSession,
  passOver,
  receive,
  repliesLeft,
  type SessionView,
  send,
} from '../protocol/sessionView.ts'
import { internRecord, type ReplyRecord } from './lineRecord.ts'
import { looksLikeReply } from './payload.ts'
import {
  beforeSession,
  changeReader,
  hasBegun,
  type ReaderState,
  type ReplyInProgress,
  type Step,
} from './readerState.ts'
import type { Stretch } from './stretch.ts'

/** Codes that a greeting can have (RFC 5321 3.1 and 4.2.3, RFC 7504). */
const greetingCodes = new Set([220, 421, 554, 521])

function isGreetingText(text: string): boolean {
  return !/^2\.\d/.test(text) && (/\b(?:E?SMTP|LMTP|service ready)\b/i.test(text) || /^\S+\.\S+/.test(text))
}

/** Whether this reply opens a session: nothing was sent that it could answer, or the client was too early. */
function isGreeting(state: ReaderState, code: number, text: string): boolean {
  const { confirmed, outstanding } = state.view
  if (confirmed.phase === 'connecting') {
    if (outstanding.length > 0) return code === 220
    if (state.connecting) return code < 300 || code >= 400
    return greetingCodes.has(code) && !/^2\.\d/.test(text)
  }
  // A 220 with a server's name answers nothing but STARTTLS or XCLIENT; else it is the next connection's.
  const couldAnswer = outstanding.some(
    ({ action }) => action.verb === 'STARTTLS' || action.verb === 'XCLIENT',
  )
  if (outstanding.length > 0 && !couldAnswer && code === 220 && isGreetingText(text)) return true
  if (outstanding.length > 0 || !greetingCodes.has(code)) return false
  if (confirmed.phase === 'closed') return code === 220 || confirmed.closedBy !== '421'
  if (confirmed.phase === 'tls-handshake' || confirmed.phase === 'tls-ready') return false
  return code === 220 && isGreetingText(text)
}

/** What a new reply meets: what it answers, and the state in which it arrives. */
interface Arrival extends Pick<ReplyRecord, 'opens' | 'answers' | 'implies' | 'passed'> {
  readonly state: ReaderState
}

const nothingElse = { implies: null, passed: 0 } as const

/** The reply answers something that the client sent and the tool did not print. */
function implying(state: ReaderState, implies: 'message' | 'auth-response'): Arrival {
  const { view } = send(state.view, implies === 'message' ? messageAction : authResponseAction)
  const after = changeReader(state, { view, inMessage: false })
  return { state: after, opens: false, answers: 'outstanding', implies, passed: 0 }
}

/** The state in which a new reply arrives: in a new session where it greets, behind the mail data where it ends them. */
function arrive(state: ReaderState, code: number, text: string): Arrival {
  const isNew = !hasBegun(state)
  const isAnswer = state.view.outstanding.length > 0
  if (isGreeting(state, code, text)) {
    const stays = !state.greeted && (isNew || state.view.confirmed.phase === 'connecting')
    const session = stays ? state : beforeSession
    return { state: session, opens: isNew ? !state.connecting : !stays, answers: 'greeting', ...nothingElse }
  }
  if (isNew && !isAnswer) {
    const session = changeReader(state, { view: midSession })
    return { state: session, opens: !state.connecting, answers: 'nothing', ...nothingElse }
  }
  if (!isAnswer && code !== 421) {
    if (state.inMessage) return implying(state, 'message')
    if (state.view.confirmed.phase === 'auth-exchange') return implying(state, 'auth-response')
  }
  if (!isAnswer) return { state, opens: false, answers: 'nothing', ...nothingElse }
  const { view, passed } = passOver(state.view, code)
  return { state: changeReader(state, { view }), opens: false, answers: 'outstanding', implies: null, passed }
}

/** No keyword is longer; what is cut off belongs to none. */
const keywordLength = 32

/** The keyword on a line of the reply to EHLO (RFC 5321 section 4.1.1.1); `AUTH=` is an old spelling of `AUTH `. */
function keywordOf(text: string): string {
  const end = text.search(/[ =]/)
  return text.slice(0, Math.min(end < 0 ? text.length : end, keywordLength)).toUpperCase()
}

/** More keywords than any server announces; a reply with more lines is no reply to EHLO. */
const keywordLimit = 200

function keywordsWith(reply: ReplyInProgress | null, code: number, text: string): readonly string[] {
  const before = reply?.keywords ?? []
  if (!reply || code !== 250 || before.length >= keywordLimit) return before
  return [...before, keywordOf(text)]
}

/** What the state machine makes of a reply that is complete. */
function finish(state: ReaderState, reply: ReplyInProgress): ReaderState {
  let view: SessionView
  if (reply.answers === 'greeting') {
    view = greet(state.view, reply.code, reply.lmtp)
  } else {
    view = receive(state.view, { code: reply.code, keywords: reply.keywords }).view
  }
  const inMessage = view.confirmed.phase === 'data-content' && view.outstanding.length === 0
  const contentSeen = inMessage && state.inMessage && state.contentSeen
  return changeReader(state, { view, reply: null, inMessage, chunkLeft: 0, contentSeen })
}

/** The client speaks although the reply said that more lines follow: what came of it counts. */
export function finishReply(state: ReaderState): ReaderState {
  return state.reply ? finish(state, state.reply) : state
}

/** Reads what the server says, which is `payload` and stands at `stretch`. */
export function readServerLine(before: ReaderState, payload: string, stretch: Stretch): Step {
  const { start, tail, encoding } = stretch
  const place = { start, tail, encoding }
  const state = before.beforeDot ? changeReader(before, { beforeDot: null }) : before
  if (!looksLikeReply(payload)) {
    return { after: state, record: internRecord({ kind: 'unreadable', ...place, opens: false }) }
  }
  const code = Number(payload.slice(0, 3))
  const text = payload.slice(4)
  const isLast = payload[3] !== '-'
  const inProgress = state.reply
  const arrival: Arrival = inProgress
    ? { state, opens: false, answers: inProgress.answers, ...nothingElse }
    : arrive(state, code, text)
  const reply: ReplyInProgress = {
    code,
    keywords: keywordsWith(inProgress, code, text),
    answers: arrival.answers,
    lmtp: inProgress?.lmtp === true || (arrival.answers === 'greeting' && /\bLMTP\b/.test(text)),
  }
  const { confirmed } = arrival.state.view
  const record = internRecord({
    kind: 'reply',
    ...place,
    opens: arrival.opens,
    code,
    isFirst: inProgress === null,
    isLast,
    answers: arrival.answers,
    implies: arrival.implies,
    passed: arrival.passed,
    moreFollow: arrival.answers === 'outstanding' && code !== 421 && repliesLeft(arrival.state.view) > 1,
    before: confirmed,
  })
  const greeted = arrival.state.greeted || arrival.answers === 'greeting'
  const heard = changeReader(arrival.state, { serverSpoke: true, greeted })
  return { record, after: isLast ? finish(heard, reply) : changeReader(heard, { reply }) }
}
