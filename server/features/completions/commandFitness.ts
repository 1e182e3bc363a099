import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import { isAnnounced } from '../../protocol/judge.ts'
import { isTransactionOpen } from '../../protocol/phases.ts'
import type { SessionState } from '../../protocol/sessionState.ts'
import { lastOutstanding } from '../../protocol/sessionView.ts'
import type { SequenceCause } from '../../protocol/verdict.ts'
import type { ClientRecord } from '../../transcript/lineRecord.ts'
import type { ReaderState } from '../../transcript/readerState.ts'
import type { Fit } from './offer.ts'

/** What speaks against each command that is out of sequence, as one sentence. */
const reasons: Readonly<Record<SequenceCause, () => string>> = {
  'command-after-rejected-greeting': () =>
    l10n.t`out of sequence here: the server refused service, and only QUIT makes sense`,
  'command-after-quit': () => l10n.t`out of sequence here: needs a new connection after QUIT`,
  'command-after-421': () => l10n.t`out of sequence here: needs a new connection after 421`,
  'mail-before-hello': () => l10n.t`out of sequence here: needs an accepted EHLO or HELO`,
  'mail-after-refused-hello': () =>
    l10n.t`out of sequence here: needs another hello, the one before was refused`,
  'hello-missing-after-starttls': () => l10n.t`out of sequence here: needs EHLO again after STARTTLS`,
  'nested-mail': () => l10n.t`out of sequence here: needs the open transaction to end first, as with RSET`,
  'mail-after-refused-data': () =>
    l10n.t`out of sequence here: needs RSET, DATA was refused and the transaction is open`,
  'rcpt-without-mail': () => l10n.t`out of sequence here: needs an accepted MAIL`,
  'rcpt-after-refused-mail': () =>
    l10n.t`out of sequence here: needs another MAIL, the one before was refused`,
  'rcpt-after-bdat': () => l10n.t`out of sequence here: recipients must be named before the first BDAT`,
  'data-without-mail': () => l10n.t`out of sequence here: needs an accepted MAIL and RCPT`,
  'data-without-rcpt': () => l10n.t`out of sequence here: needs an accepted RCPT`,
  'data-after-all-rcpt-refused': () =>
    l10n.t`out of sequence here: needs an accepted RCPT, all recipients were refused`,
  'data-after-bdat': () => l10n.t`out of sequence here: BDAT and DATA do not go together in one transaction`,
  'bdat-after-last': () => l10n.t`out of sequence here: needs a new transaction after BDAT LAST`,
  'command-after-failed-bdat': () => l10n.t`out of sequence here: needs RSET after the refused BDAT`,
  'verb-inside-transaction': () =>
    l10n.t`out of sequence here: needs the open transaction to end first, as with RSET`,
  'auth-inside-transaction': () =>
    l10n.t`out of sequence here: needs the open transaction to end first, as with RSET`,
  'already-authenticated': () => l10n.t`out of sequence here: the client is authenticated already`,
}

/** How well a command fits, and what speaks against it. */
export interface Fitness {
  readonly fit: Fit
  readonly reason: string | null
}

const good: Fitness = { fit: 'possible', reason: null }

function doubtful(reason: string): Fitness {
  return { fit: 'doubtful', reason }
}

const hellos = new Set(['EHLO', 'HELO', 'LHLO'])

/** What speaks against a hello that may stand there. */
function helloDrawback(verb: string, { hello, phase, protocol }: SessionState): string | null {
  if (isTransactionOpen(phase)) return l10n.t`drops the open transaction, as RSET does`
  if (verb === 'HELO' && hello === 'EHLO') return l10n.t`gives up the extensions that EHLO announced`
  if (verb === hello) return l10n.t`repeats the hello, which only resets the session`
  if (protocol === 'LMTP' && verb !== 'LHLO') return l10n.t`LMTP greets with LHLO`
  return verb === 'LHLO' && protocol !== 'LMTP' ? l10n.t`belongs to LMTP` : null
}

/** What is lost or gained by nothing, though the command may stand there. */
function drawbackOf(
  verb: string,
  state: SessionState,
  { view }: ReaderState,
  commandsFollow: boolean,
): string | null {
  if (state.phase === 'closed') return l10n.t`the connection is closed`
  if (hellos.has(verb)) return helloDrawback(verb, state)
  if (verb === 'RSET' && !isTransactionOpen(state.phase) && state.phase !== 'unknown')
    return state.refusedMail > 0 && state.phase !== 'greeted' ? null : l10n.t`there is nothing to reset here`
  if (verb !== 'QUIT') return null
  if (commandsFollow) return l10n.t`ends the session, but commands follow`
  // In front of mail data that are not in the text the state is the one behind them.
  return [state, view.optimistic].some(wouldSendNothing)
    ? l10n.t`drops the open transaction: nothing would be sent`
    : null
}

/** Whether a transaction is open that nothing speaks against yet: no refusal of its recipients or of its message. */
function wouldSendNothing({ phase, accepted, deferred, refused, refusedData }: SessionState): boolean {
  if (refusedData > 0 || phase === 'bdat-failed') return false
  return accepted > 0 || (isTransactionOpen(phase) && deferred + refused === 0)
}

/** What speaks against sending anything while a reply is missing; null where nothing does. */
function tooEarly({ view, serverSpoke }: ReaderState): string | null {
  const last = lastOutstanding(view)
  const { keywords, hello } = view.confirmed
  if (!last || !serverSpoke || hello === 'unknown') return null
  if (last.kind === 'command' && commandFacts(last.verb)?.lastInGroup)
    return l10n.t`the reply to ${last.verb} comes first`
  if (keywords?.includes('PIPELINING') || (keywords === null && hello !== 'none')) return null
  return l10n.t`the reply before comes first: PIPELINING was not announced`
}

/**
 * How well a command fits where the reader found `record` for it.
 *
 * @param commandsFollow more commands of the session stand below
 */
export function fitnessOf(
  verb: string,
  record: ClientRecord,
  before: ReaderState,
  commandsFollow: boolean,
): Fitness {
  const { verdict } = record
  if (verdict.sequence === 'out-of-sequence') return { fit: 'misplaced', reason: reasons[verdict.cause]() }
  if (verdict.sequence === 'consequence')
    return { fit: 'misplaced', reason: l10n.t`out of sequence here: a command before it was refused` }
  if (!isAnnounced(record.before, verb)) {
    return record.before.hello === 'none'
      ? doubtful(l10n.t`needs EHLO first, which tells whether the server offers it`)
      : doubtful(l10n.t`not announced by the server`)
  }
  const drawback = drawbackOf(verb, record.before, before, commandsFollow) ?? tooEarly(before)
  if (drawback !== null) return doubtful(drawback)
  return verdict.sequence === 'server-dependent' ? doubtful(l10n.t`servers differ on it here`) : good
}

/** The usual next commands in a state, the best first. */
export function usualNext(state: SessionState, hasDelivered: boolean): readonly string[] {
  const { phase, keywords, tls, authenticated, accepted, binaryMime } = state
  const offers = (keyword: string) => keywords?.includes(keyword) === true
  const hello = state.protocol === 'LMTP' ? 'LHLO' : 'EHLO'
  switch (phase) {
    case 'connecting':
      return [hello, 'HELO']
    case 'greeted':
      return state.refusedHello > 0 ? ['HELO', 'QUIT'] : [hello, 'HELO', 'QUIT']
    case 'tls-ready':
    case 'tls-handshake':
      return [hello]
    case 'ready':
      if (hasDelivered) return ['QUIT', 'MAIL']
      if (offers('STARTTLS') && !tls) return ['STARTTLS', 'MAIL', 'QUIT']
      return offers('AUTH') && !authenticated ? ['AUTH', 'MAIL', 'QUIT'] : ['MAIL', 'QUIT']
    case 'mail':
      return state.refused + state.deferred > 0 ? ['RCPT', 'RSET', 'QUIT'] : ['RCPT', 'RSET']
    case 'rcpt':
      return binaryMime
        ? ['BDAT', 'RCPT']
        : accepted > 0
          ? ['DATA', 'RCPT', 'BDAT', 'RSET']
          : ['RCPT', 'RSET']
    case 'data-rejected':
    case 'bdat-failed':
      return ['RSET', 'QUIT']
    case 'bdat':
      return ['BDAT', 'RSET']
    case 'unknown':
      return ['MAIL', 'RCPT', 'DATA', 'EHLO', 'QUIT', 'RSET']
    default:
      return ['QUIT', 'EHLO']
  }
}
