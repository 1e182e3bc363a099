import {
  completeHandshake,
  lastOutstanding,
  loseConnection,
  midSession,
  receive,
} from '../protocol/sessionView.ts'
import type { ConnectionEvent, Dialect, Expectation, LineContext, Utterance } from './dialects/dialect.ts'
import { internRecord, type LineRecord, type LineRecords, type OtherRecord, recordsOf } from './lineRecord.ts'
import { readClientLine } from './readClientLine.ts'
import { beforeSession, changeReader, hasBegun, type ReaderState, type Step } from './readerState.ts'
import { finishReply, readServerLine } from './readServerLine.ts'
import { payloadOf, withoutWrittenEnd } from './stretch.ts'

function expectationOf(state: ReaderState): Expectation {
  // A lone dot that may be part of the mail data: what does not come from the server goes on with them.
  if (state.beforeDot) return 'content-or-reply'
  if (state.inMessage || state.chunkLeft > 0) return state.contentSeen ? 'content' : 'content-or-reply'
  const { confirmed, outstanding } = state.view
  if (confirmed.phase === 'auth-exchange' && outstanding.length === 0) return 'auth-response'
  return !hasBegun(state) || confirmed.phase === 'closed' ? 'opening' : 'dialogue'
}

function contextOf(state: ReaderState): LineContext {
  return {
    expected: expectationOf(state),
    replyCode: state.reply?.code ?? null,
    isAwaiting: state.view.outstanding.length > 0,
    memory: state.memory,
  }
}

const nothingUnfinished = {
  reply: null,
  malformed: null,
  inMessage: false,
  chunkLeft: 0,
  contentSeen: false,
  beforeDot: null,
} as const satisfies Partial<ReaderState>

function isStartTlsPending({ view }: ReaderState): boolean {
  return lastOutstanding(view)?.verb === 'STARTTLS'
}

/** What a remark of the tool means for the session, and what its line becomes. */
function applyEvent(
  state: ReaderState,
  event: ConnectionEvent,
): { kind: OtherRecord['kind']; opens: boolean; after: ReaderState } {
  switch (event) {
    case 'connecting':
    case 'connected': {
      const session = hasBegun(state) ? beforeSession : state
      const after = changeReader(session, { connecting: true })
      return { kind: 'note', opens: !session.connecting, after }
    }
    case 'tls-started': {
      // Where STARTTLS has got no reply that could be read, the handshake tells that it was taken.
      const told = state.malformed && isStartTlsPending(state) ? finishReply(state, '') : state
      const isHandshake = told.view.confirmed.phase === 'tls-handshake'
      const after = changeReader(told, { view: completeHandshake(told.view) })
      return { kind: isHandshake ? 'tls' : 'note', opens: false, after }
    }
    case 'closed':
    case 'lost': {
      if (!hasBegun(state)) return { kind: 'note', opens: false, after: beforeSession }
      const view = loseConnection(state.view, event === 'closed' ? 'server' : 'lost')
      return { kind: 'note', opens: false, after: changeReader(state, { view, ...nothingUnfinished }) }
    }
    case 'authenticated':
    case 'not-authenticated': {
      if (state.view.outstanding.length === 0) return { kind: 'note', opens: false, after: state }
      const code = event === 'authenticated' ? 235 : 535
      const { view } = receive(state.view, { code, keywords: [] })
      return { kind: 'unprinted-reply', opens: false, after: changeReader(state, { view }) }
    }
  }
}

/** The state in which an excerpt stands: what came before it is not known. */
function unknownBefore(state: ReaderState): ReaderState {
  const session = state.view.confirmed.phase === 'closed' ? beforeSession : state
  return changeReader(session, { view: midSession, ...nothingUnfinished })
}

function readUtterance(before: ReaderState, line: string, utterance: Utterance, dialect: Dialect): Step {
  const { speaker, start, tail, encoding, event } = utterance
  const state = utterance.excerpt ? unknownBefore(before) : before
  switch (speaker) {
    case 'client': {
      const payload = utterance.endsMessage ? '.' : payloadOf(line, utterance)
      return readClientLine(state, payload, utterance, dialect)
    }
    case 'server': {
      const { payload, stretch } = withoutWrittenEnd(payloadOf(line, utterance), utterance)
      return readServerLine(state, payload, stretch)
    }
    default: {
      const place = { start, tail, encoding }
      if (event === null) {
        return { record: internRecord({ kind: speaker, ...place, opens: false }), after: state }
      }
      const { kind, opens, after } = applyEvent(state, event)
      return { record: internRecord({ kind, ...place, opens }), after }
    }
  }
}

/** What is said on a line, as the dialect sees it where the line's session has come to `state`. */
export function utterancesOn(state: ReaderState, line: string, dialect: Dialect): readonly Utterance[] {
  return dialect.read(line, contextOf(state))
}

/** What the fold found on a line, and the state of the line's session after it. */
export interface ReadLine {
  readonly records: LineRecords
  readonly after: ReaderState
}

/**
 * Reads one line (without its line end): the state that its session has come to goes in, the next one comes out,
 * with what was on the line. Any line can be read; nothing throws.
 */
export function readLine(state: ReaderState, line: string, dialect: Dialect): ReadLine {
  const records: LineRecord[] = []
  let after = state
  for (const utterance of utterancesOn(state, line, dialect)) {
    const memory = utterance.memory ?? after.memory
    const step = readUtterance(after, line, utterance, dialect)
    records.push(step.record)
    after = step.after.memory === memory ? step.after : changeReader(step.after, { memory })
  }
  return { records: recordsOf(records), after }
}
