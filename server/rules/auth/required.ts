import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { extensionsAt } from '../../transcript/announcements.ts'
import { authDialogues, isRefusedTry, outcomeOf } from '../../transcript/authDialogues.ts'
import { hidden } from '../../transcript/commandLine.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { demandOf } from '../evidence/demands.ts'
import { isHeloAlone } from '../evidence/heloAlone.ts'
import { relatedTo } from '../evidence/related.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, Related, Rule } from '../rule.ts'

interface Explanation {
  readonly message: string
  readonly related: readonly (Related | null)[]
}

/** Why the client is not logged in, as far as the session tells. */
function explain(session: Session, exchange: Exchange, verb: string): Explanation {
  const failed = authDialogues(session).findLast(
    one => one.auth !== null && one.auth.index < exchange.index && isRefusedTry(one),
  )
  if (failed) {
    const code = outcomeOf(failed)?.code ?? ''
    return {
      message: l10n.t`The server wants a login before ${verb}, and the one before failed with ${code}.`,
      related: [relatedTo(failed.auth, l10n.t`This login failed.`)],
    }
  }
  const extensions = extensionsAt(session, exchange)
  const offer = extensions?.find('AUTH')
  if (offer) {
    return {
      message: l10n.t`The server wants a login before ${verb}; it offers AUTH, and the client has not used it.`,
      related: [{ span: offer.span, message: l10n.t`What it offers for that.` }],
    }
  }
  const tls = extensions?.find('STARTTLS')
  if (tls) {
    return {
      message: l10n.t`The server wants a login before ${verb}, and offers AUTH only after STARTTLS, if at all.`,
      related: [{ span: tls.keywordSpan, message: l10n.t`STARTTLS is offered here.` }],
    }
  }
  const isUnoffered = extensions?.hello != null
  return {
    message: isUnoffered
      ? l10n.t`The server wants a login before ${verb}, and offers no AUTH here.`
      : l10n.t`The server wants a login before ${verb}.`,
    related: [],
  }
}

function insertAuth(session: Session, exchange: Exchange, repair: Repair): Fix[] {
  const offer = extensionsAt(session, exchange)?.find('AUTH')
  if (columnOfExchange(exchange) !== 'MAIL' || !offer?.parameters.split(/\s+/).includes('PLAIN')) return []
  const auth = {
    verb: 'AUTH',
    text: `AUTH PLAIN ${hidden}`,
    reply: ['235 2.7.0 Authentication successful'],
  }
  return [repair.insertBefore(l10n.t`Insert AUTH PLAIN before MAIL`, exchange, [auth])]
}

/** The server says that it wants a login, and the client has none. Reported once; silent where only HELO hides what it offers. */
export const required: Rule = {
  id: 'auth/required',
  title: 'Login required',
  fault: 'client',
  severity: 'information',
  onlyWith: ['refusal'],
  references: [rfc(4954, '6'), rfc(6409, '4.3')],
  what: 'A command that the server refuses because the client has not logged in.',
  why: 'A server for submission takes mail only from its users: without AUTH it answers 530 and takes nothing.',
  remedy:
    'Log in with AUTH before the first MAIL, under TLS; where AUTH is not offered, send STARTTLS and EHLO first, or use the port for submission.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH PLAIN
C: MAIL FROM:<anna@c.example>
S: 530 5.7.0 Authentication required
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 STARTTLS
C: MAIL FROM:<anna@c.example>
S: 530 5.7.0 Must issue a STARTTLS command first
C: QUIT
S: 221 submit.example bye`,
  *check(session, { dialect }) {
    for (const exchange of session.exchanges) {
      const { unit } = exchange
      if (unit.kind !== 'command' || demandOf(exchange) !== 'authentication') continue
      if (exchange.before.authenticated || isHeloAlone(session, exchange)) continue
      const { message, related } = explain(session, exchange, unit.verb)
      yield {
        span: unit.verbSpan,
        message,
        related: related,
        fixes: () => insertAuth(session, exchange, new Repair(session, dialect)),
      }
      return
    }
  },
}
