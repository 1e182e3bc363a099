import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { authDialogues } from '../../transcript/authDialogues.ts'
import { columnOfExchange, historyOf } from '../../transcript/history.ts'
import { channelOf } from '../evidence/channel.ts'
import { relatedToOffer } from '../evidence/related.ts'
import { insertStartTls } from '../repair/insertStartTls.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/**
 * A message that is sent in clear to a server that offers STARTTLS, reported once. Silent where STARTTLS was tried, over
 * loopback, and where a password went the same way: that is said already.
 */
export const offeredButUnused: Rule = {
  id: 'tls/offered-but-unused',
  title: 'STARTTLS offered and not used',
  fault: 'client',
  severity: 'hint',
  onlyWith: ['message', 'bdat'],
  references: [rfc(3207, '6'), rfc(8314, '3.3')],
  what: 'A message sent without TLS although the server offers STARTTLS.',
  why: 'The message, its sender and its recipients can be read on the way. Between servers TLS is taken where it is offered; for submission it is a must.',
  remedy: 'Send STARTTLS and a new EHLO before MAIL wherever STARTTLS is offered.',
  example: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250-mx.example
S: 250 STARTTLS
C: MAIL FROM:<anna@c.example>
S: 250 ok
C: RCPT TO:<bob@mx.example>
S: 250 ok
C: DATA
S: 354 go
C: From: anna@c.example
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C:
C: hello
C: .
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: MAIL FROM:<anna@c.example>
S: 250 ok
C: RCPT TO:<bob@mx.example>
S: 250 ok
C: DATA
S: 354 go
C: From: anna@c.example
C: Date: Mon, 1 Jan 2024 00:00:00 +0000
C:
C: hello
C: .
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    if (session.exchanges.some(one => columnOfExchange(one) === 'STARTTLS')) return
    if (authDialogues(session).some(one => saslMechanismFacts(one.mechanism)?.plainSecret)) return
    for (const { mail, message } of historyOf(session).transactions) {
      if (!message || mail.unit.kind !== 'command') continue
      if (!mail.before.keywords?.includes('STARTTLS') || channelOf(session, mail, dialect) !== 'clear')
        continue
      yield {
        span: mail.unit.verbSpan,
        message: l10n.t`The message goes over the wire in clear, although the server offers STARTTLS.`,
        related: [relatedToOffer(session, mail, 'STARTTLS', l10n.t`STARTTLS is offered here.`)],
        fixes: () => [insertStartTls(session, mail, new Repair(session, dialect), dialect)],
      }
      return
    }
  },
}
