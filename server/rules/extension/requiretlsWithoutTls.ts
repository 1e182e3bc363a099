import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { extensionsAt } from '../../transcript/announcements.ts'
import { isRefused } from '../../transcript/history.ts'
import type { Session } from '../../transcript/session.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { type JudgedParameter, pathParameters } from '../evidence/pathParameters.ts'
import { insertStartTls } from '../repair/insertStartTls.ts'
import { removeParameter } from '../repair/parameterFixes.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

/**
 * Whether the connection is in clear: a server that announces STARTTLS says so, or one that refuses the parameter. A
 * transcript does not always show TLS that was there from the start.
 */
function isInClear(session: Session, { line: { exchange } }: JudgedParameter): boolean {
  if (exchange.before.tls) return false
  return isRefused(exchange) || extensionsAt(session, exchange)?.find('STARTTLS') !== undefined
}

/** REQUIRETLS in clear. */
export const requiretlsWithoutTls: Rule = {
  id: 'extension/requiretls-without-tls',
  title: 'REQUIRETLS without TLS',
  what: 'MAIL with REQUIRETLS on a connection that is not under TLS.',
  why: 'The parameter asks every server on the way for TLS, and this one was asked in clear: it has to refuse.',
  remedy: 'Send STARTTLS and EHLO first; if the reply then announces REQUIRETLS, it may be used.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['parameters'],
  references: [rfc(8689, '2'), rfc(8689, '4.2.1')],
  yieldsTo: [
    'extension/parameter-not-announced',
    'tls/hello-missing-after-starttls',
    'sequence/mail-before-hello',
    'sequence/mail-after-refused-hello',
  ],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 REQUIRETLS
C: MAIL FROM:<anna@example.net> REQUIRETLS
S: 530 5.7.10 Encryption needed
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 REQUIRETLS
C: MAIL FROM:<anna@example.net> REQUIRETLS
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const judged of pathParameters(session, context)) {
      const { line, parameter, fault } = judged
      if (parameter.keyword !== 'REQUIRETLS' || fault !== null || !isInClear(session, judged)) continue
      yield {
        span: line.said.spanOf(parameter.start, parameter.end),
        ...unlessTaken(
          line.exchange,
          l10n.t`REQUIRETLS may be used only under TLS, and this connection is in clear`,
        ),
        fixes: () => [
          insertStartTls(session, line.exchange, new Repair(session, context.dialect), context.dialect),
          removeParameter(judged),
        ],
      }
    }
  },
}
