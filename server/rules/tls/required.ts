import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import { isUnderTls } from '../evidence/channel.ts'
import { demandOf } from '../evidence/demands.ts'
import { isHeloAlone } from '../evidence/heloAlone.ts'
import { relatedToOffer, relatedToReply } from '../evidence/related.ts'
import { insertStartTls } from '../repair/insertStartTls.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/** The server says that it wants TLS, and the client has not started it. Reported once; silent where only HELO hides the offer. */
export const required: Rule = {
  id: 'tls/required',
  title: 'TLS required',
  fault: 'client',
  severity: 'information',
  onlyWith: ['refusal'],
  references: [rfc(3207, '4'), rfc(4954, '6')],
  what: 'A command that the server refuses because TLS is not active.',
  why: 'A server can insist on TLS for everything, or for the login: until STARTTLS it answers 530 and takes nothing.',
  remedy: 'Send STARTTLS and a new EHLO first, or connect to the port for TLS (465).',
  yieldsTo: ['auth/clear-text-password', 'extension/requiretls-without-tls'],
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 STARTTLS
C: MAIL FROM:<anna@c.example>
S: 530 5.7.0 Must issue a STARTTLS command first
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH PLAIN
C: MAIL FROM:<anna@c.example>
S: 530 5.7.0 Authentication required
C: QUIT
S: 221 submit.example bye`,
  *check(session, { dialect }) {
    for (const exchange of session.exchanges) {
      const { unit } = exchange
      if (unit.kind !== 'command' || demandOf(exchange) !== 'tls') continue
      if (isUnderTls(session, exchange) || isHeloAlone(session, exchange)) continue
      const isMail = columnOfExchange(exchange) === 'MAIL'
      yield {
        span: unit.verbSpan,
        message: l10n.t`The server wants TLS before ${unit.verb}: send STARTTLS first.`,
        related: [
          relatedToOffer(session, exchange, 'STARTTLS', l10n.t`STARTTLS is offered here.`),
          relatedToReply(exchange.reply, l10n.t`What the server answered.`),
        ],
        fixes: () =>
          isMail ? [insertStartTls(session, exchange, new Repair(session, dialect), dialect)] : [],
      }
      return
    }
  },
}
