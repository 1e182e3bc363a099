import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { type AuthDialogue, authCommand, authDialogues, authTexts } from '../../transcript/authDialogues.ts'
import { columnOfExchange, isRefused } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { type Channel, channelOf } from '../evidence/channel.ts'
import { relatedTo, relatedToOffer } from '../evidence/related.ts'
import { insertStartTls } from '../repair/insertStartTls.ts'
import { Repair } from '../repair/repair.ts'
import type { Related, Rule, Severity } from '../rule.ts'

/** How many further logins are named with the first. */
const othersShown = 5

const severityOver: Readonly<Partial<Record<Channel, Severity>>> = {
  clear: 'warning',
  unmarked: 'information',
  local: 'hint',
}

/** Whether the secret itself was sent: with the command, or as an answer behind it; `*` gives none. */
function sentSecret(session: Session, dialogue: AuthDialogue): boolean {
  const isAsked = dialogue.mechanism === 'LOGIN'
  const texts = authTexts(session, dialogue).filter(one => one.text !== '*')
  const elided = dialogue.responses.some(({ unit }) => unit.kind === 'auth-response' && unit.elided)
  // The first thing that LOGIN says is only the user name.
  return elided || texts.length > (isAsked ? 1 : 0)
}

function passwordSent(channel: Channel, mechanism: string): string {
  switch (channel) {
    case 'local':
      return l10n.t`AUTH ${mechanism} sends the password without TLS: nobody reads along on loopback, but on a network.`
    case 'unmarked':
      return l10n.t`Nothing here shows TLS: unless the connection began with it, AUTH ${mechanism} sends the password for everybody to read.`
    default:
      return l10n.t`AUTH ${mechanism} sends the password without TLS: whoever is on the way can read it.`
  }
}

function tokenSent(channel: Channel, mechanism: string): string {
  switch (channel) {
    case 'local':
      return l10n.t`AUTH ${mechanism} sends the token without TLS: nobody reads along on loopback, but on a network.`
    case 'unmarked':
      return l10n.t`Nothing here shows TLS: unless the connection began with it, AUTH ${mechanism} sends the token for everybody to read.`
    default:
      return l10n.t`AUTH ${mechanism} sends the token without TLS: whoever is on the way can read it.`
  }
}

function messageFor(channel: Channel, mechanism: string): string {
  const isPassword = mechanism === 'PLAIN' || mechanism === 'LOGIN'
  return isPassword ? passwordSent(channel, mechanism) : tokenSent(channel, mechanism)
}

/** What the client could have done about it. */
function wayOut(session: Session, auth: Exchange): (Related | null)[] {
  const tried = session.exchanges.find(one => columnOfExchange(one) === 'STARTTLS' && one.index < auth.index)
  return [
    relatedToOffer(session, auth, 'STARTTLS', l10n.t`The server offers STARTTLS.`),
    tried && isRefused(tried)
      ? relatedTo(tried, l10n.t`STARTTLS was refused; to log in all the same gives up on TLS.`)
      : null,
  ]
}

/**
 * A password or a token that is sent while TLS is not active, reported once in a session. Silent where the text does not
 * tell, as in excerpts and the logs of servers, and where the secret was never sent: AUTH was refused, or given up with `*`.
 */
export const clearTextPassword: Rule = {
  id: 'auth/clear-text-password',
  title: 'Password sent without TLS',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['login'],
  references: [rfc(4954, '14'), rfc(8314, '3.3'), rfc(7628, '3')],
  what: 'AUTH with PLAIN, LOGIN or a bearer token while TLS is not active: a warning where the text proves it, information where nothing speaks of TLS, a hint over loopback.',
  why: 'Base64 is no encryption. Everybody on the path can read the password or token, and use it.',
  remedy:
    'Send STARTTLS and a new EHLO before AUTH, or connect to the port for TLS (465). Do not log in where TLS fails.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250-STARTTLS
S: 250 AUTH PLAIN
C: AUTH PLAIN ********
S: 235 ok
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH PLAIN
C: AUTH PLAIN ********
S: 235 ok
C: QUIT
S: 221 submit.example bye`,
  *check(session, { dialect }) {
    const found: { auth: Exchange; mechanism: string; channel: Channel; severity: Severity }[] = []
    for (const dialogue of authDialogues(session)) {
      const { auth, mechanism } = dialogue
      if (!auth || found.length > othersShown || auth.verdict.sequence === 'out-of-sequence') continue
      if (!saslMechanismFacts(mechanism)?.plainSecret) continue
      const channel = channelOf(session, auth, dialect)
      const severity = severityOver[channel]
      if (severity && sentSecret(session, dialogue)) found.push({ auth, mechanism, channel, severity })
    }
    const [first, ...others] = found
    if (first?.auth.unit.kind !== 'command') return
    const { auth, mechanism, channel, severity } = first
    yield {
      span: authCommand(session, auth)?.mechanismSpan ?? first.auth.unit.verbSpan,
      severity,
      message: messageFor(channel, mechanism),
      related: [...wayOut(session, auth), ...others.map(one => relatedTo(one.auth, l10n.t`The same here.`))],
      fixes: () => [insertStartTls(session, auth, new Repair(session, dialect), dialect)],
    }
  },
}
