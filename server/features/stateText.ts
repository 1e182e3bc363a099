import * as l10n from '@vscode/l10n'
import type { SessionState } from '../protocol/sessionState.ts'

/** What can come next in a state, or what a refusal leaves, in a few words; null where there is nothing to say. */
function phaseWords({ phase, accepted }: SessionState, isRefusal: boolean): string | null {
  switch (phase) {
    case 'rejected':
      return l10n.t`no mail can be sent in this session`
    case 'greeted':
      return l10n.t`EHLO is due`
    case 'tls-handshake':
      return l10n.t`TLS begins`
    case 'tls-ready':
      return l10n.t`under TLS; EHLO is due again`
    case 'ready':
      return isRefusal ? l10n.t`no transaction open` : l10n.t`ready for MAIL`
    case 'mail':
      return l10n.t`sender accepted, no recipient yet`
    case 'rcpt':
      return accepted === 1 ? l10n.t`1 recipient accepted` : l10n.t`${accepted} recipients accepted`
    case 'data-rejected':
      return l10n.t`no message taken; the transaction is still open`
    case 'data-content':
      return l10n.t`the message follows`
    case 'bdat':
      return l10n.t`more of the message has to follow`
    case 'bdat-failed':
      return l10n.t`only RSET, EHLO or QUIT can follow`
    case 'auth-exchange':
      return l10n.t`an answer of the client is due`
    case 'reversed':
      return l10n.t`client and server have exchanged their roles`
    case 'closing':
    case 'closed':
      return l10n.t`the connection is closed`
    default:
      return null
  }
}

/**
 * The state that a reply has brought about, in a few words; null where there is nothing to say of it.
 *
 * @param isRefusal the reply refused something, so that the question is what is left
 */
export function stateWords(before: SessionState, after: SessionState, isRefusal: boolean): string | null {
  const words = phaseWords(after, isRefusal)
  if (!after.authenticated || before.authenticated) return words
  return words === null ? l10n.t`logged in` : l10n.t`logged in; ${words}`
}

/** What more there is to know of a state: who was accepted and refused so far, TLS and login. One sentence each. */
export function stateSentences({ accepted, deferred, refused, tls, authenticated }: SessionState): string[] {
  const counts = accepted + deferred + refused
  return [
    ...(counts > 0
      ? [
          l10n.t`Recipients of this transaction: ${accepted} accepted, ${deferred} deferred, ${refused} refused.`,
        ]
      : []),
    ...(tls ? [l10n.t`The connection is under TLS.`] : []),
    ...(authenticated ? [l10n.t`The client is logged in.`] : []),
  ]
}
