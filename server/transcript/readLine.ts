import { completeHandshake, loseConnection } from '../protocol/sessionView.ts'
import type { ConnectionEvent, Dialect, Expectation } from './dialects/dialect.ts'
import { internRecord, type OtherRecord } from './lineRecord.ts'
import { readClientLine } from './readClientLine.ts'
import { beforeSession, changeReader, hasBegun, type ReaderState, type ReadLine } from './readerState.ts'
import { readServerLine } from './readServerLine.ts'

function expectationOf(state: ReaderState): Expectation {
  if (state.inMessage || state.chunkLeft > 0) return state.contentSeen ? 'content' : 'content-or-reply'
  const { confirmed, outstanding } = state.view
  if (confirmed.phase === 'auth-exchange' && outstanding.length === 0) return 'auth-response'
  return !hasBegun(state) || confirmed.phase === 'closed' ? 'opening' : 'dialogue'
}

function readEvent(state: ReaderState, event: ConnectionEvent, start: number): ReadLine {
  const note = (opens: boolean, kind: OtherRecord['kind'] = 'note') => internRecord({ kind, start, opens })
  switch (event) {
    case 'connecting':
    case 'connected': {
      const session = hasBegun(state) ? beforeSession : state
      return { record: note(!session.connecting), after: changeReader(session, { connecting: true }) }
    }
    case 'tls-started': {
      const isHandshake = state.view.confirmed.phase === 'tls-handshake'
      const after = changeReader(state, { view: completeHandshake(state.view) })
      return { record: note(false, isHandshake ? 'tls' : 'note'), after }
    }
    case 'closed':
    case 'lost': {
      if (!hasBegun(state)) return { record: note(false), after: beforeSession }
      const view = loseConnection(state.view, event === 'closed' ? 'server' : 'lost')
      const after = changeReader(state, {
        view,
        reply: null,
        inMessage: false,
        chunkLeft: 0,
        contentSeen: false,
      })
      return { record: note(false), after }
    }
  }
}

/**
 * Reads one line (without its line end): the state that the text has come to goes in, the next one comes out,
 * with what was on the line. Any line can be read; nothing throws.
 */
export function readLine(state: ReaderState, line: string, dialect: Dialect): ReadLine {
  const { speaker, start, event } = dialect.read(line, expectationOf(state))
  switch (speaker) {
    case 'client':
      return readClientLine(state, line, start)
    case 'server':
      return readServerLine(state, line, start)
    default:
      return event === null
        ? { record: internRecord({ kind: speaker, start, opens: false }), after: state }
        : readEvent(state, event, start)
  }
}
