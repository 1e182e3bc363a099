import type { Reply503Condition } from '../protocol/causes/reply503.ts'
import { commandAction } from '../protocol/clientAction.ts'
import { isAnnounced, judge } from '../protocol/judge.ts'
import { isTransactionOpen } from '../protocol/phases.ts'
import type { SessionState } from '../protocol/sessionState.ts'
import {
  columnOfExchange,
  isAccepted,
  isRefused,
  namedRecipients,
  type Standing,
} from '../transcript/history.ts'
import type { CommandUnit, Exchange, Session } from '../transcript/session.ts'

/** A 503 and what the session knew when it came. */
export interface Place503 {
  readonly session: Session
  readonly exchange: Exchange
  readonly unit: CommandUnit
  readonly standing: Standing
  /** The confirmed state in front of the reply. */
  readonly state: SessionState
}

/** A condition that holds, with the exchange that is to blame where its sentence names one. */
export interface Proof {
  readonly blamed: Exchange | null
}

const proven: Proof = { blamed: null }
const when = (holds: boolean): Proof | null => (holds ? proven : null)
const blame = (exchange: Exchange | null): Proof | null => (exchange ? { blamed: exchange } : null)

/** The refusal that a pipelined command fell with: of its MAIL, or of the recipients that its transaction had. */
function unreadRefusal({ exchange, unit, state, standing }: Place503): Exchange | null {
  if (exchange.verdict.sequence === 'out-of-sequence') return null
  if (judge(state, commandAction(unit.verb)).sequence !== 'out-of-sequence') return null
  const refused = standing.refusedMail ?? namedRecipients(standing).find(isRefused) ?? null
  const wasUnread = (refused?.reply?.line ?? 0) > exchange.line
  return wasUnread || exchange.verdict.sequence === 'consequence' ? refused : null
}

function openMail({ standing, state }: Place503): Exchange | null {
  return isTransactionOpen(state.phase) ? (standing.transaction?.mail ?? null) : null
}

function unfinishedChunk({ standing, state }: Place503): Exchange | null {
  return state.phase === 'bdat' || state.phase === 'bdat-failed' ? standing.chunk : null
}

function hasHello({ state }: Place503): boolean {
  return state.hello !== 'none'
}

function lastXclient({ session, exchange }: Place503): Exchange | null {
  const earlier = session.exchanges.slice(0, exchange.index)
  const last = earlier.findLast(one => {
    const column = columnOfExchange(one)
    return (column === 'XCLIENT' || column === 'hello') && isAccepted(one)
  })
  return last && columnOfExchange(last) === 'XCLIENT' ? last : null
}

function areAllRefused(place: Place503, fits: (deferred: number, refused: number) => boolean): Proof | null {
  const { accepted, deferred, refused } = place.state
  return when(accepted === 0 && deferred + refused > 0 && fits(deferred, refused))
}

function overLimit(place: Place503): Proof | null {
  if (place.state.accepted === 0) return null
  const named = namedRecipients(place.standing)
  const refused = named.find(one => one.reply?.code === 452 || one.reply?.code === 552)
  return refused ? { blamed: refused } : when(named.length > 100)
}

/** How each condition of the table of causes is told from the session. */
export const conditions503: Readonly<Record<Reply503Condition, (place: Place503) => Proof | null>> = {
  'session-refused': ({ state }) => when(state.phase === 'rejected'),
  'pipelined-consequence': place => blame(unreadRefusal(place)),
  'hello-in-bdat': place => blame(unfinishedChunk(place)),
  'helo-after-ehlo': ({ state, standing }) => (state.hello === 'EHLO' ? blame(standing.hello) : null),
  'hello-repeated': place => (hasHello(place) ? { blamed: place.standing.hello } : null),
  'mail-after-starttls': ({ state, standing }) =>
    state.phase === 'tls-ready' ? { blamed: standing.startTls } : null,
  'mail-after-xclient': place => (hasHello(place) ? null : blame(lastXclient(place))),
  'mail-after-refused-hello': ({ state, standing }) =>
    state.refusedHello > 0 ? blame(standing.hello) : null,
  'mail-before-hello': place => when(!hasHello(place)),
  'mail-after-refused-data': ({ state, standing }) =>
    state.refusedData > 0 ? blame(standing.refusedData) : null,
  'mail-after-bdat': place => blame(unfinishedChunk(place)),
  'nested-mail': place => (isTransactionOpen(place.state.phase) ? { blamed: openMail(place) } : null),
  'mail-after-finished-message': ({ state, standing }) =>
    when(state.phase === 'ready' && standing.end !== null),
  'mail-after-helo': ({ state, standing }) =>
    state.hello === 'HELO' && !state.authenticated ? blame(standing.hello) : null,
  'mail-without-login': ({ state, standing }) =>
    state.keywords?.includes('AUTH') === true && !state.authenticated ? blame(standing.hello) : null,
  'hello-missing': place => when(!hasHello(place)),
  'rcpt-after-refused-mail': ({ state, standing }) =>
    state.refusedMail > 0 ? blame(standing.refusedMail) : null,
  'rcpt-after-reset': ({ state, standing }) => (state.phase === 'ready' ? blame(standing.end) : null),
  'rcpt-after-bdat': place => (unfinishedChunk(place) ? blame(place.standing.firstChunk) : null),
  'rcpt-without-mail': ({ state }) => when(!isTransactionOpen(state.phase)),
  'rcpt-though-mail-accepted': ({ state }) => when(state.phase === 'mail' || state.phase === 'rcpt'),
  'data-after-bdat': place => (unfinishedChunk(place) ? blame(place.standing.firstChunk) : null),
  'data-with-binarymime': place => (place.state.binaryMime ? blame(openMail(place)) : null),
  'bdat-not-announced': ({ state }) => when(!isAnnounced(state, 'BDAT')),
  'bdat-after-last': ({ state, standing }) => (state.afterLastChunk ? blame(standing.chunk) : null),
  'bdat-after-failure': ({ state, standing }) =>
    state.phase === 'bdat-failed' ? blame(standing.chunk) : null,
  'data-after-refused-mail': ({ state, standing }) =>
    state.refusedMail > 0 ? blame(standing.refusedMail) : null,
  'data-without-mail': ({ state }) => when(!isTransactionOpen(state.phase)),
  'data-all-rcpt-temporary': place => areAllRefused(place, (_, refused) => refused === 0),
  'data-all-rcpt-permanent': place => areAllRefused(place, deferred => deferred === 0),
  'data-all-rcpt-mixed': place => areAllRefused(place, () => true),
  'data-without-rcpt': place => (place.state.phase === 'mail' ? { blamed: openMail(place) } : null),
  'data-recipient-limit': place => overLimit(place),
  'data-though-rcpt-accepted': ({ state }) => when(state.accepted > 0),
  'auth-twice': ({ state, standing }) => (state.authenticated ? { blamed: standing.auth } : null),
  'auth-in-transaction': place => (isTransactionOpen(place.state.phase) ? { blamed: openMail(place) } : null),
  'auth-before-ehlo': ({ state }) => when(state.hello === 'none' || state.hello === 'HELO'),
  'auth-not-offered': ({ state, standing }) =>
    isAnnounced(state, 'AUTH') ? null : { blamed: standing.hello },
  'starttls-active': ({ state }) => when(state.tls),
  'starttls-in-transaction': place =>
    isTransactionOpen(place.state.phase) ? { blamed: openMail(place) } : null,
  'starttls-not-offered': ({ state }) => when(state.hello === 'none' || !isAnnounced(state, 'STARTTLS')),
  'extension-in-transaction': place =>
    isTransactionOpen(place.state.phase) ? { blamed: openMail(place) } : null,
  'extension-before-hello': place => when(!hasHello(place)),
  'rset-needed': place => blame(unfinishedChunk(place)),
  'always-legal-command': ({ state }) => when(state.phase !== 'rejected' && state.phase !== 'closed'),
}
