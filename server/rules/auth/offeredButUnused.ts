import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { extensionsAt } from '../../transcript/announcements.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import { demandOf } from '../evidence/demands.ts'
import { relatedTo } from '../evidence/related.ts'
import type { Rule } from '../rule.ts'

/** How many further refusals are named with the first. */
const othersShown = 5

/**
 * A server that does not relay for strangers, offers AUTH, and never got it. Reported once. Where the refusal itself asks
 * for a login, `auth/required` says so.
 */
export const offeredButUnused: Rule = {
  id: 'auth/offered-but-unused',
  title: 'Relaying denied to a client that did not log in',
  fault: 'client',
  severity: 'information',
  onlyWith: ['refusal'],
  references: [rfc(4954, '1'), rfc(6409, '3.3')],
  what: 'A recipient or sender refused because the server does not relay, while it offers AUTH and the client never tried it.',
  why: 'Most servers pass mail on to other domains only for those who have logged in, and tell everybody else that relaying is denied.',
  remedy:
    "Log in with AUTH before MAIL. To deliver without a login, connect to the mail exchanger of the recipient's domain.",
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH PLAIN LOGIN
C: MAIL FROM:<anna@c.example>
S: 250 ok
C: RCPT TO:<bob@elsewhere.example>
S: 554 5.7.1 relay access denied
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH PLAIN LOGIN
C: MAIL FROM:<anna@c.example>
S: 250 ok
C: RCPT TO:<nobody@submit.example>
S: 550 5.1.1 no such user
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    if (session.exchanges.some(one => columnOfExchange(one) === 'AUTH')) return
    const denied = session.exchanges.filter(one => {
      const isOpen = one.before.keywords?.includes('AUTH') === true && !one.before.authenticated
      return isOpen && demandOf(one) === 'relaying'
    })
    const [first, ...others] = denied
    if (first?.unit.kind !== 'command') return
    const offer = extensionsAt(session, first)?.find('AUTH')
    yield {
      span: first.unit.verbSpan,
      message: l10n.t`The server does not relay for strangers: it offers AUTH, and the client did not log in.`,
      related: [
        offer ? { span: offer.span, message: l10n.t`AUTH is offered here.` } : null,
        ...others.slice(0, othersShown).map(one => relatedTo(one, l10n.t`Refused for the same reason.`)),
      ],
    }
  },
}
