import type { ClientAction } from './clientAction.ts'
import { isTransactionOpen } from './phases.ts'
import { change, type SessionState } from './sessionState.ts'
import { type CommandColumn, columnOf, transitions } from './transitions.ts'
import {
  allowed,
  outOfSequence,
  type SequenceCause,
  serverDependent,
  unknownVerdict,
  type Verdict,
} from './verdict.ts'

const keywordOfVerb: Readonly<Record<string, string>> = {
  STARTTLS: 'STARTTLS',
  AUTH: 'AUTH',
  ETRN: 'ETRN',
  ATRN: 'ATRN',
  BDAT: 'CHUNKING',
  BURL: 'BURL',
  XCLIENT: 'XCLIENT',
  XFORWARD: 'XFORWARD',
}

/**
 * Whether the EHLO reply in force announced what a command needs.
 * `true` for a command that needs nothing, and where the announcement is not known.
 * Before any hello nothing is announced; only XCLIENT may come there, as it puts the session back to the greeting.
 */
export function isAnnounced(state: SessionState, verb: string): boolean {
  const keyword = keywordOfVerb[verb]
  if (keyword === undefined) return true
  if (state.keywords === null) return state.hello !== 'none' || keyword === 'XCLIENT'
  return state.keywords.includes(keyword)
}

/** What speaks against a command, more exactly than its cell of the table can say. */
function preciseCause(state: SessionState, column: CommandColumn, cause: SequenceCause): SequenceCause {
  switch (cause) {
    case 'mail-before-hello':
      return state.refusedHello > 0 ? 'mail-after-refused-hello' : cause
    case 'nested-mail':
      return state.refusedData > 0 ? 'mail-after-refused-data' : cause
    case 'rcpt-without-mail':
      return state.refusedMail > 0 ? 'rcpt-after-refused-mail' : cause
    case 'data-without-rcpt':
      return state.deferred + state.refused > 0 ? 'data-after-all-rcpt-refused' : cause
    case 'data-without-mail':
      return column.startsWith('BDAT') && state.afterLastChunk ? 'bdat-after-last' : cause
    default:
      return cause
  }
}

/** Why nothing but a new connection can follow. */
function judgeClosed(state: SessionState, action: ClientAction): Verdict {
  if (state.closedBy === 'quit') return outOfSequence('command-after-quit')
  // QUIT after 421 is a courtesy that crosses the server's closing; it harms nobody.
  if (state.closedBy === '421') return action.verb === 'QUIT' ? allowed : outOfSequence('command-after-421')
  return unknownVerdict
}

/**
 * What the state machine says of a command in `state`; the command's own reply has no part in it.
 * RFC 5321 section 4.1.4 and the extensions.
 */
export function judge(state: SessionState, action: ClientAction): Verdict {
  if (action.kind !== 'command') return allowed
  // An empty line is no command; servers answer it with 500 wherever it stands.
  if (action.verb === '') {
    return state.phase === 'unknown' || state.phase === 'connecting' ? unknownVerdict : allowed
  }
  switch (state.phase) {
    case 'closing':
      return outOfSequence('command-after-quit')
    case 'closed':
      return judgeClosed(state, action)
    case 'connecting':
      // The greeting is not in the text. A hello is where a session begins; anything else is from its middle.
      return columnOf(action) === 'hello' || action.verb === 'QUIT' ? allowed : unknownVerdict
    case 'tls-handshake':
      return judge(change(state, { phase: 'tls-ready' }), action)
    case 'unknown':
    case 'reversed':
    case 'data-content':
    case 'data-end':
    case 'auth-exchange':
      return unknownVerdict
  }
  const column = columnOf(action)
  const { verdict } = transitions[state.phase][column]
  if (verdict.sequence === 'out-of-sequence') {
    return outOfSequence(preciseCause(state, column, verdict.cause))
  }
  // TLS is active: the server should not announce it again, and what it answers differs from server to server.
  if (column === 'STARTTLS' && state.tls) return serverDependent
  if (column === 'AUTH' && state.authenticated) return outOfSequence('already-authenticated') // RFC 4954 section 4
  if (column === 'DATA' && state.binaryMime && isTransactionOpen(state.phase)) {
    return outOfSequence('data-after-bdat') // RFC 3030 section 3: BINARYMIME needs BDAT
  }
  return isAnnounced(state, action.verb) ? verdict : serverDependent
}
