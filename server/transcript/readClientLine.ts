import { authResponseAction, messageAction } from '../protocol/clientAction.ts'
import { commandFacts } from '../protocol/commands.ts'
import { completeHandshake, lastOutstanding, midContent, midSession, send } from '../protocol/sessionView.ts'
import {
  actionOf,
  type CommandLine,
  chunkSize,
  looksLikeCredentials,
  looksMasked,
  parseCommandLine,
} from './commandLine.ts'
import type { Dialect } from './dialects/dialect.ts'
import { type ClientRecord, internRecord, type OtherRecord } from './lineRecord.ts'
import { octetsOf } from './octets.ts'
import { couldFollowData, looksLikeCommand } from './payload.ts'
import { beforeSession, changeReader, hasBegun, type ReaderState, type Step } from './readerState.ts'
import { finishReply } from './readServerLine.ts'
import { type Stretch, withoutWrittenEnd } from './stretch.ts'

const hellos = new Set(['EHLO', 'HELO', 'LHLO'])

function other(kind: OtherRecord['kind'], { start, tail, encoding }: Stretch): OtherRecord {
  return internRecord({ kind, start, tail, encoding, opens: false }) as OtherRecord
}

/** Where no server speaks no replies will come, and few commands need to be kept for them. */
const scriptLimit = 128

/** Sends what the client did, and records what it met. */
function act(
  state: ReaderState,
  kind: ClientRecord['kind'],
  action: Parameters<typeof send>[1],
  { start, tail, encoding }: Stretch,
  opens: boolean,
): Step {
  const { view, before, verdict } = send(state.view, action, state.serverSpoke ? undefined : scriptLimit)
  return {
    record: internRecord({ kind, start, tail, encoding, opens, before, verdict }),
    after: changeReader(state, {
      view,
      clientSpoke: true,
      inMessage: false,
      contentSeen: false,
      beforeDot: null,
    }),
  }
}

function readMessageLine(state: ReaderState, payload: string, stretch: Stretch): Step {
  if (payload === '.') return act(state, 'end-of-data', messageAction, stretch, false)
  return {
    record: other('message', stretch),
    after: changeReader(state, { inMessage: true, contentSeen: true }),
  }
}

function readChunkLine(state: ReaderState, payload: string, stretch: Stretch): Step {
  // The chunk may end without a line end of its own, so the last two octets may be missing.
  const left = Math.max(0, state.chunkLeft - octetsOf(payload) - 2)
  return {
    record: other('chunk', stretch),
    after: changeReader(state, { chunkLeft: left, contentSeen: left > 0 }),
  }
}

/** Whether the line answers an AUTH challenge, or is credentials that no challenge asked for. */
function isAuthResponse(state: ReaderState, command: CommandLine, payload: string): boolean {
  const { confirmed, outstanding } = state.view
  if (confirmed.phase === 'auth-exchange' && outstanding.length === 0) return true
  const last = lastOutstanding(state.view)
  const isKnown = commandFacts(command.verb) !== undefined
  if (last && (last.verb === 'AUTH' || last === authResponseAction))
    return !isKnown && (command.argument === '' || looksMasked(payload.trim()))
  const mayBeSecret = confirmed.authSeen || confirmed.phase === 'connecting' || confirmed.phase === 'unknown'
  if (isKnown || !mayBeSecret) return false
  // Behind a refused AUTH any single word can be a password, even one that nobody encoded.
  const isWord = confirmed.refusedAuth > 0 && command.verb !== '' && command.argument === ''
  const isMasked = confirmed.authSeen && looksMasked(payload.trim())
  return isWord || isMasked || looksLikeCredentials(command, payload.trim())
}

/** Whether a hello, after QUIT, belongs to the next connection: nobody printed the server's side. */
function opensNext(state: ReaderState, verb: string): boolean {
  const { phase } = state.view.optimistic
  if (!hellos.has(verb)) return false
  if (phase === 'closed') {
    const { closedBy } = state.view.optimistic
    return closedBy === 'lost' || closedBy === 'server' || !state.greeted
  }
  return phase === 'closing' && !state.serverSpoke
}

function readCommand(state: ReaderState, command: CommandLine, stretch: Stretch): Step {
  let session = opensNext(state, command.verb) ? beforeSession : state
  const isNew = !hasBegun(session)
  const isFirst = !session.clientSpoke && session.view.confirmed.phase === 'connecting'
  if (isFirst && !hellos.has(command.verb)) {
    session = changeReader(session, { view: midSession })
  }
  session = changeReader(session, { view: completeHandshake(session.view) })
  const read = act(session, 'command', actionOf(command), stretch, isNew && !session.connecting)
  return { ...read, after: changeReader(read.after, { chunkLeft: chunkSize(command) }) }
}

/**
 * The mail data goes on behind a lone dot that the tool printed without hiding it; but where a command comes next, the
 * dot ended them, and the client did not wait.
 */
function withoutDot(state: ReaderState, payload: string): ReaderState {
  if (!state.beforeDot || looksLikeCommand(payload)) return state
  return changeReader(state, { view: state.beforeDot, inMessage: true, contentSeen: true, beforeDot: null })
}

/** A dot with its line end spelled out, which could be text, too. A line end that is none (RFC 5321 2.3.8) ends nothing. */
const writtenDot = /^\.(?:\\r\\n|<CR><LF>|<CRLF>|\^M\$?)$/

/** Whether mail data may end with this line of theirs, which spells out the line end of a lone dot. */
export function isWrittenDot(payload: string, { encoding }: Pick<Stretch, 'encoding'>): boolean {
  return encoding === 'plain' && writtenDot.test(payload)
}

function readContent(
  state: ReaderState,
  payload: string,
  stretch: Stretch,
  isUnstuffed: boolean | undefined,
): Step {
  const isWritten = isWrittenDot(payload, stretch)
  const read = readMessageLine(state, isWritten ? '.' : payload, stretch)
  const isDoubtful = isWritten || (isUnstuffed === true && payload === '.')
  return isDoubtful ? { ...read, after: changeReader(read.after, { beforeDot: state.view }) } : read
}

/**
 * Reads what the client says, which is `payload` and stands at `stretch`. Where mail data are printed unstuffed, and
 * where its line end is spelled out, a lone dot ends them only if the server speaks next or a command comes.
 */
export function readClientLine(
  before: ReaderState,
  payload: string,
  stretch: Stretch,
  { isUnstuffed, elidesContent }: Pick<Dialect, 'isUnstuffed' | 'elidesContent'>,
): Step {
  const written = withoutWrittenEnd(payload, stretch)
  const state = withoutDot(finishReply(before, written.payload), written.payload)
  // A tool that never prints mail data prints a command that comes instead.
  const isInstead = elidesContent === true && !state.contentSeen && looksLikeCommand(written.payload)
  if (state.inMessage && !isInstead) {
    return readContent(state, payload, stretch, isUnstuffed)
  }
  if (state.chunkLeft > 0 && (state.contentSeen || !looksLikeCommand(written.payload))) {
    return readChunkLine(state, payload, stretch)
  }
  // DATA without a reply: a script of the client's side goes on with the mail data.
  const last = lastOutstanding(state.view)
  if (last?.verb === 'DATA' && last.kind === 'command' && !couldFollowData(written.payload)) {
    return readContent(state, payload, stretch, false)
  }
  // A text that begins in the middle of mail data shows what it is by their final dot.
  if (written.payload === '.' && state.view.optimistic.phase === 'unknown') {
    return act(changeReader(state, { view: midContent }), 'end-of-data', messageAction, stretch, false)
  }
  return readDialogue(state, written.payload, written.stretch)
}

function readDialogue(state: ReaderState, payload: string, stretch: Stretch): Step {
  const command = parseCommandLine(payload, 0)
  if (isAuthResponse(state, command, payload)) {
    const isNew = !hasBegun(state)
    const session = isNew ? changeReader(state, { view: midSession }) : state
    return act(session, 'auth-response', authResponseAction, stretch, isNew && !state.connecting)
  }
  return readCommand(state, command, stretch)
}
